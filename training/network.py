"""The reading model as it is trained: one encoder, and a head for each kind of answer.

tags       of each piece: what it names (BIO over ``tagged.TYPES``)
sites      of each piece: is it part of a place where the subject is, plans to be or is denied to have been?
presence   of an ask: none, told as true, planned, denied
evidence   of an ask: what its claim rests on
times, persons   of an ask with a time or a person of its passage: does it date the presence, were they there?
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

import torch
from base import HIDDEN, WORDS, Base
from rows import Row
from tagged import TYPES
from tokenizers import Tokenizer
from torch import Tensor, nn
from transformers import BertConfig, BertModel

TAGS = ("O", *(f"{edge}-{kind}" for kind in TYPES for edge in "BI"))
MARKS, PRESENCES, EVIDENCES, SITES = 6, 4, 8, 4
STEPS = 9
"""Distances between an ask and a time or a person are cut into so many steps, by pieces between."""
LONGEST = 384


class Network(nn.Module):
    def __init__(self, base: Base, layers: Sequence[int], dropout: float = 0.1) -> None:
        super().__init__()
        self.encoder = _encoder(base, layers, dropout)
        self.marks = nn.Embedding(MARKS, HIDDEN)
        nn.init.normal_(self.marks.weight, std=0.02)
        self.absent = nn.Parameter(torch.randn(3, HIDDEN) * 0.02)
        self.steps = nn.Embedding(2 * STEPS, 32)
        self.tags = nn.Linear(HIDDEN, len(TAGS))
        self.sites = nn.Linear(HIDDEN, SITES)
        self.presence = _head(4 * HIDDEN, PRESENCES)
        self.evidence = _head(4 * HIDDEN, EVIDENCES)
        self.times = _head(3 * HIDDEN + 32, 1)
        self.persons = _head(3 * HIDDEN + 32, 1)

    def encode(self, ids: Tensor, marks: Tensor, present: Tensor) -> Tensor:
        words = self.encoder.embeddings.word_embeddings(ids) + self.marks(marks)
        return self.encoder(inputs_embeds=words, attention_mask=present).last_hidden_state

    def asked(self, hidden: Tensor, row: Row) -> tuple[Tensor, Tensor]:
        """(asks, 4 hidden): spot, predicate, doer and the whole; and what stands for the ask in a pairing."""
        parts = [_means(hidden, [ask[i] for ask in row["asks"]], self.absent[i]) for i in range(3)]
        whole = hidden[0].expand(len(row["asks"]), -1)
        return torch.cat([*parts, whole], -1), torch.cat(parts[:2], -1)

    def paired(self, hidden: Tensor, ask: Tensor, row: Row, name: str) -> Tensor:
        """(asks, others): logits that each time or person belongs to each ask."""
        others = row[name]
        reps = _means(hidden, others, self.absent[2])
        steps = torch.tensor(
            [[step(_anchor(a), o or (0, 1)) for o in others] for a in row["asks"]], device=hidden.device
        )
        shape = (len(row["asks"]), len(others), -1)
        joint = torch.cat([ask[:, None].expand(*shape), reps[None].expand(*shape), self.steps(steps)], -1)
        return (self.times if name == "times" else self.persons)(joint)[..., 0]


def _encoder(base: Base, layers: Sequence[int], dropout: float) -> BertModel:
    count = len(base.pieces)
    made = BertModel(
        BertConfig(
            vocab_size=count, hidden_size=HIDDEN, num_hidden_layers=len(layers), num_attention_heads=12,
            intermediate_size=1536, layer_norm_eps=1e-12, max_position_embeddings=512, type_vocab_size=2,
            pad_token_id=1, hidden_dropout_prob=dropout, attention_probs_dropout_prob=dropout,
        ),
        add_pooling_layer=False,
    )  # fmt: skip
    state = made.state_dict()
    for name, target in _names(layers):
        state[target] = torch.from_numpy(base.floats(name)).reshape(state[target].shape)
    made.load_state_dict(state)
    made.embeddings.word_embeddings.weight.requires_grad = False
    return made


def _names(layers: Sequence[int]) -> list[tuple[str, str]]:
    embeddings = [
        (WORDS, "word_embeddings.weight"), ("emb.pos", "position_embeddings.weight"),
        ("emb.type", "token_type_embeddings.weight"), ("emb.ln.w", "LayerNorm.weight"),
        ("emb.ln.b", "LayerNorm.bias"),
    ]  # fmt: skip
    parts = {
        "q": "attention.self.query", "k": "attention.self.key", "v": "attention.self.value",
        "ao": "attention.output.dense", "fi": "intermediate.dense", "fo": "output.dense",
        "aln": "attention.output.LayerNorm", "oln": "output.LayerNorm",
    }  # fmt: skip
    names = [(name, f"embeddings.{target}") for name, target in embeddings]
    for place, layer in enumerate(layers):
        for short, target in parts.items():
            for end, whole in (("w", "weight"), ("b", "bias")):
                names.append((f"l{layer}.{short}.{end}", f"encoder.layer.{place}.{target}.{whole}"))
    return names


def _head(wide: int, answers: int) -> nn.Sequential:
    return nn.Sequential(nn.Linear(wide, HIDDEN), nn.GELU(), nn.Dropout(0.2), nn.Linear(HIDDEN, answers))


def _means(hidden: Tensor, stretches: Sequence[tuple[int, int] | None], absent: Tensor) -> Tensor:
    """(stretches, hidden): the mean over each, ``absent`` where there is none."""
    sums = torch.cat([hidden.new_zeros(1, hidden.shape[1]), hidden.cumsum(0)]).float()
    edges = torch.tensor([s or (0, 1) for s in stretches], device=hidden.device)
    means = (sums[edges[:, 1]] - sums[edges[:, 0]]) / (edges[:, 1] - edges[:, 0])[:, None]
    there = torch.tensor([s is not None for s in stretches], device=hidden.device)
    return torch.where(there[:, None], means, absent.float())


def _anchor(ask: Sequence[tuple[int, int] | None]) -> tuple[int, int]:
    return ask[1] or ask[0] or (0, 1)


def step(anchor: tuple[int, int], other: tuple[int, int]) -> int:
    """How far in pieces, doubling, and on which side: 0 to STEPS-1 before, STEPS to 2*STEPS-1 after."""
    before = other[1] <= anchor[0]
    away = anchor[0] - other[1] if before else max(0, other[0] - anchor[1])
    return min(STEPS - 1, (away + 1).bit_length() - 1) + (0 if before else STEPS)


# Rows as pieces ---------------------------------------------------------------------------------------------


def pieced(row: Row, tokenizer: Tokenizer) -> Row:
    """The row with pieces for characters; what lies past the longest passage is dropped."""
    encoded = tokenizer.encode(row["text"].replace("\n", " "))
    ids, offsets = encoded.ids[:LONGEST], encoded.offsets[:LONGEST]

    def pieces(stretch: Sequence[int] | None) -> tuple[int, int] | None:
        if not stretch:
            return None
        inside = [i for i, (a, b) in enumerate(offsets) if a < b and a < stretch[1] and stretch[0] < b]
        return (inside[0], inside[-1] + 1) if inside else None

    made: Row = {**row, "ids": ids, "marks": [0] * len(ids)}
    for start, end, kind in row.get("marks", ()):
        for i in range(*(pieces((start, end)) or (0, 0))):
            made["marks"][i] = kind
    if "asks" in row:
        made["asks"] = [tuple(pieces(s) for s in ask) for ask in row["asks"]]
        for name in ("times", "persons"):
            made[name] = [pieces(s) for s in row[name]]
        made["sites"] = [0] * len(ids)
        for start, end, status in row.get("sites", ()):
            for i in range(*(pieces((start, end)) or (0, 0))):
                made["sites"][i] = status
    if "entities" in row:
        made["entities"] = [(pieces((a, b)), types) for a, b, types in row["entities"]]
        made["allowed"] = torch.full((len(ids), len(TAGS)), -1e4)
        for i, tags in enumerate(allowed(made)):
            made["allowed"][i, tags] = 0.0
    return made


def allowed(row: Row) -> list[list[int]]:
    """The tags that each piece may have: one of a stretch's types, or none and what is never marked."""
    unmarked = [0, *(TAGS.index(f"{e}-{kind}") for kind in row["open"] for e in "BI")]
    tags = [unmarked for _ in row["ids"]]
    for pieces, types in row["entities"]:
        for i in range(*(pieces or (0, 0))):
            tags[i] = [TAGS.index(f"{'B' if i == pieces[0] else 'I'}-{kind}") for kind in types]
    return tags


@dataclass(frozen=True)
class Batch:
    rows: list[Row]
    ids: Tensor
    marks: Tensor
    present: Tensor


def batch(rows: list[Row], device: str, dropped: float = 0.0, rng: random.Random | None = None) -> Batch:
    """Rows side by side, padded; ``dropped`` is the share of pieces hidden from the model."""
    wide = max(len(row["ids"]) for row in rows)
    ids = torch.ones(len(rows), wide, dtype=torch.long)
    marks, present = torch.zeros_like(ids), torch.zeros_like(ids)
    for i, row in enumerate(rows):
        long = len(row["ids"])
        shown = [3 if rng and n and rng.random() < dropped else p for n, p in enumerate(row["ids"])]
        ids[i, :long], marks[i, :long], present[i, :long] = torch.tensor(shown), torch.tensor(row["marks"]), 1
    return Batch(rows, ids.to(device), marks.to(device), present.to(device))
