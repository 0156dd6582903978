"""Train the reading model.

    python training/train_reader.py DATA --out FOLDER [--layers 12] [--fold 0..4] [--hold-mentions]

DATA holds ``base.npz``, ``mentions.jsonl.gz`` and ``asks*.jsonl.gz`` (training/prepare_*.py). First mentions
alone, then mentions and asks together. With ``--fold`` every fifth document is left out and answered into
``answers.jsonl``; with ``--hold-mentions`` a fifth of the Arabic corpora is left out and tagged. Goes on from
``state.pt`` where a run was cut off.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import torch
from base import Base
from network import TAGS, Network, Row, batch, pieced
from rows import read_rows, write_rows
from tagged import CORPORA, roughened
from torch import Tensor
from torch.nn import functional as F

SEED = 1
FOLDS = 3
PRESENCE_WEIGHTS = (1.0, 1.6, 2.0, 2.5)


def fold_of(row: Row) -> int | None:
    """Texts fall into folds whole, whoever their subject is; None for those that are only learned from."""
    return int(row["group"], 16) % FOLDS if row["group"] else None


def held_mention(row: Row) -> bool:
    """A fifth of the Arabic corpora by block or article; the corpus that repeats their text goes whole."""
    if row["corpus"] == "newsfane":
        return bool(row["overlaps"])
    if row["corpus"] in ("anercorp", "aqmar"):
        return sum(map(ord, str(row["row"]))) % FOLDS == 0
    return False


# Losses -----------------------------------------------------------------------------------------------------


def tag_loss(net: Network, rows: list[Row], device: str, rng: random.Random) -> Tensor:
    """Minus the log of what the tags that a piece may have get together."""
    made = batch(rows, device, 0.05, rng)
    scores = net.tags(net.encode(made.ids, made.marks, made.present)).float().log_softmax(-1)
    may = torch.full(scores.shape, -1e4)
    for i, row in enumerate(rows):
        may[i, : len(row["ids"])] = row["allowed"]
    told = torch.logsumexp(scores + may.to(device), -1)
    return -(told * made.present).sum() / made.present.sum()


def ask_loss(net: Network, rows: list[Row], device: str, rng: random.Random) -> Tensor:
    made = batch(rows, device, 0.06, rng)
    hidden = net.encode(made.ids, made.marks, made.present)
    sites = torch.zeros_like(made.ids)
    for i, row in enumerate(rows):
        sites[i, : len(row["ids"])] = torch.tensor(row["sites"])
    found = F.cross_entropy(net.sites(hidden).float().transpose(1, 2), sites, reduction="none")
    losses = [0.5 * (found * made.present).sum() / made.present.sum()]
    presence, evidence, pairs = [], [], []
    for i, row in enumerate(rows):
        if row["asks"]:
            joint, anchor = net.asked(hidden[i], row)
            said = [a["presence"] for a in row["answers"]]
            presence.append((net.presence(joint).float(), [-1 if s is None else s for s in said]))
            told = [n for n, a in enumerate(row["answers"]) if a["presence"]]
            if told:
                kinds = [row["answers"][n]["evidence"] for n in told]
                evidence.append((net.evidence(joint[told]).float(), [-1 if k is None else k for k in kinds]))
            pairs += list(_pair_losses(net, hidden[i], anchor, row, told))
    losses.append(_cross(presence, device, torch.tensor(PRESENCE_WEIGHTS)))
    if evidence:
        losses.append(0.3 * _cross(evidence, device, None))
    if pairs:
        losses.append(0.6 * torch.stack(pairs).mean())
    return torch.stack(losses).sum()


def _cross(pairs: Sequence[tuple[Tensor, list[int]]], device: str, weights: Tensor | None) -> Tensor:
    logits = torch.cat([p[0] for p in pairs])
    wanted = torch.tensor([w for p in pairs for w in p[1]], device=device)
    made = F.cross_entropy(
        logits, wanted, weights.to(device) if weights is not None else None, ignore_index=-1,
        label_smoothing=0.03,
    )  # fmt: skip
    return torch.nan_to_num(made)


def _pair_losses(net: Network, hidden: Tensor, anchor: Tensor, row: Row, told: list[int]) -> Iterator[Tensor]:
    for name in ("times", "persons"):
        asked = [n for n in told if name == "persons" or row["answers"][n]["dated"]]
        if asked and row[name]:
            chosen = {**row, "asks": [row["asks"][n] for n in asked]}
            logits = net.paired(hidden, anchor[asked], chosen, name).float()
            wanted = torch.tensor([row["answers"][n][name] for n in asked], device=logits.device).float()
            yield F.binary_cross_entropy_with_logits(logits, wanted)


# Training ---------------------------------------------------------------------------------------------------


def mixture(texts: list[Row], size: int, rng: random.Random) -> Iterator[list[Row]]:
    """Batches without end, each corpus in its share."""
    by_corpus = {c.name: [t for t in texts if t["corpus"] == c.name] for c in CORPORA}
    names = [name for name, found in by_corpus.items() if found]
    shares = [next(c.share for c in CORPORA if c.name == name) for name in names]
    while True:
        yield [rng.choice(by_corpus[name]) for name in rng.choices(names, shares, k=size)]


def shuffled(found: list[Row], size: int, rng: random.Random) -> Iterator[list[Row]]:
    """Batches without end, all rows once before any a second time, in rows of like length."""
    while True:
        order = sorted(found, key=lambda row: len(row["ids"]) + rng.random() * 60)
        batches = [order[i : i + size] for i in range(0, len(order), size)]
        rng.shuffle(batches)
        yield from batches


def train(net: Network, texts: list[Row], asks: list[Row], options: argparse.Namespace, out: Path) -> None:
    device, rng = options.device, random.Random(options.seed)
    epoch = math.ceil(sum(1 for row in asks if row["group"]) / options.batch)
    alone, together = options.first_steps, options.epochs * epoch
    encoder = [p for p in net.encoder.parameters() if p.requires_grad]
    heads = [p for n, p in net.named_parameters() if not n.startswith("encoder.")]
    optimiser = torch.optim.AdamW(
        [{"params": encoder, "lr": options.rate}, {"params": heads, "lr": 10 * options.rate}],
        weight_decay=0.01,
    )
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, [lambda s: _pace(s, alone, together), lambda s: _pace(s, alone, together)]
    )
    sightings, frames = [r for r in asks if r["group"]], [r for r in asks if not r["group"]]
    tagged, framed = mixture(texts, options.batch, rng), shuffled(frames, options.batch, rng)
    asked = shuffled(sightings, options.batch, rng)
    if options.start:
        net.load_state_dict(torch.load(options.start, weights_only=True), strict=False)
    began, done = time.monotonic(), _resume(net, optimiser, schedule, out)
    net.train()
    for number in range(done, alone + together):
        with torch.autocast(device.split(":")[0], torch.bfloat16):
            first = number < alone
            loss = (
                ask_loss(net, next(framed if first else asked), device, rng)
                if number % 3 or not first
                else 0.0
            )
            if first or number % 4 == 0:
                loss = loss + (1.0 if first else 0.5) * tag_loss(net, next(tagged), device, rng)
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_([*encoder, *heads], 1.0)
        optimiser.step()
        schedule.step()
        if number % 20 == 19:
            print(
                f"{number + 1}/{alone + together} {loss.item():.3f} {time.monotonic() - began:.0f} s",
                flush=True,
            )
        if options.keep and number % options.keep == options.keep - 1:
            _keep(net, optimiser, schedule, number + 1, out)


def _pace(number: int, alone: int, together: int) -> float:
    """Up over a tenth, then down: once before the sightings, once with them."""
    at, length = (number, alone * 1.3) if number < alone else (number - alone, together)
    return min(1.0, (at + 1) / (0.1 * length + 1)) * max(0.02, 1 - at / (length + 1))


def _keep(net: Network, optimiser: Any, schedule: Any, number: int, out: Path) -> None:
    torch.save(
        {"net": net.state_dict(), "optimiser": optimiser.state_dict(), "schedule": schedule.state_dict(),
         "number": number}, out / "state.pt",
    )  # fmt: skip


def _resume(net: Network, optimiser: Any, schedule: Any, out: Path) -> int:
    if not (out / "state.pt").exists():
        return 0
    kept = torch.load(out / "state.pt", weights_only=True)
    net.load_state_dict(kept["net"])
    optimiser.load_state_dict(kept["optimiser"])
    schedule.load_state_dict(kept["schedule"])
    return int(kept["number"])


# Answers ----------------------------------------------------------------------------------------------------


@torch.no_grad()
def answer(net: Network, rows: list[Row], device: str) -> Iterator[Row]:
    net.eval()
    for start in range(0, len(rows), 16):
        made = batch(rows[start : start + 16], device)
        hidden = net.encode(made.ids, made.marks, made.present).float()
        for i, row in enumerate(made.rows):
            joint, anchor = net.asked(hidden[i], row)
            yield {
                "document": row["document"],
                "number": row["number"],
                "presence": _rounded(net.presence(joint)),
                "evidence": _rounded(net.evidence(joint)),
                **{
                    name: _rounded(net.paired(hidden[i], anchor, row, name)) if row[name] else []
                    for name in ("times", "persons")
                },
                "sites": _rounded(net.sites(hidden[i, : len(row["ids"])])),
            }  # fmt: skip


def _rounded(logits: Tensor) -> list[list[float]]:
    return [[round(x, 3) for x in line] for line in logits.float().tolist()]


@torch.no_grad()
def tag(net: Network, rows: list[Row], device: str) -> Iterator[Row]:
    net.eval()
    for start in range(0, len(rows), 32):
        made = batch(rows[start : start + 32], device)
        shares = net.tags(net.encode(made.ids, made.marks, made.present)).float().softmax(-1)
        best = (shares @ NEWS.to(device)).argmax(-1).tolist()
        for row, tags in zip(made.rows, best, strict=True):
            yield {"corpus": row["corpus"], "row": row["row"], "gold": row["entities"],
                   "found": [NEWS_TAGS[t] for t in tags[: len(row["ids"])]]}  # fmt: skip


def spans(tags: Sequence[str]) -> set[tuple[int, int, str]]:
    """(first, end, type) of each run B I I; an I without its B begins one."""
    found, start = set(), None
    for i, label in enumerate([*tags, "O"]):
        if start is not None and not (label.startswith("I-") and label[2:] == tags[start][2:]):
            found.add((start, i, tags[start][2:]))
            start = None
        if start is None and label != "O":
            start = i
    return found


NEWS_TYPES = {"GPE": "LOC", "FAC": "LOC", "LOC": "LOC", "PER": "PER", "ORG": "ORG"}
NEWS_TAGS = ("O", *(f"{edge}-{kind}" for kind in ("PER", "LOC", "ORG") for edge in "BI"))
NEWS = torch.zeros(len(TAGS), len(NEWS_TAGS))
for _n, _tag in enumerate(TAGS):
    NEWS[_n, NEWS_TAGS.index(_tag[:2] + NEWS_TYPES[_tag[2:]]) if _tag[2:] in NEWS_TYPES else 0] = 1.0


def mention_figures(tagged: Sequence[Row]) -> dict[str, float]:
    """Exact F1 over persons, places (of any kind) and bodies, by corpus and by type."""
    counts: dict[tuple[str, str], list[int]] = {}
    for row in tagged:
        gold = {(*p, NEWS_TYPES[t[0]]) for p, t in row["gold"] if p and t[0] in NEWS_TYPES}
        found = spans(row["found"])
        for kind in ("PER", "LOC", "ORG", "all"):
            one, two = ({s for s in x if kind in (s[2], "all")} for x in (gold, found))
            made = counts.setdefault((row["corpus"], kind), [0, 0, 0])
            made[0] += len(one & two)
            made[1] += len(one)
            made[2] += len(two)
    return {f"{c} {k}": round(2 * hit / max(1, g + f), 3) for (c, k), (hit, g, f) in counts.items()}


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--layers", type=int, default=12, help="the first so many, or every other one of 12")
    parser.add_argument("--fold", type=int)
    parser.add_argument("--hold-mentions", action="store_true")
    parser.add_argument("--first-steps", type=int, default=1500, help="mentions and frames, no sightings")
    parser.add_argument("--start", type=Path, help="weights to start from, of a run with --epochs 0")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--epochs", type=int, default=10)
    parser.add_argument("--batch", type=int, default=16)
    parser.add_argument("--rate", type=float, default=6e-5)
    parser.add_argument("--keep", type=int, default=0, help="keep the state every so many steps")
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    options = parser.parse_args()
    random.seed(options.seed)
    torch.manual_seed(options.seed)
    options.out.mkdir(parents=True, exist_ok=True)
    base = Base.load(options.data / "base.npz")
    tokenizer, rng = base.tokenizer, random.Random(options.seed)
    texts = read_rows(options.data / "mentions.jsonl.gz")
    asks = [row for file in sorted(options.data.glob("asks*.jsonl.gz")) for row in read_rows(file)]
    for number, row in enumerate(asks):
        row["number"] = number
    held = [pieced(t, tokenizer) for t in texts if options.hold_mentions and held_mention(t)]
    texts = [
        pieced(roughened(t, rng), tokenizer) for t in texts if not (options.hold_mentions and held_mention(t))
    ]
    known = [pieced(r, tokenizer) for r in asks if fold_of(r) is None or fold_of(r) != options.fold]
    unseen = [pieced(r, tokenizer) for r in asks if options.fold is not None and fold_of(r) == options.fold]
    layers = range(options.layers) if options.layers != 6 else range(0, 12, 2)
    net = Network(base, tuple(layers)).to(options.device)
    train(net, texts, known, options, options.out)
    if unseen:
        write_rows(options.out / "answers.jsonl.gz", answer(net, unseen, options.device))
    if held:
        print(
            json.dumps(
                mention_figures([t for t in tag(net, held, options.device) if t["corpus"] != "newsfane"])
            )
        )
    torch.save(
        {n: t.half() for n, t in net.state_dict().items() if "word_embeddings" not in n},
        options.out / "weights.pt",
    )


if __name__ == "__main__":
    main()
