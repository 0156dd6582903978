"""Arabic names that stand bare behind a verb of visiting and the person who visits."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from wherewhen import mentions
from wherewhen.model.document import Document
from wherewhen.model.person import Person
from wherewhen.places import Gazetteer, find

Made = Callable[..., Document]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("بلغ سامي الحداد تدمر في آخر الشتاء.", True),
        ("رسم سامي الحداد تدمر في آخر الشتاء.", False),
    ],
)
def test_a_place_follows_the_visitor_only_behind_a_verb_of_visiting(
    text: str, found: bool, world: Gazetteer, paragraph: Made
) -> None:
    document = paragraph(text, language="ar")
    names = mentions.subject_names(document, Person("سامي الحداد"))
    assert ("تدمر" in [m.span.quote for m in find(document, world, persons=names)]) is found
