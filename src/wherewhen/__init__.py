"""Wherewhen: published reports and media to a sourced, illustrated map and timeline."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from wherewhen.case import Case, new_case, open_case, unpack_case
    from wherewhen.documents import Stated
    from wherewhen.workbench.saying import SaidPlace, SaidSource, says

__version__ = "0.1.0"
__all__ = ["Case", "SaidPlace", "SaidSource", "Stated", "new_case", "open_case", "says", "unpack_case"]
_HOMES = {
    "Stated": "wherewhen.documents",
    "SaidPlace": "wherewhen.workbench.saying",
    "SaidSource": "wherewhen.workbench.saying",
    "says": "wherewhen.workbench.saying",
}


def __getattr__(name: str) -> Any:
    """What is heavy is imported when it is first asked for: most commands never do."""
    if name not in __all__:
        raise AttributeError(f"module 'wherewhen' has no attribute {name!r}")
    return getattr(import_module(_HOMES.get(name, "wherewhen.case")), name)
