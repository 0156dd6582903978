"""The subject of an inquiry and other persons and groups of a document."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Person:
    """A person or a group, by the names that the documents use.

    name     the fullest form
    aliases  other whole names, spellings and scripts
    """

    name: str
    aliases: tuple[str, ...] = ()
    group: bool = False
