"""Wherewhen: published reports and media to a sourced, illustrated map and timeline."""

__version__ = "0.1.0"
