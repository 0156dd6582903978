"""Sightings to an itinerary: order, stated journeys, gaps, and what cannot be."""

from wherewhen.itinerary.derive import derive

__all__ = ["derive"]
