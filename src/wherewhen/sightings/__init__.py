"""Claims to sightings: which claims speak of one event, and how many sources stand behind it."""

from wherewhen.sightings.merge import merge

__all__ = ["merge"]
