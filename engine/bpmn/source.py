"""Turns the bytes of a BPMN or DMN file into a tree, and refuses what could harm us."""

from __future__ import annotations

from math import isfinite

from lxml import etree

from engine.errors import ModelError
from engine.model import Finding
from engine.unreadable import why

MAX_BYTES = 5_000_000
BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL"
SPIFF = "http://spiffworkflow.org/bpmn/schema/1.0/core"
BPMNDI = "{http://www.omg.org/spec/BPMN/20100524/DI}"
DC = "{http://www.omg.org/spec/DD/20100524/DC}"
DI = "{http://www.omg.org/spec/DD/20100524/DI}"
NS = {"bpmn": BPMN, "spiff": SPIFF}


def read_xml(file: str, xml: bytes) -> etree._Element:
    """Parse a BPMN file safely. Raises ModelError with one finding, in Swedish."""
    root = read_tree(file, xml)
    if root.tag != f"{{{BPMN}}}definitions":
        raise refused(file, "filen är inte ett BPMN 2.0-diagram")
    _require_measures(file, root)
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
        raise refused(file, f"filen är inte giltig XML: {why(error)}") from error
    if root.getroottree().docinfo.internalDTD is not None:  # a DOCTYPE hidden by another encoding
        raise refused(file, "filen har en dokumenttyp, det tillåts inte")
    return root


def _require_measures(file: str, root: etree._Element) -> None:
    """Refuse a drawing that nobody can draw: a place that is no number, a shape without size."""
    for each in root.iter(f"{DC}Bounds", f"{DI}waypoint"):
        parent = each.getparent()
        is_shape = parent is not None and parent.tag == f"{BPMNDI}BPMNShape"
        for name in ("x", "y", "width", "height"):
            least = 0.0 if is_shape and name in {"width", "height"} else None
            if not _is_measure(each.get(name), least):
                of = parent.get("bpmnElement") if parent is not None else None
                why = f"ritningens {name} är inte ett mått: ”{each.get(name, '')[:40]}”"
                raise ModelError([Finding(file, of, "xml", why)])


def _is_measure(text: str | None, least: float | None) -> bool:
    """Say whether a measure is a number, and more than the least; one that is left out is 0."""
    try:
        number = float("0" if text is None else text)
    except ValueError:
        return False
    return isfinite(number) and (least is None or number > least)


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
