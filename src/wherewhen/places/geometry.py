"""How exact a reading is: the precision ladder and a radius around the point."""

from __future__ import annotations

import math

from wherewhen.model.place import Precision
from wherewhen.places.gazetteer import Entry

SITES: dict[str, float] = {
    "AIRP": 2.5, "SITE": 1.0, "BLDG": 0.3, "PAL": 0.5, "CSTL": 0.5, "CH": 0.2, "MSQE": 0.2, "MNMT": 0.3,
    "SQR": 0.2, "ST": 1.0, "HSP": 0.4, "UNIV": 1.0, "STDM": 0.4, "PRN": 0.5, "INSM": 2.5, "PRT": 3.0,
    "BDG": 0.5, "PRK": 3.0, "RUIN": 1.0, "BP": 1.0, "CMP": 1.5, "DIP": 0.2, "HTL": 0.2, "MUS": 0.3,
    "THTR": 0.2, "RSTN": 0.3, "NUC": 2.0, "DAM": 1.0, "TMB": 0.3, "SHRN": 0.3,
}  # fmt: skip


def precision(entry: Entry) -> Precision:
    kind = entry.kind
    if kind.startswith("PCL"):
        return Precision.COUNTRY
    if kind in ("PPLX", "DISTRICT"):
        return Precision.DISTRICT
    if kind.startswith("PPL"):
        return Precision.SETTLEMENT
    if kind in SITES:
        return Precision.SITE
    if kind in ("ISL", "STRT", "BAY") and (entry.radius_km or 99) < 12:
        return Precision.DISTRICT
    return Precision.REGION


def radius_km(entry: Entry) -> float:
    """How far from its point the named place reaches, from its kind and population."""
    if entry.radius_km:
        return entry.radius_km
    kind, people = entry.kind, entry.population
    if kind in SITES:
        return SITES[kind]
    if kind.startswith("PPL"):
        return round(max(1.0, min(25.0, math.sqrt(people / 3000 / math.pi))), 1)
    return {"ADM1": 120.0, "ADM2": 30.0}.get(kind, 50.0)
