"""The published page: a folder that opens by double-click, in two languages, without any network."""

from __future__ import annotations

from wherewhen.publication.ground import Towns, no_towns
from wherewhen.publication.public import PublicCase
from wherewhen.publication.site.assets import AssetsMissing, assets
from wherewhen.publication.site.base import Basemap
from wherewhen.publication.site.card import address
from wherewhen.publication.site.ends import DOWNLOADS, Download
from wherewhen.publication.site.page import page
from wherewhen.publication.site.reams import large, reams
from wherewhen.publication.site.single import BUDGET, Report, single

__all__ = ["BUDGET", "DOWNLOADS", "AssetsMissing", "Basemap", "Download", "Report", "build", "single"]


def build(
    case: PublicCase,
    basemap: Basemap,
    downloads: tuple[Download, ...] = DOWNLOADS,
    towns: Towns = no_towns,
    *,
    apart: bool | None = None,
) -> dict[str, bytes]:
    """Relative path to bytes of the page, its script, style, typefaces and images.

    ``downloads`` are named on the page; their files are the exporters' to write. ``towns`` gives the map
    names to find one's way by. ``apart`` puts the cards into files of their own, as large records need it.
    """
    apart = large(case) if apart is None else apart
    files = {"index.html": page(case, basemap, downloads, towns, apart)}
    pictures = [picture for s in case.sightings if s.image for picture in (s.image.main, *s.image.renditions)]
    files |= {address(picture.file): picture.content for picture in (*pictures, *case.overview)}
    return files | assets() | (reams(case) if apart else {})
