"""Learn when a gazetteer name is meant as a place: ``python training/fit_places.py FOLDER``.

FOLDER holds openly licensed texts with marked names, one folder a set, one JSON document a line with
``text`` and ``entities`` ({start, end, type, form?, conf?}), and the documents of sighted_places.py. Only
sets whose licence lets trained weights be shipped are read. Written:
``places/data/recognition-{en,ar}.json``, ``languages/{en,ar}/places_mined.toml``
(given names and common words that are also names of places).
"""

from __future__ import annotations

import gzip
import json
import math
import random
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from sighted_places import sighted

from wherewhen.places import recognition
from wherewhen.places.gazetteer import Gazetteer
from wherewhen.places.reading import Words, folded
from wherewhen.places.recognition import Scene, kind_of
from wherewhen.places.spelling import arabic_script
from wherewhen.places.spotting import Spotted, spot

ROOT = Path(__file__).parents[1] / "src" / "wherewhen"
SETS = {
    "en": ("train/gum", "train/redocred", "train/wikigold", "train/re3d", "train/ecbplus",
           "train/broad_twitter", "train/litbank", "train/wnut17"),
    "ar": ("anercorp", "aqmar_ner", "wojood_sample", "train/newsfane"),
}  # fmt: skip
PLACE = (
    "LOC",
    "GPE",
    "FAC",
    "place",
    "Location",
    "location",
    "LOC_GEO",
    "LOC_FAC",
    "LOC_OTHER",
    "HUMAN_PART_GPE",
)
PERSON = ("PER", "PERS", "person", "Person", "HUMAN_PART_PER")
IGNORED = ("MISC", "NORP", "Nationality", "MIS")
Marked = tuple[int, int, str]
Sample = tuple[list[str], bool]


def documents(folder: Path, name: str) -> Iterator[tuple[str, list[Marked]]]:
    for file in (folder / name).glob("*.jsonl*"):
        raw = file.read_bytes()
        for line in (gzip.decompress(raw) if file.suffix == ".gz" else raw).splitlines():
            row = json.loads(line)
            yield row["text"], [_marked(e) for e in row["entities"] if _named(e, row["text"])]


def _named(entity: dict[str, object], text: str) -> bool:
    if entity.get("form", "name") != "name" or float(str(entity.get("conf", 1))) < 0.3:
        return False
    return len(text[int(str(entity["start"])) : int(str(entity["end"]))].split()) < 9


def _marked(entity: dict[str, object]) -> Marked:
    kind = str(entity["type"])
    coarse = kind.split(":")[0]
    if kind == "PER:Group" or coarse in IGNORED:
        label = "ignored"
    else:
        label = "place" if coarse in PLACE else "person" if coarse in PERSON else "other"
    return int(str(entity["start"])), int(str(entity["end"])), label


def samples(text: str, marked: list[Marked], gazetteer: Gazetteer, language: str) -> Iterator[Sample]:
    words = Words.of(text)
    spotted = spot(words, gazetteer)
    scene = Scene(words, spotted, language)
    for candidate in spotted:
        if candidate.demonym:
            continue
        verdict = meant(candidate, text, marked)
        if verdict is not None:
            yield list(scene.features(candidate)), verdict


def meant(candidate: Spotted, text: str, marked: list[Marked]) -> bool | None:
    """Whether the annotators call it a place; None where their spans cut through it."""
    touching = [m for m in marked if m[0] < candidate.end and candidate.start < m[1]]
    if not touching:
        return False
    start, end, label = max(touching, key=lambda m: min(m[1], candidate.end) - max(m[0], candidate.start))
    whole = candidate.start - start <= 4 and end - candidate.end <= 1 and candidate.start >= start - 1
    if label == "place":
        share = (min(end, candidate.end) - max(start, candidate.start)) / (end - start)
        return True if whole or share > 0.6 else None
    if label == "ignored":
        return None
    country = kind_of(candidate.entries[0]) == "country"
    return label == "other" and whole and country


def mine(folder: Path, language: str) -> None:
    """Given names and common words of the training texts, as word lists of the language."""
    given: Counter[str] = Counter()
    lower: Counter[str] = Counter()
    upper: Counter[str] = Counter()
    as_place: Counter[str] = Counter()
    for name in SETS[language]:
        for text, marked in documents(folder, name):
            for start, end, label in marked:
                parts = text[start:end].split()
                if label == "person" and len(parts) in (2, 3) and parts[0][0].isalpha():
                    given[folded(parts[0])] += 1
                if label == "place":
                    as_place.update(folded(p) for p in text[start:end].split())
            words = Words.of(text)
            for form, key in zip(words.forms, words.keys, strict=True):
                (upper if form[0].isupper() else lower)[key] += 1
    names = sorted(n for n, count in given.items() if count >= 3 and len(n) > 2 and as_place[n] <= count)
    if language == "en":
        common = sorted(w for w, count in lower.items() if count >= 3 and count > upper[w] / 2 and len(w) > 1)
    else:
        common = sorted(
            w for w, count in lower.items() if count >= 4 and as_place[w] * 5 < count and len(w) > 1
        )
    with Gazetteer.open() as gazetteer:
        common = [w for w in common if gazetteer.opening(w) and not _famous(w, gazetteer)]
    target = ROOT / "languages" / language / "places_mined.toml"
    target.write_text(
        "# Made by training/fit_places.py from openly licensed texts.\n"
        + _list("given_names", names) + _list("common", common), "utf-8",
    )  # fmt: skip


def _famous(word: str, gazetteer: Gazetteer) -> bool:
    """A state, a capital or a metropolis bears the name, in a script without capitals to tell."""
    entries = gazetteer.lookup((word,)).get(word, ()) if arabic_script(word) else ()
    return any(e.kind.startswith("PCL") or e.kind == "PPLC" or e.population > 300_000 for e in entries)


def _list(name: str, items: list[str]) -> str:
    lines, line = [], " "
    for item in items:
        piece = f' "{item}",'
        if len(line) + len(piece) > 108:
            lines.append(line)
            line = " "
        line += piece
    return f"{name} = [\n" + "\n".join([*lines, line]) + "\n]\n"


def fit(data: list[Sample], rounds: int = 6, rate: float = 0.25, decay: float = 3e-6) -> dict[str, float]:
    """Logistic regression by AdaGrad over sparse features; rare features and small weights go."""
    counts = Counter(f for features, _ in data for f in features)
    kept = [([f for f in features if counts[f] >= 4], label) for features, label in data]
    table: dict[str, float] = dict.fromkeys((f for fs, _ in kept for f in fs), 0.0)
    squares = dict.fromkeys(table, 1e-6)
    order = list(range(len(kept)))
    generator = random.Random(7)
    for _ in range(rounds):
        generator.shuffle(order)
        for index in order:
            features, label = kept[index]
            total = sum(table[f] for f in features)
            error = 1 / (1 + math.exp(-max(-30.0, min(30.0, total)))) - label
            for feature in features:
                step = error + decay * table[feature] * counts[feature] ** 0.5
                squares[feature] += step * step
                table[feature] -= rate * step / (squares[feature] ** 0.5 + 0.4)
    return {f: round(w, 2) for f, w in sorted(table.items()) if abs(w) >= 0.05}


def report(name: str, data: list[Sample], table: dict[str, float]) -> None:
    hits = calls = gold = 0
    for features, label in data:
        said = sum(table.get(f, 0.0) for f in features) > 0
        hits, calls, gold = hits + (said and label), calls + said, gold + label
    precision, recall = hits / max(1, calls), hits / max(1, gold)
    print(f"{name}: {len(data)} candidates, precision {precision:.3f}, recall {recall:.3f}")


def main() -> None:
    folder = Path(sys.argv[1])
    for language in SETS:
        mine(folder, language)
        recognition.listed.cache_clear()
        recognition.mined.cache_clear()
        with Gazetteer.open() as gazetteer:
            data = [
                s
                for n in SETS[language]
                for t, m in documents(folder, n)
                for s in samples(t, m, gazetteer, language)
            ]
            told = list(sighted(folder, gazetteer, language, fit(data)))
        held = [s for number, s in enumerate(data) if number // 400 % 10 == 0]
        rest = [s for number, s in enumerate(data) if number // 400 % 10]
        report(f"{language} held out", held, fit(rest + told))
        table = fit(data + told)
        target = ROOT / "places" / "data" / f"recognition-{language}.json"
        target.write_text(json.dumps(table, ensure_ascii=False, indent=0, sort_keys=True) + "\n", "utf-8")
        print(language, len(data), "candidates,", len(table), "weights")


if __name__ == "__main__":
    main()
