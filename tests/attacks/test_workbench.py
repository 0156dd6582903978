"""Every route of the workbench × every attack: refused, and the case as it was.

The routes are those of the application itself, so that a new one is in the table without a word here.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote, urlencode

import pytest
from fastapi.routing import APIRoute
from starlette.requests import ClientDisconnect
from tests.workbench.asking import HOME, HOST, PORT, Answer, ask
from tests.workbench.conftest import Laid

from wherewhen.workbench import Desk, Session, application
from wherewhen.workbench.guard import MOST_BYTES
from wherewhen.workbench.refusal import Refusal

REFUSED = frozenset({400, 401, 403, 404, 405, 413, 421, 431})
CASE_FREE = ("/enter", "/assets/")


@dataclass(frozen=True)
class Asking:
    """A request that is right in every way, to be spoilt in one."""

    method: str
    path: str
    cookie: str
    host: str | None = HOST
    origin: str | None = HOME
    site: str | None = "same-origin"
    length: str | None = None
    body: bytes = b""
    query: str = ""
    more: tuple[tuple[str, str], ...] = ()
    raw: bytes | None = None
    kind: str = "http"

    def sent(self, app: Any) -> Answer:
        headers = list(self.more)
        headers += [("Host", self.host)] if self.host is not None else []
        headers += [("Cookie", self.cookie)] if self.cookie else []
        headers += [("Sec-Fetch-Site", self.site)] if self.site else []
        if self.method not in ("GET", "HEAD"):
            headers += [("Origin", self.origin)] if self.origin is not None else []
            length = str(len(self.body)) if self.length is None else self.length
            headers += [("Content-Length", length)] if length else []
            headers.append(("Content-Type", "application/x-www-form-urlencoded"))
        address = self.path + (f"?{self.query}" if self.query else "")
        return ask(app, self.method, address, headers, self.body, raw_path=self.raw, kind=self.kind)


Attack = Callable[[Asking], Asking]


def hosts() -> Iterator[tuple[str, Attack]]:
    foreign = (
        "evil.example", f"evil.example:{PORT}", f"{HOST}.evil.example", "127.0.0.1", f"127.0.0.1:{PORT + 1}",
        f"127.0.0.2:{PORT}", f"0.0.0.0:{PORT}", f"localhost.evil.example:{PORT}", f"[::2]:{PORT}", "[::1]",
        f"[::ffff:127.0.0.1]:{PORT}", f"[fe80::1%25lo]:{PORT}", f"::1:{PORT}", f"user@{HOST}", f"{HOST}/", "",
        f"2130706433:{PORT}", f"0x7f.1:{PORT}", f"127.1:{PORT}", f" {HOST}", f"{HOST},evil.example",
    )  # fmt: skip
    for host in foreign:
        yield f"host {host!r}", lambda a, host=host: replace(a, host=host, origin=f"http://{host}")  # type: ignore[misc]
    yield "no host", lambda a: replace(a, host=None)
    yield "two hosts", lambda a: replace(a, more=(("Host", "evil.example"),))


def origins() -> Iterator[tuple[str, Attack]]:
    foreign = (
        "null", "http://evil.example", f"https://{HOST}", f"http://{HOST}.evil.example", "http://127.0.0.1",
        f"http://localhost:{PORT}", f"http://127.0.0.1:{PORT + 1}", "file://", "", f"{HOME}, http://evil.example",
        "http://[::1]:8080", f"{HOME}/",
    )  # fmt: skip
    for origin in foreign:
        yield f"origin {origin!r}", lambda a, o=origin: replace(a, more=(("Origin", o),), origin=None)  # type: ignore[misc]
    for site in ("cross-site", "same-site", "", "none, same-origin"):
        yield f"site {site!r}", lambda a, s=site: replace(a, site=None, more=(("Sec-Fetch-Site", s),))  # type: ignore[misc]
    yield "two origins", lambda a: replace(a, more=(("Origin", HOME), ("Origin", HOME)))
    yield "two sites", lambda a: replace(a, more=(("Sec-Fetch-Site", "same-origin"),) * 2)


def methods() -> Iterator[tuple[str, Attack]]:
    odd = (
        "PUT",
        "PATCH",
        "DELETE",
        "OPTIONS",
        "TRACE",
        "CONNECT",
        "PROPFIND",
        "post",
        "get",
        "",
        "POST POST",
    )
    for method in odd:
        yield f"method {method!r}", lambda a, m=method: replace(a, method=m)  # type: ignore[misc]
    yield "the other method", lambda a: replace(a, method="POST" if a.method == "GET" else "GET", body=b"")
    yield "head", lambda a: replace(a, method="HEAD", body=b"")
    yield "websocket", lambda a: replace(a, kind="websocket", method="GET")


def paths() -> Iterator[tuple[str, Attack]]:
    tricks = (
        "/..{}", "/.{}", "//127.0.0.1{}",
         "/en/..{}", "/%2e%2e{}", "/%2E%2e/%2e%2e{}", "{}/..", "{}/.", "{}%2f",
        "{}%5c", "{}%00", "{}%0d%0aX: y", "{}//", "/en\\..{}", "{}/../../../../etc/passwd", "{}%2f..%2fetc",
        "{}%250a%00", "/" + "a" * 5000 + "{}",
    )  # fmt: skip
    for trick in tricks:
        yield f"path {trick[:20]!r}", lambda a, t=trick: _led_astray(a, t)  # type: ignore[misc]
    yield "long question", lambda a: replace(a, query="q=" + "a" * 5000)


def _led_astray(a: Asking, trick: str) -> Asking:
    raw = trick.format(a.path)
    return replace(a, path=unquote(raw, errors="replace"), raw=raw.encode())


def bodies() -> Iterator[tuple[str, Attack]]:
    for length in ("-1", "1e3", "9" * 30, "70000000", " 5", "5, 5", "٥", "0x10"):
        yield f"length {length!r}", lambda a, n=length: _with_length(a, n)  # type: ignore[misc]
    yield "a long header", lambda a: replace(a, more=(("X", "a" * 40_000),))
    yield "many headers", lambda a: replace(a, more=tuple((f"X-{n}", "a") for n in range(9_000)))
    yield "chunked", lambda a: replace(a, more=(("Transfer-Encoding", "chunked"),))
    yield "chunked and length", lambda a: replace(
        a, length="5", body=b"hello", more=(("Transfer-Encoding", "chunked"),)
    )  # fmt: skip
    yield (
        "two lengths",
        lambda a: replace(a, length="", more=(("Content-Length", "5"), ("Content-Length", "6"))),
    )


def _with_length(a: Asking, length: str) -> Asking:
    return replace(a, length="", more=(("Content-Length", length),))


def cookies() -> Iterator[tuple[str, Attack]]:
    def wrong(a: Asking, value: str) -> Asking:
        return replace(a, cookie=value)

    name = f"wherewhen-{PORT}"
    values = (
        "",
        f"{name}=",
        f"{name}=x",
        f"{name}=" + "A" * 43,
        f"wherewhen-{PORT + 1}=A",
        "session=1",
        f"{name}",
    )
    for value in values:
        yield f"cookie {value!r}", lambda a, v=value: wrong(a, v)  # type: ignore[misc]
    yield "two cookies", lambda a: replace(a, cookie=f"{a.cookie}; {name}=x")
    yield "the cookie in other letters", lambda a: replace(a, cookie=a.cookie.swapcase())
    yield "a part of the cookie", lambda a: replace(a, cookie=a.cookie[:-1])
    for key in ("Bearer x", "Bearer ", "Basic YTpi", "Bearer None"):
        yield f"key {key!r}", lambda a, k=key: replace(a, cookie="", more=(("Authorization", k),))  # type: ignore[misc]


ATTACKS = dict((*hosts(), *origins(), *methods(), *paths(), *bodies()))
COOKIE_ATTACKS = dict(cookies())


@dataclass
class Table:
    asked: int = 0
    through: list[str] = field(default_factory=list)


def askings(laid: Laid) -> Iterator[Asking]:
    for route in laid.app.routes:
        assert isinstance(route, APIRoute), f"{route} is no route of ours"
        path = re.sub(r"\{name[^}]*\}", "desk.css", route.path.replace("{language:tongue}", "en"))
        path = re.sub(r"\{[^}]*\}", "1", path)
        for method in route.methods:
            yield Asking(method, path, laid.tab.cookie)


@pytest.fixture
def table(laid: Laid) -> Table:
    """All of it, once."""
    made, head = Table(), laid.case.head
    both = Counter(right.path for right in askings(laid))
    for right in askings(laid):
        attacks = ATTACKS if right.path.startswith(CASE_FREE) else ATTACKS | COOKIE_ATTACKS
        for name, attack in attacks.items():
            if name == "the other method" and both[right.path] > 1:
                continue  # it is a route of its own
            answer = attack(right).sent(laid.app)
            made.asked += 1
            if answer.status not in REFUSED or laid.case.head != head:
                made.through.append(f"{name} on {right.method} {right.path}: {answer.status}")
    return made


def test_every_attack_on_every_route_is_refused(table: Table) -> None:
    assert table.asked > 500
    assert table.through == []


def test_the_same_requests_without_an_attack_come_through_the_guard(laid: Laid) -> None:
    for right in askings(laid):
        if right.path == "/enter" and right.method == "POST":
            continue
        assert right.sent(laid.app).status not in REFUSED - {400, 404}, right


def test_the_other_names_of_this_machine_are_let_in(laid: Laid) -> None:
    for host in (f"localhost:{PORT}", f"[::1]:{PORT}", f"LOCALHOST:{PORT}"):
        right = Asking("GET", "/en/desk", laid.tab.cookie, host=host)
        assert right.sent(laid.app).status == 200


def test_the_code_of_the_link_works_once(laid: Laid) -> None:
    session = Session(PORT)
    app = application(Desk(laid.case, "Mona", laid.app.state.desk.instruments), session, PORT)
    body = urlencode({"token": session.token}).encode()
    first, second = (Asking("POST", "/enter", "", body=body).sent(app) for _ in range(2))
    assert (first.status, second.status) == (303, 403)
    cookie = first.headers["set-cookie"]
    assert "HttpOnly" in cookie and "SameSite=strict" in cookie and "set-cookie" not in second.headers


def test_a_body_longer_than_was_told_is_cut_off(laid: Laid) -> None:
    claim, body = laid.claim("Rome"), b"verdict=accept&seen=99&claim="
    body += claim.encode() + b"&reason=" + b"a" * MOST_BYTES
    told = Asking("POST", "/en/judge", laid.tab.cookie, body=body, length="10")
    with suppress(ClientDisconnect):
        assert told.sent(laid.app).status >= 400
    assert laid.review(claim) == "proposed"


def test_no_get_changes_anything(laid: Laid) -> None:
    head = laid.case.head
    for right in askings(laid):
        asked = replace(
            right, method="GET", query=urlencode({"claim": laid.claim("Rome"), "verdict": "accept"})
        )
        override = (("X-HTTP-Method-Override", "POST"), ("X-Method-Override", "POST"))
        replace(asked, more=override).sent(laid.app)
    assert laid.case.head == head


def test_every_answer_carries_the_policy_and_no_trace_of_the_inside(laid: Laid) -> None:
    for right in askings(laid):
        for spoilt in (right, replace(right, cookie=""), replace(right, host="evil.example")):
            answer = spoilt.sent(laid.app)
            assert answer.headers["content-security-policy"].startswith("default-src 'none'"), right
            assert answer.headers["x-content-type-options"] == "nosniff"
            assert answer.headers["x-frame-options"] == "DENY"
            assert "access-control-allow-origin" not in answer.headers
            assert "Traceback" not in answer.body.decode("utf-8", "replace")


PAYLOADS = (
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "'-alert(1)-'",
    "javascript:alert(1)",
    "{{7*7}}", "</textarea><svg onload=alert(1)>", "<!--<script>", "\u202e<b>",
    "%3Cscript%3E", "&lt;script&gt;",
)  # fmt: skip


def fields_of(route: APIRoute) -> Iterator[str]:
    """Every name that a route takes from the address or the body."""
    for parameter in (*route.dependant.query_params, *route.dependant.body_params):
        inner = getattr(parameter.field_info.annotation, "model_fields", None)
        yield from inner or (parameter.alias,)


def test_a_script_in_any_field_comes_back_as_harmless_text(laid: Laid) -> None:
    tried, rome = 0, laid.claim("Rome")
    for route in laid.app.routes:
        path = route.path.replace("{language:tongue}", "ar")
        if "{" in path:
            continue
        for name in set(fields_of(route)):
            for payload in PAYLOADS:
                fields = {"claim": rome, "seen": "99", name: payload}
                if "POST" in route.methods:
                    answer = laid.tab.post(path, **fields)
                else:
                    answer = laid.tab.get(f"{path}?{urlencode(fields, quote_via=quote)}")
                tried += 1
                if answer.status == 303:
                    answer = laid.tab.get(answer.location)
                for raw in ("<script>alert", "<img src=x", "<svg onload", "<!--<script"):
                    assert raw not in answer.text, (route.path, name, payload)
                assert 'href="javascript' not in answer.text and ">49<" not in answer.text
    assert tried > 100


def test_every_refusal_is_in_the_guide() -> None:
    guide = (Path(__file__).parents[2] / "docs" / "workbench.md").read_text("utf-8")
    for refusal in Refusal:
        assert f"| {refusal.sentence.split()[0]} | {refusal.status} |" in guide
