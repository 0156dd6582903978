"""What made a statement: every rule set, model or person has a name, a version, a configuration."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tool:
    """``configuration`` is a short hash of everything that can change the tool's answers."""

    name: str
    version: str
    configuration: str = ""
