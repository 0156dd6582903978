"""A phrase rendered in both languages from one record, and the reasons for its area."""

from __future__ import annotations

from wherewhen.languages import LANGUAGES, lexicon
from wherewhen.model.place import Place
from wherewhen.model.reason import Reason
from wherewhen.places.areas_geometry import Drawn, rounded
from wherewhen.places.areas_phrases import LAKES, RIVERS, TOWNS, Phrase


def names(phrase: Phrase, places: tuple[Place, ...]) -> tuple[tuple[str, str], ...]:
    """The area's name by language, e.g. "southern countryside of Aleppo" and "ريف حلب الجنوبي"."""
    return tuple((language, _name(phrase, places, language)) for language in LANGUAGES)


def kind(phrase: Phrase, places: tuple[Place, ...]) -> str:
    """What the relation comes to: Arabic "toward" is a side of a town but a part of a country."""
    town = places[0].precision in TOWNS or places[0].kind in (*RIVERS, *LAKES)
    return {"toward": "side" if town else "part", "outside": "near"}.get(phrase.relation, phrase.relation)


def reason(phrase: Phrase, drawn: Drawn, places: tuple[Place, ...]) -> tuple[Reason, ...]:
    """Why the words draw this area: values for both languages, the Arabic ones marked ``_ar``."""
    values: dict[str, object] = dict(drawn.values)
    for key, place in zip(("place", "other"), places, strict=False):
        values |= {key: place.name("en"), f"{key}_ar": place.name("ar")}
    if phrase.direction:
        english, arabic = (_words(phrase.direction, language) for language in ("en", "ar"))
        values["direction"] = english["noun" if drawn.code in ("distance_dir", "side_dir") else "adjective"]
        values |= {
            "direction_ar": arabic["noun"],
            "masculine_ar": arabic["masculine"],
            "feminine_ar": arabic["feminine"],
        }
    first = Reason.of(f"area.{drawn.code}", phrase.span, **values)
    if not phrase.direction or drawn.code.endswith("_dir"):
        return (first,)
    return (first, Reason.of("area.direction", phrase.span, **values))


def _name(phrase: Phrase, places: tuple[Place, ...], language: str) -> str:
    templates = lexicon(language, "areas")["name"]
    values = {
        "place": _called(places[0], language),
        "km": rounded(phrase.km or 0.0),
    }
    if len(places) > 1:
        values["other"] = _called(places[1], language)
    if phrase.direction:
        values |= _words(phrase.direction, language)
    if phrase.relation == "landform":
        forms = lexicon(language, "areas")["landform"]
        values["landform"] = forms.get(phrase.detail, next(iter(forms.values())))[0]
    text: str = templates[_template(phrase, places, templates)]
    return text.format_map(values)


def _called(place: Place, language: str) -> str:
    form = lexicon(language, "areas")["called"]["river" if place.kind in RIVERS else "other"]
    return str(form).format(place=place.name(language))


def _template(phrase: Phrase, places: tuple[Place, ...], templates: dict[str, str]) -> str:
    """The most telling template that there is for the relation."""
    relation = kind(phrase, places)
    base = relation + ("_border" if phrase.detail == "border" else "")
    if base.endswith("border"):
        base += "_one" if len(places) == 1 else ""
    directed = f"{base}_dir"
    return directed if phrase.direction and directed in templates else base


def _words(direction: str, language: str) -> dict[str, str]:
    row = lexicon(language, "areas")["direction"][direction]
    first, last = row["adjective"][0], row["adjective"][-1]
    return {"noun": row["noun"][0], "adjective": first, "masculine": first, "feminine": last}
