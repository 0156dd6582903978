"""Places by name, compiled once from installed packages and a hand-made supplement."""

from wherewhen.places.gazetteer.build import build
from wherewhen.places.gazetteer.entry import Entry, Naming
from wherewhen.places.gazetteer.store import Gazetteer, default_path

__all__ = ["Entry", "Gazetteer", "Naming", "build", "default_path"]
