"""Who may come in: a token that works once becomes a cookie that only this browser has."""

from __future__ import annotations

import secrets
from http.cookies import CookieError, SimpleCookie

from starlette.datastructures import Headers

_BITS = 32
_BEARER = "Bearer "


class Session:
    """The secrets of one run of the workbench. They live in memory and end with it.

    token  what the printed link carries; works once
    key    what a script sends as ``Authorization: Bearer KEY``; None: scripts are not let in
    """

    def __init__(self, port: int, scripts: bool = False) -> None:
        # Browsers share cookies among all ports of a host; the name keeps two workbenches apart.
        self.cookie = f"wherewhen-{port}"
        self.token: str | None = secrets.token_urlsafe(_BITS)
        self.key = secrets.token_urlsafe(_BITS) if scripts else None
        self._secret = secrets.token_urlsafe(_BITS)

    def enter(self, token: str) -> str | None:
        """The cookie's value for the right token, once; None for anything else."""
        if self.token is None or not _equal(token, self.token):
            return None
        self.token = None
        return self._secret

    def knows(self, headers: Headers) -> bool:
        """Has whoever asks the cookie, or the key for scripts?"""
        return self.has_key(headers) or _equal(_cookie(headers, self.cookie), self._secret)

    def has_key(self, headers: Headers) -> bool:
        given = headers.get("authorization", "")
        return self.key is not None and given.startswith(_BEARER) and _equal(given[len(_BEARER) :], self.key)


def _cookie(headers: Headers, name: str) -> str:
    """The cookie's value; nothing where there are two of that name."""
    values: list[str] = []
    for part in headers.get("cookie", "").split(";"):
        if part.strip().startswith(f"{name}="):
            try:
                values += [morsel.value for morsel in SimpleCookie(part.strip()).values()]
            except CookieError:
                return ""
    return values[0] if len(values) == 1 else ""


def _equal(given: str, right: str) -> bool:
    return secrets.compare_digest(given.encode("utf-8", "replace"), right.encode())
