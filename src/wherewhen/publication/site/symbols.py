"""The page's own small drawings: marks of evidence, the link sign, hatching, the arrowhead."""

from __future__ import annotations

from wherewhen.publication.site.markup import Markup, tag

_SIGNS = {
    "photo": "M2 5h3l1-2h4l1 2h3v8H2zM8 6.5a2.5 2.5 0 1 0 .01 0z",
    "video": "M3 2.5v11l10-5.5z",
    "audio": "M2 6v4h2.5L8 13V3L4.5 6zM10 5.5a3.5 3.5 0 0 1 0 5M11.5 3.5a6 6 0 0 1 0 9",
    "statement": "M2 3h12v8H7l-3 3v-3H2z",
    "report": "M3 2h10v12H3zM5 5h6M5 8h6M5 11h4",
    "document": "M4 2h5l3 3v9H4zM9 2v3h3",
    "physical_trace": "M8 2a5 5 0 0 1 5 5c0 3-1 5-2 7M8 5a2.5 2.5 0 0 1 2.5 2.5c0 3-.5 4.5-1.5 6.5"
    "M3 7c0 3 0 4-1 6M5.5 7.5c0 3 0 4-1 6.5",
    "unattributed": "M5.5 6a2.5 2.5 0 1 1 3.5 2.300c-.8.4-1 .9-1 1.7M8 12.5v.5",
    "link": "M6.5 9.5l3-3M7 5l1.5-1.5a2.5 2.5 0 0 1 4 4L11 9M9 11l-1.5 1.5a2.5 2.5 0 0 1-4-4L5 7",
}
_FILLED = ("video",)


def symbols() -> list[Markup]:
    """Every sign as a ``symbol`` of 16 by 16."""
    return [_symbol(name, drawing) for name, drawing in _SIGNS.items()]


def _symbol(name: str, drawing: str) -> Markup:
    kind = "sign-filled" if name in _FILLED else "sign-line"
    return tag(
        "symbol", {"id": f"sign-{name}", "viewBox": "0 0 16 16"}, tag("path", {"d": drawing, "class": kind})
    )


def sign(name: str) -> Markup:
    known = name if name in _SIGNS else "unattributed"
    return tag("svg", {"class": "sign", "aria-hidden": "true"}, tag("use", {"href": f"#sign-{known}"}))


def patterns() -> list[Markup]:
    """Hatching for areas on still maps, and the head of an arrow."""
    size: dict[str, str | int] = {"width": 7, "height": 7, "patternUnits": "userSpaceOnUse"}
    return [
        tag(
            "marker",
            {
                "id": "arrow",
                "viewBox": "0 0 10 10",
                "refX": 9,
                "refY": 5,
                "markerWidth": 7,
                "markerHeight": 7,
                "orient": "auto-start-reverse",
            },
            tag("path", {"d": "M0 0L10 5L0 10z", "class": "arrow-head"}),
        ),
        tag(
            "pattern",
            {"id": "hatch-icon", **size, "patternTransform": "rotate(45)"},
            tag("rect", {"width": 7, "height": 7, "class": "hatch-ground"}),
            tag("path", {"d": "M0 0V7", "class": "hatch-line"}),
        ),
    ]


def hatching(identity: str, scale: float, selected: bool = False) -> Markup:
    """Hatching for shapes that are drawn at ``scale`` pixels a unit."""
    kind = " is-selected" if selected else ""
    return tag(
        "pattern",
        {
            "id": identity,
            "width": 7,
            "height": 7,
            "patternUnits": "userSpaceOnUse",
            "patternTransform": f"scale({1 / scale:.4f}) rotate(45)",
        },
        tag("rect", {"width": 7, "height": 7, "class": f"hatch-ground{kind}"}),
        tag("path", {"d": "M0 0V7", "class": f"hatch-line{kind}"}),
    )
