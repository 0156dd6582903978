"""What the guard says when it refuses."""

from __future__ import annotations

from enum import Enum

from starlette.responses import PlainTextResponse, Response


class Refusal(Enum):
    """Status and sentence; the sentence says what to do and nothing about the case."""

    HOST = 421, "W601 This address is not the workbench. Open the link that the terminal printed."
    METHOD = 405, "W602 The workbench knows no such way of asking."
    ADDRESS = 400, "W603 This address cannot be read."
    ORIGIN = 403, "W604 Another page asked for this. Open the workbench itself and try again."
    COOKIE = 401, "W605 Open the link that the terminal printed; it works once, in one browser."
    HEADERS = 431, "W610 The headers of this request are over the limit."
    BODY = 413, "W606 What was sent is over the limit, or does not say how long it is."

    @property
    def status(self) -> int:
        return self.value[0]

    @property
    def sentence(self) -> str:
        return self.value[1]


def refused(refusal: Refusal) -> Response:
    return PlainTextResponse(refusal.sentence + "\n", refusal.status, headers={"Connection": "close"})
