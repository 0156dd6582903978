"""The chain: what is hashed, and how. ``docs/cases.md`` says the same for those who check without us."""

from __future__ import annotations

import hashlib
import json
from typing import Any

ORIGIN = "0" * 64
"""What the first entry names as the entry before."""


def canonical(value: Any) -> str:
    """JSON in one form only: keys sorted, no spaces, characters as they are, finite numbers."""
    return json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def seal(salt: bytes, content: bytes) -> str:
    """Commits to a content without telling it: nobody can guess a short one without the salt."""
    return hashlib.sha256(salt + content).hexdigest()


def entry_hash(
    number: int, at: str, actor: str, kind: str, previous: str, payload_seal: str, body_seal: str | None
) -> str:
    """SHA-256 over the canonical JSON of everything about an entry but its content, which is sealed."""
    said = {
        "actor": actor, "at": at, "body": body_seal, "kind": kind, "number": number,
        "previous": previous, "seal": payload_seal,
    }  # fmt: skip
    return hashlib.sha256(canonical(said).encode()).hexdigest()
