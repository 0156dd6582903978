"""Text that any XML document may hold."""

from __future__ import annotations

import re

_FORBIDDEN = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def clean(text: str) -> str:
    """Without the characters that no XML document may hold."""
    return _FORBIDDEN.sub("", text)
