"""The server as it is started: on loopback, and deaf to what is no plain request."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing

import pytest

from wherewhen.casefile import Casefile
from wherewhen.model.person import Person

COMMAND = (sys.executable, "-c", "from wherewhen.cli import main; main()")


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    case = tmp_path_factory.mktemp("served") / "case"
    Casefile.create(case, Person("Anna Berg"), "Mona").close()
    arguments = [*COMMAND, "review", str(case), "--no-browser", "--as", "Mona"]
    own = os.environ | {"LC_ALL": "C.UTF-8"}
    with subprocess.Popen(
        arguments, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=own
    ) as server:
        try:
            assert server.stdout is not None
            told = ""
            while not (link := re.search(r"http://127\.0\.0\.1:(\d+)/enter#", told)):
                line = server.stdout.readline()
                assert line, told
                told += line
            yield int(link[1])
        finally:
            server.terminate()


def said(port: int, request: bytes) -> bytes:
    with closing(socket.create_connection(("127.0.0.1", port), timeout=20)) as line:
        line.sendall(request)
        answer = b""
        while part := line.recv(65536):
            answer += part
        return answer


def test_it_is_there_on_127_0_0_1_and_nowhere_else(port: int) -> None:
    host = f"127.0.0.1:{port}".encode()
    assert said(port, b"GET /enter HTTP/1.1\r\nHost: " + host + b"\r\nConnection: close\r\n\r\n").startswith(
        b"HTTP/1.1 200"
    )
    others = {address[4][0] for address in socket.getaddrinfo(socket.gethostname(), None)} - {"127.0.0.1"}
    for other in ("127.0.0.2", "::1", *others):
        with pytest.raises(OSError):
            socket.create_connection((other, port), timeout=2).close()


def lines(*told: str) -> bytes:
    return "\r\n".join([*told, "Connection: close", "", ""]).encode()


POST = ("POST /enter HTTP/1.1", "Host: HERE")
RAW = {
    "no host": lines("GET /enter HTTP/1.1"),
    "the old protocol": b"GET /enter HTTP/1.0\r\n\r\n",
    "a whole address": lines("GET http://evil.example/enter HTTP/1.1", "Host: evil.example"),
    "a proxy's tunnel": lines("CONNECT evil.example:443 HTTP/1.1", "Host: evil.example:443"),
    "forwarded": lines("GET /en/desk HTTP/1.1", "Host: HERE", "X-Forwarded-Host: HERE"),
    "two requests in one": lines(*POST, "Transfer-Encoding: chunked", "Content-Length: 4")
    + b"0\r\n\r\n" + lines("GET /en/desk HTTP/1.1", "Host: HERE"),
    "a folded header": lines("GET /enter HTTP/1.1", "Host: HERE", " evil: x"),
    "a long header": lines("GET /enter HTTP/1.1", "Host: HERE", "X: " + "a" * 70_000),
    "many headers": lines("GET /enter HTTP/1.1", "Host: HERE", *(f"X-{n}: {n}" for n in range(9_000))),
    "no HTTP at all": b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + b"\x00" * 64 + b"\r\n\r\n",
    "an upgrade": lines("GET /en/desk HTTP/1.1", "Host: HERE", "Upgrade: websocket", "Sec-WebSocket-Key: x"),
}  # fmt: skip


@pytest.mark.parametrize("name", RAW)
def test_what_is_no_plain_request_is_refused(port: int, name: str) -> None:
    here = f"127.0.0.1:{port}".encode()
    answer = said(port, RAW[name].replace(b"HERE", here))
    first = answer.split(b"\r\n")[0]
    assert first.split()[1:2] and first.split()[1] in (
        b"400",
        b"401",
        b"403",
        b"405",
        b"413",
        b"421",
        b"431",
    ), first
    assert b"200 OK" not in answer and b"Traceback" not in answer


def test_it_does_not_say_what_it_is_made_of(port: int) -> None:
    answer = said(
        port, f"GET /en/desk HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n".encode()
    )
    assert b"401" in answer.split(b"\r\n")[0]
    assert b"uvicorn" not in answer.lower() and b"starlette" not in answer.lower()
