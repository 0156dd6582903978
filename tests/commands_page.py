"""The reference part of docs/commands.md, made from the commands themselves.

``python -m tests.commands_page`` prints it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import typer

from wherewhen.cli import app


def commands() -> Iterator[tuple[str, Any]]:
    """Every command with its full name, groups opened."""
    group: Any = typer.main.get_command(app)
    for name, command in group.commands.items():
        if hasattr(command, "commands"):
            yield from ((f"{name} {inner}", below) for inner, below in command.commands.items())
        else:
            yield name, command


def rendered(name: str, command: Any) -> str:
    """One command as a section: what it does, its arguments and options as a table."""
    lines = [f"### `wherewhen {name}`", "", " ".join(str(command.help).split()), ""]
    rows = [row for parameter in command.params if (row := _row(parameter))]
    return "\n".join([*lines, *(["| | |", "|---|---|", *rows, ""] if rows else [])])


def _row(parameter: Any) -> str:
    if parameter.name == "help":
        return ""
    names = ", ".join(f"`{name}`" for name in parameter.opts) if parameter.param_type_name == "option" else ""
    shown = names or f"`{str(parameter.metavar or parameter.name).upper()}`"
    return f"| {shown}{' (required)' if parameter.required else ''} | {parameter.help} |"


def page() -> str:
    return "\n".join(rendered(name, command) for name, command in commands())


if __name__ == "__main__":
    print(page())
