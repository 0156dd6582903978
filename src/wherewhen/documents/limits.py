"""How much one document may hold. Over a limit the document is refused, never cut."""

from __future__ import annotations

MAX_BYTES = 20_000_000
"""Bytes of one file, and code points of one text (about ten long novels)."""
MAX_BLOCKS = 300_000
"""Paragraphs, captions, rows and the like of one document."""
MAX_ATTRIBUTES = 5_000
"""Attributes of one element: the parser's time grows with their square."""
MAX_FILES = 10_000
"""Files that one folder may expand to."""
MAX_IMAGES = 500
"""Pictures of one page whose bytes are taken along; the rest keep their name only."""
MAX_IMAGE_BYTES = 20_000_000
MAX_IMAGES_BYTES = 100_000_000
MAX_JSON_BYTES = 1_000_000
"""Characters of one machine-readable description inside a page; a longer one is not read."""
