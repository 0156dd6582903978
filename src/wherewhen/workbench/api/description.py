"""The description for machines, and the same for people to read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from fastapi import FastAPI
from fastapi.routing import APIRoute


@dataclass(frozen=True, slots=True)
class Value:
    name: str
    kind: str
    needed: bool
    about: str


@dataclass(frozen=True, slots=True)
class Call:
    """One way of asking; ``sent`` and ``answer`` are names of shapes."""

    method: str
    path: str
    about: str
    values: tuple[Value, ...]
    sent: str
    answer: str


@dataclass(frozen=True, slots=True)
class Shape:
    name: str
    about: str
    values: tuple[Value, ...]


def name_of(route: APIRoute) -> str:
    """The name of a call, and of what is sent with it."""
    return route.name


def calls(app: FastAPI) -> list[Call]:
    """Every call, in the order in which they are written down."""
    return [
        Call(
            method.upper(), path, call.get("description") or call["summary"],
            tuple(_parameter(one) for one in call.get("parameters", ())),
            _sent(call.get("requestBody")), _answer(call["responses"]["200"]),
        )
        for path, methods in app.openapi()["paths"].items()
        for method, call in methods.items()
    ]  # fmt: skip


def shapes(app: FastAPI) -> list[Shape]:
    """What is sent and answered."""
    known = app.openapi()["components"]["schemas"]
    return [
        Shape(name, shape.get("description", ""), tuple(_values(shape)))
        for name, shape in sorted(known.items())
    ]


def _values(shape: dict[str, Any]) -> Iterator[Value]:
    if "enum" in shape:
        yield from (Value(str(word), "", True, "") for word in shape["enum"])
    for name, value in shape.get("properties", {}).items():
        yield Value(name, _kind(value), name in shape.get("required", ()), value.get("description", ""))


def _parameter(one: dict[str, Any]) -> Value:
    return Value(
        one["name"], _kind(one["schema"]), one.get("required", False), one["schema"].get("description", "")
    )


def _sent(body: dict[str, Any] | None) -> str:
    return _kind(next(iter(body["content"].values()))["schema"]) if body else ""


def _answer(response: dict[str, Any]) -> str:
    return _kind(response.get("content", {}).get("application/json", {}).get("schema", {}))


def _kind(schema: dict[str, Any]) -> str:
    if "$ref" in schema:
        return str(schema["$ref"]).rpartition("/")[2]
    if "anyOf" in schema:
        return " | ".join(_kind(one) for one in schema["anyOf"])
    if schema.get("type") == "array":
        return f"[{_kind(schema.get('items', {}))}]"
    return str(schema.get("format") or schema.get("type") or "any")
