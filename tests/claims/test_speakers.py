"""Who says so, by the grammar of the sentence."""

from __future__ import annotations

import pytest
from tests.claims.conftest import Read

PRESENCE = "Anna Berg was in Rome on 3 May 2019"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("A source in Oslo said that Anna Berg was in Rome on 3 May 2019.", ["source in Oslo"]),
        (f"{PRESENCE}, the club confirmed on its website.", ["club"]),
        (f"Witnesses told the BBC that {PRESENCE}.", ["Witnesses", "BBC"]),
        (f"Her lawyer, Nina Lindt, said that {PRESENCE}.", ["Nina Lindt"]),
        (f"The Daily Mirror, the channel ATV and the Oslo Gazette reported that {PRESENCE}.",
         ["Daily Mirror", "channel ATV", "Oslo Gazette"]),
        (f"According to the indictment {PRESENCE}.", ["indictment"]),
    ],
)  # fmt: skip
def test_the_speaker_of_the_clause_is_its_source(read: Read, text: str, names: list[str]) -> None:
    (claim,) = read(text, "Anna Berg")
    assert [source.name for source in claim.attribution] == names


def test_what_is_said_in_another_clause_is_no_source(read: Read) -> None:
    text = f"{PRESENCE}, before the club confirmed that tickets would cost more."
    (claim,) = read(text, "Anna Berg")
    assert claim.attribution == ()
