"""Asking the workbench as a browser would, byte by byte, without a server in between."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote, urlencode, urlsplit

PORT = 8123
HOST = f"127.0.0.1:{PORT}"
HOME = f"http://{HOST}"
Headers = Sequence[tuple[str, str]]


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes = field(repr=False)

    @property
    def text(self) -> str:
        return self.body.decode()

    @property
    def location(self) -> str:
        return self.headers["location"]


def ask(
    app: Any,
    method: str,
    address: str,
    headers: Headers = (),
    body: bytes = b"",
    *,
    raw_path: bytes | None = None,
    kind: str = "http",
) -> Answer:
    """Exactly these headers and no others. A websocket that is refused answers 403.

    In a thread of its own: a browser that is driven beside it keeps a loop in the main one.
    """
    split = urlsplit(address)
    scope = {
        "type": kind, "asgi": {"version": "3.0"}, "http_version": "1.1", "scheme": "http", "root_path": "",
        "method": method, "path": split.path, "query_string": split.query.encode(),
        "raw_path": quote(split.path, safe="/%").encode() if raw_path is None else raw_path,
        "headers": [(n.lower().encode(), v.encode()) for n, v in headers],
        "client": ("127.0.0.1", 50000), "server": ("127.0.0.1", PORT), "subprotocols": [],
    }  # fmt: skip
    with ThreadPoolExecutor(1) as apart:
        return apart.submit(asyncio.run, _answered(app, scope, body)).result()


async def _answered(app: Any, scope: dict[str, Any], body: bytes) -> Answer:
    sent: list[dict[str, Any]] = []
    waiting = [{"type": "http.request", "body": body, "more_body": False}]

    async def receive() -> dict[str, Any]:
        return waiting.pop() if waiting else {"type": "http.disconnect"}

    async def send(message: dict[str, Any]) -> None:
        sent.append(message)

    await app(scope, receive, send)
    if sent[0]["type"] == "websocket.close":
        return Answer(403, {}, b"")
    headers = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
    return Answer(sent[0]["status"], headers, b"".join(m.get("body", b"") for m in sent[1:]))


class Tab:
    """One tab of the browser that came in by the link."""

    def __init__(self, app: Any, session: Any) -> None:
        self.app = app
        self.cookie = ""
        entered = self.post("/enter", token=session.token or "")
        self.cookie = entered.headers.get("set-cookie", "").split(";")[0]

    def headers(self, method: str, body: bytes = b"") -> list[tuple[str, str]]:
        own = [("Host", HOST), ("Sec-Fetch-Site", "same-origin"), ("Cookie", self.cookie)]
        if method == "POST":
            own += [("Origin", HOME), ("Content-Type", "application/x-www-form-urlencoded")]
            own += [("Content-Length", str(len(body)))]
        return own

    def get(self, address: str) -> Answer:
        return ask(self.app, "GET", address, self.headers("GET"))

    def post(self, address: str, **fields: object) -> Answer:
        body = urlencode({name: str(value) for name, value in fields.items()}).encode()
        return ask(self.app, "POST", address, self.headers("POST", body), body)

    def followed(self, answer: Answer) -> Answer:
        assert answer.status == 303, answer.text
        return self.get(answer.location)
