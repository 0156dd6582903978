"""Arabic words of presence in a sentence, each taken only where its particles and neighbours allow it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache

from wherewhen.claims.conjugation import Form, noun_forms, participle_forms, verb_forms
from wherewhen.claims.entry import Entry
from wherewhen.claims.vocabulary import word_list
from wherewhen.languages import Word, fold, lexicon

_NAMES = ("noun", "participle")
_NEEDED_WITHIN = 7


def arabic_entry(line: tuple[Word, ...], at: int) -> Entry | None:
    """The word of presence at ``at``; None where the word is none or cannot be one here."""
    word = line[at]
    if word.key in word_list("ar", "words", "homographs"):
        return None
    for bare, allowed in _readings(word.key):
        if bare in word_list("ar", "words", "homographs"):
            continue
        for entry in _entries().get(bare, ()):
            if entry.form in allowed and _fits(line, at, entry):
                return entry
    return _being(line, at)


def _readings(key: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The word without its particles, with the forms that such particles allow."""
    verbal = ("past", "present", "future", "jussive", "purpose")
    yield key, (*verbal, *_NAMES)
    if len(key) > 3 and key[0] in "وف":
        yield key[1:], (*verbal, *_NAMES)
    for particles in ("ال", "وال", "فال", "بال", "كال", "وبال", "لل", "ولل", "ب", "ل", "ك", "وب", "ول", "فب"):
        if key.startswith(particles) and len(key) > len(particles) + 2:
            yield key[len(particles) :], _NAMES


def _fits(line: tuple[Word, ...], at: int, entry: Entry) -> bool:
    before, after = _key(line, at - 1), _key(line, at + 1)
    if entry.needs and not _has(line, at, entry.needs):
        return False
    if entry.form == "jussive":
        return before.lstrip("وف") == "لم"
    governed = before in word_list("ar", "words", "before_nouns")
    if entry.form in ("present", "future"):
        return not governed
    if entry.form == "past":
        of_day = entry.lemma == "ظهر" and (before == "بعد" or after in word_list("ar", "words", "days"))
        return not governed and not of_day and not _preposition(line, at, entry)
    return True


def _preposition(line: tuple[Word, ...], at: int, entry: Entry) -> bool:
    """ "عبر" is "via", unless a clause begins with it."""
    if line[at].key != "عبر":
        return False
    before = _key(line, at - 1)
    return bool(before) and before[0].isalnum() and before not in word_list("ar", "words", "before_verbs")


def _has(line: tuple[Word, ...], at: int, needed: tuple[str, ...]) -> bool:
    following = [w.key for w in line[at + 1 : at + 1 + _NEEDED_WITHIN]]
    written = {
        *following,
        *(key.lstrip("وب") for key in following),
        *(k.removeprefix("ال") for k in following),
    }
    return not written.isdisjoint(needed)


def _key(line: tuple[Word, ...], i: int) -> str:
    return line[i].key if 0 <= i < len(line) else ""


# To be somewhere ----------------------------------------------------------------------------------------


def _being(line: tuple[Word, ...], at: int) -> Entry | None:
    """ "كان في روما", "إنه في روما", "لا يزال في روما": to be, where a place comes next and no verb."""
    key = line[at].key
    kinds = _beings()
    person = kinds.get(key) or (kinds.get(key[1:]) if key[:1] in "وفبل" else None)
    if person is None:
        return None
    verb = key.lstrip("وف") in word_list("ar", "being", "verbs")
    lemma = "زال" if "زال" in key else "كان" if verb else "هو"
    for i in range(at + 1, min(len(line), at + (6 if verb else 2))):
        if _locative(line, i):
            return Entry("being", lemma, "past" if verb else "nominal", person=person)
        if not line[i].is_word or _verbal(line[i].key) or line[i].key in _POINTING:
            return None
    return None


_POINTING = frozenset(["ذلك", "هذا", "هذه", "تلك"])


def _locative(line: tuple[Word, ...], i: int) -> bool:
    key = line[i].key
    return key in word_list("ar", "being", "where") or (len(key) > 4 and key.startswith("بال"))


def _verbal(key: str) -> bool:
    bare = key[1:] if key[:1] in "وف" and len(key) > 3 else key
    forms = {e.form for e in _entries().get(bare, ())} - {"jussive"}
    return key == "قد" or bool(forms)


@cache
def _beings() -> dict[str, str]:
    data = lexicon("ar", "presence")["being"]
    return {fold(word): person for person, words in data["person"].items() for word in words}


# The lexicon --------------------------------------------------------------------------------------------


@cache
def _entries() -> dict[str, tuple[Entry, ...]]:
    """Entries by written form; nouns of their own come first, then verbs in the order of the file."""
    data = lexicon("ar", "presence")
    found: dict[str, list[Entry]] = {}
    for role, nouns in data["nouns"].items():
        for noun in map(fold, nouns):
            _add(found, _Maker(role, noun, role == "meeting"), noun_forms(noun))
    for group in data["verb"]:
        meeting, object_ = group.get("meeting", False), group.get("object", False)
        for word in group["words"]:
            triple, _, needs = word.partition(" + ")
            needed = tuple(map(fold, needs.split()))
            maker = _Maker(group["role"], fold(triple.split()[0]), meeting, object_, needed)
            _add(found, maker, verb_forms(triple))
    for role, words in data["participles"].items():
        for word in map(fold, words):
            _add(found, _Maker(role, word), participle_forms(word))
    return {key: tuple(entries) for key, entries in found.items()}


def _add(found: dict[str, list[Entry]], maker: _Maker, forms: Iterable[Form]) -> None:
    for form in forms:
        found.setdefault(form.key, []).append(maker.entry(form))


@dataclass(slots=True)
class _Maker:
    """Makes the entries of one word; forms that differ in writing alone share theirs."""

    role: str
    lemma: str
    meeting: bool = False
    object: bool = False
    needs: tuple[str, ...] = ()
    made: dict[Form, Entry] = field(default_factory=dict)

    def entry(self, form: Form) -> Entry:
        kind = form._replace(key="")
        if kind not in self.made:
            self.made[kind] = Entry(
                self.role,
                self.lemma,
                form.form,
                self.meeting,
                self.object,
                (),
                self.needs,
                form.person,
                form.onto,
            )
        return self.made[kind]
