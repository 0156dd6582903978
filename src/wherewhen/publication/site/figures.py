"""The numbers in the head of the page: sightings, places, sources, years."""

from __future__ import annotations

from dataclasses import dataclass

from wherewhen.publication.public import PublicCase, PublicSighting
from wherewhen.publication.site.geometry import placed
from wherewhen.publication.site.words import Words


@dataclass(frozen=True, slots=True)
class Figures:
    sightings: int
    places: int
    sources: int
    unplaced: int
    visual: int
    years: tuple[int, int] | None


def figures(case: PublicCase) -> Figures:
    all_placed = [s for s in case.sightings if placed(s.place)]
    return Figures(
        len(case.sightings),
        len({s.place.gazetteer_id or s.place.name for s in all_placed}),
        len(source_names(case)),
        len(case.sightings) - len(all_placed),
        sum(1 for s in case.sightings if {"photo", "video"} & set(s.evidence)),
        _years(case.sightings),
    )


def source_names(case: PublicCase) -> list[str]:
    """Named publishers and sources, each once, in the order in which they appear."""
    names = [d.publisher or d.title or d.id for d in case.documents]
    for sighting in case.sightings:
        chains = [sighting.attribution, *(claim.attribution for claim in sighting.claims)]
        names += [source.name for chain in chains for source in chain if source.named and source.name]
    return list(dict.fromkeys(names))


def _years(sightings: tuple[PublicSighting, ...]) -> tuple[int, int] | None:
    times = [s.time for s in sightings]
    years = [day.year for t in times for day in (t.earliest, t.latest) if day]
    return (min(years), max(years)) if years else None


def title(case: PublicCase, found: Figures, w: Words) -> str:
    """Who, and from which year to which, in the language of the page."""
    if case.title:
        return w.generated(case.title)
    name, phrases = w.of(case.subject_names, case.subject), w.data["words"]
    if found.years is None:
        return str(phrases["title_undated"]).replace("{name}", name)
    first, last = (w.number(year) for year in found.years)
    years = first if first == last else w.data["range"].format(first=first, last=last)
    return str(phrases["title"]).replace("{years}", years).replace("{name}", name)


def in_words(found: Figures, w: Words) -> str:
    """One line that says how much is known and how."""
    forms = w.data["summary"]
    counted = {
        "sightings": w.count("sightings", found.sightings),
        "places": w.count("places", found.places),
        "sources": w.count("sources", found.sources),
    }
    parts = [forms["in_places" if found.places else "unplaced_only"].format(**counted)]
    if found.unplaced:
        parts.append(w.count("unplaced", found.unplaced))
    if found.visual:
        parts.append(w.count("visual", found.visual))
    return str(forms["join"]).join(parts) + str(forms["end"])
