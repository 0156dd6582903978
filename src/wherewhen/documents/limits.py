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
MAX_PIXELS = 60_000_000
"""Pixels of one picture, told by its head before anything is unpacked."""
MAX_PAGES = 3_000
"""Pages of one PDF."""
MAX_SCANNED_PAGES = 100
"""Scanned pages of one PDF that are given to the character reader."""
MAX_ARCHIVE_BYTES = 500_000_000
"""Bytes of one archive on disk."""
MAX_ENTRIES = 10_000
"""Entries of one archive, and things taken from one archive."""
MAX_UNPACKED_BYTES = 150_000_000
"""Bytes that one archive may unpack to, counted while unpacking."""
MAX_RATIO = 200
"""How many times its packed size an entry over a megabyte may unpack to."""
MAX_DEPTH = 3
"""Archives inside archives."""
MAX_ARCHIVES = 100
"""Archives inside one archive, at all depths together."""
MAX_ROWS = 50_000
"""Rows of one table."""
MAX_VIDEO_BYTES = 4_000_000_000
MAX_FRAMES = 12
"""Key frames that are taken from one film."""
MAX_SECONDS = 4
"""Seconds that reading any one file may take; larger files get more, a second for each megabyte."""
MAX_MEMORY = 420_000_000
"""Bytes of memory for one reading."""
