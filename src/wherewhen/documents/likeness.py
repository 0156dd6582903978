"""Which items repeat each other: syndicated text, a photograph in another size."""

from __future__ import annotations

import hashlib
import heapq
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

import numpy as np
from PIL import Image as Pillow

from wherewhen.documents.cues import LETTERS, MARKS
from wherewhen.model.item import Kin, Kinship, Likeness

RUN = 5
"""Words whose sequence is unlikely to be written twice by chance."""
KEPT = 256
PRUNED_AT = 50_000
FEWEST = 12
"""Runs below which a text is too short to tell."""
SAME, SHARED = 0.9, 0.4
"""Share of the shorter text that is found in the other one."""
COMMON = 200
"""Texts over which a run is a formula of the house, not a copy."""
SIDE, FREQUENCIES = 32, 16
ALIKE = 40
"""Bits of 256 by which a resized or recompressed picture differs at most; strangers differ by about 128."""
FLAT = 200.0
"""Variance of brightness below which a picture shows too little to be told from others."""
TOP = 2**64


def likeness_of_text(text: str) -> Likeness:
    """Runs of five words without case, accents and vowel signs; the smallest hashes stand for all."""
    seen: set[int] = set()
    bound, pruned = TOP, False
    for run in _runs(text):
        mark = int.from_bytes(hashlib.blake2b(run, digest_size=8).digest(), "big")
        if mark < bound:
            seen.add(mark)
            if len(seen) > PRUNED_AT:
                seen = set(heapq.nsmallest(KEPT, seen))
                bound, pruned = max(seen), True
    kept = heapq.nsmallest(KEPT, seen)
    size = round((KEPT - 1) * TOP / kept[-1]) if pruned else len(seen)
    return Likeness(tuple(kept), size)


def _runs(text: str) -> Iterator[bytes]:
    words: list[str] = []
    for line in text.split("\n"):
        bare = MARKS.sub("", unicodedata.normalize("NFKD", line.casefold()))
        for word in LETTERS.findall(bare):
            words.append(word)
            if len(words) >= RUN:
                yield " ".join(words).encode("utf-8", "surrogatepass")
                del words[0]


def picture_print(image: Pillow.Image) -> str | None:
    """256 bits of the coarse structure, hexadecimal; None for a picture that shows next to nothing."""
    small = image.convert("L").resize((SIDE, SIDE), Pillow.Resampling.BOX)
    light = np.frombuffer(small.tobytes(), dtype=np.uint8).reshape(SIDE, SIDE).astype(np.float64)
    if light.var() < FLAT:
        return None
    waves = np.cos(np.outer(np.arange(1, FREQUENCIES + 1), (2 * np.arange(SIDE) + 1) * np.pi / (2 * SIDE)))
    strength = waves @ light @ waves.T
    bits = np.packbits((strength > np.median(strength)).flatten())
    return bits.tobytes().hex()


def kin(likenesses: Mapping[str, Likeness]) -> tuple[Kin, ...]:
    """Every two items that are not independent, by id; ordered."""
    return tuple(
        sorted([*_texts(likenesses), *_pictures(likenesses)], key=lambda k: (k.first, k.second, k.how))
    )


def families(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Who belongs together, also by way of a third one: for each id the smallest id of its family."""
    above: dict[str, str] = {}

    def eldest(name: str) -> str:
        while above.setdefault(name, name) != name:
            name = above[name]
        return name

    for one, other in pairs:
        first, second = sorted((eldest(one), eldest(other)))
        above[second] = first
    return {name: eldest(name) for name in list(above)}


def _texts(likenesses: Mapping[str, Likeness]) -> Iterator[Kin]:
    prints = {name: like for name, like in likenesses.items() if like.size >= FEWEST}
    having: dict[int, list[str]] = defaultdict(list)
    for name in sorted(prints):
        for word in prints[name].words:
            having[word].append(name)
    shared: Counter[tuple[str, str]] = Counter()
    for names in having.values():
        if len(names) <= COMMON:
            shared.update((one, two) for at, one in enumerate(names) for two in names[at + 1 :])
    for one, two in shared:
        share = contained(prints[one], prints[two])
        if share >= SHARED:
            yield Kin(one, two, Kinship.SAME_TEXT if share >= SAME else Kinship.SHARED_TEXT, round(share, 3))


def akin(one: Likeness, two: Likeness) -> bool:
    """Whether two things are not independent: shared text, or one picture in two sizes."""
    if one.picture is not None and two.picture is not None:
        return (int(one.picture, 16) ^ int(two.picture, 16)).bit_count() <= ALIKE
    return min(one.size, two.size) >= FEWEST and contained(one, two) >= SHARED


def contained(one: Likeness, two: Likeness) -> float:
    """The share of the shorter text that stands in the other, estimated from the smallest hashes of both."""
    union = heapq.nsmallest(KEPT, set(one.words) | set(two.words))
    both = set(one.words) & set(two.words)
    alike = sum(word in both for word in union) / max(len(union), 1)
    common = alike * (one.size + two.size) / (1 + alike)
    return min(1.0, common / max(min(one.size, two.size), 1))


def _pictures(likenesses: Mapping[str, Likeness]) -> Iterator[Kin]:
    names = sorted(name for name, like in likenesses.items() if like.picture is not None)
    if not names:
        return
    prints = np.array([list(bytes.fromhex(likenesses[name].picture or "")) for name in names], dtype=np.uint8)
    whole = prints.view(np.uint64)
    for at, name in enumerate(names[:-1]):
        apart = np.bitwise_count(whole[at + 1 :] ^ whole[at]).sum(axis=1)
        for other in np.flatnonzero(apart <= ALIKE):
            share = 1 - float(apart[other]) / (SIDE * FREQUENCIES / 2)
            yield Kin(name, names[at + 1 + int(other)], Kinship.SAME_PICTURE, round(share, 3))
