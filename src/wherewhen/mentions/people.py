"""Every passage that speaks of the subject or of another person, in reading order.

The subject is bound clause by clause: by name, by surname (unless another given name stands before it),
by title or office, and by pronouns. A pronoun goes to whom the sentences before were about; where that is
somebody else but the subject was spoken of shortly before, it is kept as a guess, for claims to weigh.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from wherewhen.languages import Sentence, Word, sentences
from wherewhen.mentions import gender
from wherewhen.mentions.arabic_names import person_at
from wherewhen.mentions.names import Names, glued, proper
from wherewhen.mentions.vocabulary import Vocabulary, vocabulary
from wherewhen.model.document import Document
from wherewhen.model.mention import Mention, MentionKind, PersonMention, PlaceMention
from wherewhen.model.person import Person
from wherewhen.model.reason import Reason
from wherewhen.model.span import Span
from wherewhen.model.tool import Tool

TOOL = Tool("wherewhen.mentions.people", "1")
NEAR = 4
"""Sentences after which an unnamed "he" is no longer taken for the subject."""


def subject_names(document: Document, subject: Person) -> tuple[Span, ...]:
    """Where the subject stands by name, so that no place is found in it."""
    found = people(document, subject)
    named = ("person.name", "person.surname")
    return tuple(m.span for m in found if m.value == subject and m.reasons[0].code in named)


def named_people(document: Document) -> tuple[str, ...]:
    """Every person's name as often as he is spoken of by name, surnames counted for their last bearer."""
    v, bearers, found = vocabulary(document.language), dict[str, str](), list[str]()
    for sentence in sentences(document):
        line, at = sentence.words, 0
        while at < len(line):
            length = _person_name(line, at, v)
            if length:
                name = document.text[line[at].start : line[at + length - 1].end]
                bearers[line[at + length - 1].key] = name
                found.append(name)
            elif line[at].key in bearers and (line[at].capital or v.language == "ar"):
                found.append(bearers[line[at].key])
            at += length or 1
    return tuple(found)


def people(
    document: Document, subject: Person, places: Sequence[PlaceMention] = ()
) -> tuple[PersonMention, ...]:
    """Mentions of people; those of the subject carry ``value == subject``. A place's name names nobody."""
    taken = frozenset(i for m in places for i in range(m.span.start, m.span.end))
    v, lines = vocabulary(document.language), sentences(document)
    names = Names.of(subject, v)
    reader = _Reader(document, subject, v, names, gender.of_subject(lines, names, v), taken)
    reader.inside = _capitals_inside(lines)
    for sentence in lines:
        reader.read(sentence)
    return tuple(reader.found)


@dataclass(slots=True)
class _Reader:
    """Reads sentences in order and remembers who was last spoken of."""

    document: Document
    subject: Person
    vocabulary: Vocabulary
    names: Names
    gender: str = gender.UNKNOWN
    taken: frozenset[int] = frozenset()
    inside: frozenset[str] = frozenset()
    found: list[PersonMention] = field(default_factory=list)
    last: Person | None = None
    topic: Person | None = None
    other: Person | None = None
    genders: dict[str, str] = field(default_factory=dict)
    opened: bool = False
    since: int = 99
    known: dict[str, Person] = field(default_factory=dict)
    offices: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.offices |= self.names.offices

    def read(self, sentence: Sentence) -> None:
        names, at = self.names, 0
        self.opened, self.since = False, self.since + 1
        while at < len(sentence.words):
            length = (
                self._subject_name(sentence, at, names)
                or self._other_person(sentence, at, names)
                or self._description(sentence, at, names)
                or self._pronoun(sentence, at, names)
            )
            at += length or 1

    def _subject_name(self, sentence: Sentence, at: int, names: Names) -> int:
        line = sentence.words
        for key in names.whole:
            if _stands(line, at, key, self.vocabulary.language):
                if self._names_a_thing(line, at, at + len(key)):
                    return len(key)
                self._learn_office(line, at, len(key))
                return self._add(line, at, len(key), self.subject, "name")
        word = line[at]
        if self._given_name_alone(line, at, names):
            return self._add(line, at, 1, self.subject, "surname")
        if not self._short_form(word, names):
            return 0
        before = line[at - 1] if at else None
        if before is not None and self._other_given_name(before, names):
            return 0
        if self._names_a_thing(line, at, at + 1):
            return 1
        return self._add(line, at, 1, self.subject, "surname")

    def _names_a_thing(self, line: tuple[Word, ...], at: int, end: int) -> bool:
        """ "the cruiser Anna Berg", "Anna Berg Street": a thing that bears the name."""
        v = self.vocabulary
        if v.language == "ar" or self.names.group:
            return False
        before = [w.key for w in line[max(0, at - 3) : at]]
        ship = (
            bool(before) and before[-1] in v.bearing and bool({"the", "a", "her", "his"} & set(before[:-1]))
        )
        after = line[end] if end < len(line) else None
        return ship or (after is not None and after.capital and after.key in v.named_after)

    def _short_form(self, word: Word, names: Names) -> bool:
        if self.vocabulary.language == "ar":
            return any(glued(word.key, form) for form in names.short)
        return proper(word) and word.key in names.short

    def _given_name_alone(self, line: tuple[Word, ...], at: int, names: Names) -> bool:
        """ "Daniel", "Phin": no other name follows or precedes it, and nothing makes it a place."""
        word = line[at]
        if self.vocabulary.language == "ar":
            return self._arabic_given_name(line, at, names)
        if not (proper(word) and (word.key in names.first or names.nicknamed(word.key))):
            return False
        if word.start in self.taken or any(k != word.key and k.startswith(word.key) for k in self.known):
            return False
        before, after = line[at - 1] if at else None, line[at + 1] if at + 1 < len(line) else None
        if before and (before.key in _INTO or self._other_given_name(before, names)):
            return False
        return not (after and (proper(after) or after.key in self.vocabulary.particles or after.key == "-"))

    def _arabic_given_name(self, line: tuple[Word, ...], at: int, names: Names) -> bool:
        """A first name that no other name follows and no name precedes."""
        if not any(glued(line[at].key, form) for form in names.first) or line[at].start in self.taken:
            return False
        before = line[at - 1] if at else None
        if before and (before.key in self.known or before.key in self.vocabulary.particles):
            return False
        return person_at(line, at, self.vocabulary) < 2

    def _other_given_name(self, before: Word, names: Names) -> bool:
        """A capitalised word that is no title and no name of the subject makes it somebody else."""
        v = self.vocabulary
        if v.language == "ar":
            return before.key in self.known
        plain = (
            before.key in v.titles
            or before.key in v.roles
            or before.key in v.never
            or before.key in names.given
        )
        return proper(before) and not plain and len(before.key) > 1

    def _other_person(self, sentence: Sentence, at: int, names: Names) -> int:
        line = sentence.words
        length = _person_name(line, at, self.vocabulary)
        if length == 1 and at == 0 and line[0].key not in self.inside:
            length = 0
        if any(word.start in self.taken for word in line[at : at + max(1, length)]):
            return 0
        if not length:
            return self._known_surname(line, at)
        key = tuple(w.key for w in line[at : at + length] if w.is_word)
        if any(part in names.short for part in key) and any(part in names.given for part in key):
            return self._add(line, at, length, self.subject, "name")
        bearer = self.known.get(key[0]) if len(key) == 1 else None
        person = bearer or Person(self.document.text[line[at].start : line[at + length - 1].end])
        self.known.setdefault(key[-1], person)
        self.genders.setdefault(person.name, gender.of_title(line[:at], self.vocabulary))
        return self._add(line, at, length, person, "name")

    def _known_surname(self, line: tuple[Word, ...], at: int) -> int:
        person = self.known.get(line[at].key)
        named = proper(line[at]) or self.vocabulary.language == "ar"
        return self._add(line, at, 1, person, "surname") if person and named else 0

    def _learn_office(self, line: tuple[Word, ...], at: int, length: int) -> None:
        near = [*line[max(0, at - 5) : at], *line[at + length : at + length + 8]]
        self.offices |= {w.key for w in near if w.key in self.vocabulary.roles}

    def _description(self, sentence: Sentence, at: int, names: Names) -> int:
        """ "the Iranian general": somebody's office, the subject's if he holds it or was spoken of last."""
        line, v = sentence.words, self.vocabulary
        if v.language == "ar":
            return self._arabic_description(line, at, names)
        if self._latter(line, at):
            assert self.last
            return self._add(line, at, 2, self.last, "description")
        if line[at].key in names.heads:
            return self._add(line, at, 1, self.subject, "description")
        if line[at].key != "the" and not (line[at].key in ("this", "his", "their") and names.group):
            return 0
        for length in range(2, 5):
            if at + length > len(line) or not line[at + length - 1].is_word:
                return 0
            noun = line[at + length - 1].key
            if noun in names.heads:
                return self._add(line, at, length, self.subject, "description")
            after = line[at + length] if at + length < len(line) else None
            if (noun in v.roles or noun in self.offices) and not (
                after and (after.capital or after.key in v.roles or after.key in ("of", "'s"))
            ):
                return self._describe(line, at, length, noun)
        return 0

    def _latter(self, line: tuple[Word, ...], at: int) -> bool:
        return self.last is not None and tuple(w.key for w in line[at : at + 2]) == ("the", "latter")

    def _arabic_description(self, line: tuple[Word, ...], at: int, names: Names) -> int:
        key = line[at].key
        if any(glued(key.removeprefix("ال"), head.removeprefix("ال")) for head in names.heads):
            return self._add(line, at, 1, self.subject, "description")
        bare = next((form for form in (key, key[1:]) if form in self.vocabulary.roles), None)
        if bare is None or self._title_of_another(line, at + 1, names):
            return 0
        return self._describe(line, at, 1, bare)

    def _title_of_another(self, line: tuple[Word, ...], at: int, names: Names) -> bool:
        """ "الوزير فلان": the title tells of whom it stands before."""
        length = person_at(line, at, self.vocabulary) if at < len(line) else 0
        return length > 1 and not names.short & {w.key for w in line[at : at + length]}

    def _describe(self, line: tuple[Word, ...], at: int, length: int, noun: str) -> int:
        if noun in self.offices or self.last == self.subject:
            return self._add(line, at, length, self.subject, "description")
        return self._add(line, at, length, Person(noun), "description")

    def _pronoun(self, sentence: Sentence, at: int, names: Names) -> int:
        line, v = sentence.words, self.vocabulary
        key = line[at].key
        if key in v.first_person:
            return self._add(line, at, 1, self.subject, "first_person", remember=False)
        if names.group and key in v.it and self.last == self.subject:
            return self._add(line, at, 1, self.subject, "guess", remember=False)
        if key not in v.pronouns or not self._spoken_of:
            return 0
        person, guessed = self._meant(key)
        if guessed:
            return self._add(line, at, 1, person, "guess", remember=False)
        return self._add(line, at, 1, person, "pronoun", remember=False)

    def _meant(self, key: str) -> tuple[Person, bool]:
        """Whom a pronoun means and whether that is a guess."""
        v, group = self.vocabulary, self.names.group
        said = gender.of_pronoun(key, v)
        if group:
            person = self.subject if key in v.they else self.other or self.last
        else:
            person = self.topic or self.last
        assert person
        if not group and self._clash(said, self.gender):
            return self.other or Person(key), False
        if person != self.subject and self._clash(said, self.genders.get(person.name, gender.UNKNOWN)):
            return self.subject, False
        ours = key in v.they if group else self.since <= NEAR or (said != "" and said == self.gender)
        if person != self.subject and ours:
            return self.subject, True
        return person, False

    @staticmethod
    def _clash(said: str, known: str) -> bool:
        return bool(said and known and said != known)

    @property
    def _spoken_of(self) -> bool:
        return self.last is not None

    def _add(
        self, line: tuple[Word, ...], at: int, length: int, person: Person, how: str, remember: bool = True
    ) -> int:
        span = Span(self.document, line[at].start, line[at + length - 1].end)
        reason = Reason.of(f"person.{how}", span, name=person.name)
        self.found.append(Mention(MentionKind.PERSON, span, person, (reason,), TOOL))
        if remember:
            self._remember(line, at, person)
        return length

    def _remember(self, line: tuple[Word, ...], at: int, person: Person) -> None:
        """The topic is the first person of a sentence that no preposition governs."""
        self.last = person
        if person == self.subject:
            self.since = 0
        else:
            self.other = person
        before = line[at - 1].key if at else ""
        if not self.opened and before not in self.vocabulary.governing:
            self.topic, self.opened = person, True


_INTO = frozenset(["in", "at", "to", "from", "near", "into", "towards", "outside", "st", "saint"])


def _capitals_inside(lines: Sequence[Sentence]) -> frozenset[str]:
    """Words with a capital where no sentence begins: names, not openings."""
    return frozenset(w.key for line in lines for w in line.words[1:] if w.capital)


def _stands(line: tuple[Word, ...], at: int, key: tuple[str, ...], language: str) -> bool:
    if at + len(key) > len(line):
        return False
    first = glued(line[at].key, key[0]) if language == "ar" else line[at].key == key[0]
    return first and all(line[at + i].key == part for i, part in enumerate(key) if i)


def _person_name(line: tuple[Word, ...], at: int, v: Vocabulary) -> int:
    """Length of a person's name that starts here; 0 if none does."""
    return person_at(line, at, v) if v.language == "ar" else _latin_name(line, at, v)


def _latin_name(line: tuple[Word, ...], at: int, v: Vocabulary) -> int:
    """Two or more capitalised words that are neither titles nor parts of an organisation's name."""
    end = at
    while end < len(line) and _name_part(line, end, at, v):
        end += 1
    while end > at and line[end - 1].key in v.particles:
        end -= 1
    run = line[at:end]
    capitals = [w for w in run if w.capital]
    titled = at > 0 and line[at - 1].key in v.titles and line[at - 1].capital
    if any(w.key in v.organisation for w in run):
        return 0
    alone = len(run) == 1 and _spoken_of_alone(line, at, v)
    return end - at if len(capitals) >= (1 if titled or alone else 2) else 0


def _spoken_of_alone(line: tuple[Word, ...], at: int, v: Vocabulary) -> bool:
    """A single capitalised word that does or says something, or that somebody is with."""
    word = line[at]
    before = line[at - 1].key if at else ""
    after = line[at + 1].key if at + 1 < len(line) else ""
    if (
        len(word.text) < 4
        or word.text.isupper()
        or word.key in v.roles
        or word.key.endswith(("ans", "ish", "ese"))
    ):
        return False
    acts = after in v.after_names or (after.endswith("ed") and len(after) > 4)
    return acts or (at > 0 and before in v.before_names)


def _name_part(line: tuple[Word, ...], i: int, at: int, v: Vocabulary) -> bool:
    word = line[i]
    if word.key in v.particles and i > at and i + 1 < len(line) and line[i + 1].capital:
        return True
    if (
        word.text == "."
        and i > at
        and len(line[i - 1].text) == 1
        and i + 1 < len(line)
        and line[i + 1].capital
    ):
        return True
    fresh = word.key not in v.never and word.key not in v.titles
    return proper(word) and word.is_word and fresh
