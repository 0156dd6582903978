"""XML to a tree: any document type declaration is refused, so no entity can grow or fetch."""

from __future__ import annotations

from typing import cast

from lxml import etree

from wherewhen.model.errors import DamagedFile, DocumentTooLarge

Element = etree._Element


def tree(data: bytes, name: object) -> Element:
    """The root element. Raises DamagedFile, or DocumentTooLarge where it is nested too deeply."""
    if b"<!DOCTYPE" in data[:4096].replace(b"\x00", b""):
        raise DamagedFile(name, "It declares a document type, which no such file needs")
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        if "depth" in str(error) or "huge" in str(error):
            raise DocumentTooLarge(name, f"It is nested too deeply: {error}") from None
        raise DamagedFile(name, f"It is no well-formed XML: {error}") from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise DamagedFile(name, "It declares a document type, which no such file needs")
    return cast(Element, root)
