"""Places by name, compiled once from installed packages and a hand-made supplement."""

from wherewhen.places.gazetteer.build import build
from wherewhen.places.gazetteer.desk import Import, import_file, imports, withdraw
from wherewhen.places.gazetteer.entry import Entry, Naming
from wherewhen.places.gazetteer.store import Gazetteer, default_path

__all__ = [
    "Entry",
    "Gazetteer",
    "Import",
    "Naming",
    "build",
    "default_path",
    "import_file",
    "imports",
    "withdraw",
]
