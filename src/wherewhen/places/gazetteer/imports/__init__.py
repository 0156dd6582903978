"""Readers of gazetteer files that a desk brings: one format a file, all to ``Row``."""

from wherewhen.places.gazetteer.imports.reading import read

__all__ = ["read"]
