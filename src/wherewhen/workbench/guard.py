"""The guard before every page: only this machine, only this browser, only our own pages may ask.

A page on the web cannot read from a server on loopback, but it can make the browser send to it, and a
name that its owner points at 127.0.0.1 makes our pages its own. Hence: the name asked for must be ours
(Host), the page that asks must be ours (Origin, Sec-Fetch-Site), and whoever asks must have come through
the link that the terminal printed (a cookie that no other site can send).
"""

from __future__ import annotations

from urllib.parse import unquote

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from wherewhen.workbench.refusal import Refusal, refused
from wherewhen.workbench.session import Session

SAFE = frozenset({"GET", "HEAD"})
METHODS = SAFE | {"POST"}
OPEN = ("/enter", "/assets/")
"""What may be asked for without the cookie: the door itself and the style it wears."""
LONGEST_ADDRESS = 4096
MOST_HEADERS = 32_768
MOST_BYTES = 2_000_000
MOST_FILE_BYTES = 64_000_000
FILES = ("/pictures", "/documents")
"""The paths that take large bodies end so."""

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    # Not "no-referrer": with it browsers send "Origin: null" from our own forms.
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), usb=(), payment=()",
    "Cache-Control": "no-store",
}


class Guard:
    """Stands before the whole application; refuses in one short page and never says more than it must."""

    def __init__(self, app: ASGIApp, session: Session, port: int) -> None:
        self._app = app
        self._session = session
        self._hosts = frozenset(f"{host}:{port}" for host in ("127.0.0.1", "localhost", "[::1]"))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        if scope["type"] != "http":
            await _closed(receive, send)
            return
        fault = self.fault(scope)
        guarded = _with_headers(send)
        if fault:
            await refused(fault)(scope, receive, guarded)
            return
        await self._app(scope, _Measured(receive, _limit(scope)), guarded)

    def fault(self, scope: Scope) -> Refusal | None:
        """Why a request is refused, None if it is not."""
        headers = Headers(scope=scope)
        method, path = scope["method"], scope["path"]
        if sum(len(name) + len(value) for name, value in scope["headers"]) > MOST_HEADERS:
            return Refusal.HEADERS
        if headers.getlist("host")[1:] or headers.get("host", "").lower() not in self._hosts:
            return Refusal.HOST
        if method not in METHODS:
            return Refusal.METHOD
        if len(scope.get("raw_path") or path) + len(scope["query_string"]) > LONGEST_ADDRESS or _odd(scope):
            return Refusal.ADDRESS
        if not self._ours(headers, method):
            return Refusal.ORIGIN
        if not _is_open(path) and not self._session.knows(headers):
            return Refusal.COOKIE
        return _body_fault(headers, method, _limit(scope))

    def _ours(self, headers: Headers, method: str) -> bool:
        """Did a page of ours ask, or a person's own hand; scripts with the key send neither header."""
        origins, sites = headers.getlist("origin"), headers.getlist("sec-fetch-site")
        own = f"http://{headers.get('host', '').lower()}"
        if any(origin.lower() != own for origin in origins) or len(origins) > 1 or len(sites) > 1:
            return False
        if any(site not in ("same-origin", "none") for site in sites):
            return False
        if method in SAFE or self._session.has_key(headers):
            return True
        return bool(origins) or sites == ["same-origin"]


def _is_open(path: str) -> bool:
    return path == OPEN[0] or path.startswith(OPEN[1])


def _odd(scope: Scope) -> bool:
    """Addresses that are not what they look like: encoded slashes and dots, control characters."""
    raw = (scope.get("raw_path") or scope["path"].encode("utf-8", "replace")).decode("latin-1")
    path = unquote(raw)
    return (
        "%2f" in raw.lower()
        or "%5c" in raw.lower()
        or "\\" in path
        or "//" in path
        or any(part in (".", "..") for part in path.split("/"))
        or any(ord(c) < 32 for c in path)
    )


def _limit(scope: Scope) -> int:
    return MOST_FILE_BYTES if scope["path"].endswith(FILES) else MOST_BYTES


def _body_fault(headers: Headers, method: str, limit: int) -> Refusal | None:
    """A body's length must be told beforehand, and be small enough."""
    told = headers.getlist("content-length")
    if len(told) > 1 or "transfer-encoding" in headers:
        return Refusal.BODY
    if method in SAFE and (not told or told == ["0"]):
        return None
    if method in SAFE or len(told) != 1 or not told[0].isascii() or not told[0].isdigit():
        return Refusal.BODY
    return Refusal.BODY if len(told[0]) > 12 or int(told[0]) > limit else None


class _Measured:
    """The body as it comes in; what is longer than was told or allowed is cut off."""

    def __init__(self, receive: Receive, limit: int) -> None:
        self._receive, self._left = receive, limit

    async def __call__(self) -> Message:
        message = await self._receive()
        self._left -= len(message.get("body", b""))
        return {"type": "http.disconnect"} if self._left < 0 else message


def _with_headers(send: Send) -> Send:
    """Every answer, refusals too, carries the policy; an answer may name its own way of being cached."""

    async def sent(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
        await send(message)

    return sent


async def _closed(receive: Receive, send: Send) -> None:
    await receive()
    await send({"type": "websocket.close", "code": 1008, "reason": ""})
