"""One shape for everything that goes wrong."""

from __future__ import annotations

from typing import Any

from fastapi.responses import JSONResponse, Response

from wherewhen.workbench.api.answers import Fault

FAULTS: dict[int | str, dict[str, Any]] = {
    400: {"model": Fault, "description": "It does not fit the case"},
    409: {"model": Fault, "description": "Somebody decided in the meantime; nothing was recorded"},
    422: {"model": Fault, "description": "Something cannot be understood"},
}


def fault(status: int, code: str, error: str, remedy: str = "") -> Response:
    return JSONResponse(Fault(code=code, error=error, remedy=remedy).model_dump(), status)
