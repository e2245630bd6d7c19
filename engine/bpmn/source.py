"""Turns the bytes of a BPMN or DMN file into a tree, and refuses what could harm us."""

from __future__ import annotations

from lxml import etree

from engine.errors import ModelError
from engine.model import Finding

MAX_BYTES = 5_000_000
BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL"
SPIFF = "http://spiffworkflow.org/bpmn/schema/1.0/core"
NS = {"bpmn": BPMN, "spiff": SPIFF}


def read_xml(file: str, xml: bytes) -> etree._Element:
    """Parse a BPMN file safely. Raises ModelError with one finding, in Swedish."""
    root = read_tree(file, xml)
    if root.tag != f"{{{BPMN}}}definitions":
        raise refused(file, "filen är inte ett BPMN 2.0-diagram")
    return root


def read_tree(file: str, xml: bytes) -> etree._Element:
    """Parse any XML safely: no entities, no DTD, no network, at most 5 MB.

    Raises ModelError with one finding, in Swedish, naming the line where there is one.
    """
    if len(xml) > MAX_BYTES:
        raise refused(file, f"filen är större än {MAX_BYTES // 1_000_000} MB")
    if b"<!DOCTYPE" in xml or b"<!ENTITY" in xml:
        raise refused(file, "filen har en dokumenttyp eller entiteter, det tillåts inte")
    try:
        root = etree.fromstring(xml, _parser())
    except (etree.XMLSyntaxError, ValueError) as error:
        raise refused(file, f"filen är inte giltig XML: {error}") from error
    if root.getroottree().docinfo.internalDTD is not None:  # a DOCTYPE hidden by another encoding
        raise refused(file, "filen har en dokumenttyp, det tillåts inte")
    return root


def local(element: etree._Element) -> str:
    """Return the element's name without its namespace; empty for a comment."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def is_bpmn(element: etree._Element) -> bool:
    """Say whether the element belongs to the BPMN namespace."""
    return isinstance(element.tag, str) and etree.QName(element).namespace == BPMN


def refused(file: str, why: str) -> ModelError:
    """Return the error of a file that cannot be read at all."""
    return ModelError([Finding(file, None, "xml", why)])


def _parser() -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
    )
