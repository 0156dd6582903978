"""W3C PROV-JSON: which statement was quoted from which document, who published it, what read it."""

from __future__ import annotations

from typing import Any

from wherewhen.publication.exports.dropped import Dropped, has_area, has_conflicts, has_reasons, lost
from wherewhen.publication.exports.encoding import Files, json_bytes
from wherewhen.publication.exports.telling import web_address
from wherewhen.publication.public import PublicCase, PublicDocument, PublicSighting, PublicSource

Records = dict[str, dict[str, Any]]
PREFIXES = {"ww": "urn:wherewhen:", "dcterms": "http://purl.org/dc/terms/"}


def write(case: PublicCase) -> Files:
    return {"prov.json": json_bytes(_Bundle(case).document())}


def dropped(case: PublicCase) -> tuple[Dropped, ...]:
    return lost(case, area=has_area, reasons=has_reasons, conflicts=has_conflicts)


class _Bundle:
    """Collects the records of one case by kind; an agent or entity stands once, however often it is met."""

    def __init__(self, case: PublicCase) -> None:
        self._records: dict[str, Records] = {"entity": {}, "agent": {}, "activity": {}}
        self._agents: dict[PublicSource, str] = {}
        self._reading = self._activity(case)
        for document in case.documents:
            self._document(document)
        for sighting in case.sightings:
            self._sighting(sighting)

    def document(self) -> dict[str, Any]:
        return {"prefix": PREFIXES, **{kind: found for kind, found in self._records.items() if found}}

    def _activity(self, case: PublicCase) -> str:
        self._records["activity"]["ww:reading"] = {"prov:label": "Reading of the documents"}
        for name, version in case.tools:
            agent = f"ww:tool-{len(self._records['agent'])}"
            self._records["agent"][agent] = {
                "prov:type": {"$": "prov:SoftwareAgent", "type": "xsd:QName"},
                "prov:label": f"{name} {version}",
            }
            self._relate("wasAssociatedWith", activity="ww:reading", agent=agent)
        return "ww:reading"

    def _document(self, document: PublicDocument) -> None:
        """The publisher's work, by the hash of its bytes."""
        facts: dict[str, Any] = {"ww:sha256": document.id, "dcterms:language": document.language}
        facts |= {"prov:label": document.title} if document.title else {}
        address = web_address(document.url)
        facts |= {"dcterms:source": address} if address else {}
        if document.published:
            facts["dcterms:issued"] = {"$": document.published.isoformat(), "type": "xsd:date"}
        name = f"ww:document-{document.id[:16]}"
        self._records["entity"][name] = facts
        if document.publisher:
            publisher = self._agent(PublicSource(document.publisher, "outlet", True))
            self._relate("wasAttributedTo", entity=name, agent=publisher)

    def _sighting(self, sighting: PublicSighting) -> None:
        """The sighting rests on its quotes, each quote on its document, each chain on its sources."""
        name = f"ww:sighting-{sighting.id}"
        self._records["entity"][name] = {
            "prov:label": dict(sighting.summary)["en"],
            "ww:status": sighting.status,
            "ww:edtf": sighting.time.edtf or "",
        }
        self._relate("wasGeneratedBy", entity=name, activity=self._reading)
        for number, claim in enumerate(sighting.claims):
            quote = f"ww:quote-{sighting.id}-{number}"
            document = f"ww:document-{claim.document[:16]}"
            self._records["entity"][quote] = {
                "prov:value": claim.quote,
                "ww:start": claim.start,
                "ww:end": claim.end,
                "ww:evidence": claim.evidence,
            }
            self._derive(quote, document, "prov:Quotation")
            self._derive(name, quote, "prov:PrimarySource" if number == 0 else None)
            for source in claim.attribution:
                self._relate("wasAttributedTo", entity=quote, agent=self._agent(source))

    def _derive(self, made: str, used: str, kind: str | None) -> None:
        typed = {"prov:type": {"$": kind, "type": "xsd:QName"}} if kind else {}
        self._relate("wasDerivedFrom", typed, generatedEntity=made, usedEntity=used)

    def _agent(self, source: PublicSource) -> str:
        if source not in self._agents:
            self._agents[source] = f"ww:source-{len(self._agents)}"
            self._records["agent"][self._agents[source]] = {
                "prov:label": source.name or source.kind,
                "ww:kind": source.kind,
                "ww:named": source.named,
            }
        return self._agents[source]

    def _relate(self, relation: str, facts: dict[str, Any] | None = None, **ends: str) -> None:
        found = self._records.setdefault(relation, {})
        found[f"_:{relation}{len(found)}"] = {
            **{f"prov:{end}": at for end, at in ends.items()},
            **(facts or {}),
        }
