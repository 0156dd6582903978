"""Everything the publication says, in both languages, made from templates that are data."""

from wherewhen.publication.wording.case import counts, title, withheld
from wherewhen.publication.wording.dates import date_in_sentence, date_words, day_words
from wherewhen.publication.wording.names import listed, subject_names
from wherewhen.publication.wording.places import place_name, where, with_article
from wherewhen.publication.wording.script import script
from wherewhen.publication.wording.sources import chain_words, common, source_words
from wherewhen.publication.wording.summary import Told, summary
from wherewhen.publication.wording.voice import ARABIC, ENGLISH, Voice, voices

__all__ = [
    "ARABIC",
    "ENGLISH",
    "Told",
    "Voice",
    "chain_words",
    "common",
    "counts",
    "date_in_sentence",
    "date_words",
    "day_words",
    "listed",
    "place_name",
    "script",
    "source_words",
    "subject_names",
    "summary",
    "title",
    "voices",
    "where",
    "with_article",
    "withheld",
]
