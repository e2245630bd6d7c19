"""Whatever is not on the closed list is refused, not ignored.

The engine would skip it, run it otherwise than it is drawn, or execute what stands in it.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from engine.bpmn.check.allowed import ALLOWED, ALLOWED_SPIFF
from engine.bpmn.definitions import ProcessSet
from engine.bpmn.diagram import Diagram
from engine.bpmn.source import BPMN, SPIFF, local
from engine.model import Finding


def element(diagram: Diagram, _: ProcessSet) -> Iterator[Finding]:
    """Yield every element, setting and attribute that our engine has no use for."""
    for node in diagram.root.iter(etree.Element):
        if message := _foreign(node):
            yield Finding(diagram.file, _place(node), "element", message)


def _foreign(node: etree._Element) -> str | None:
    namespace, name = etree.QName(node).namespace, local(node)
    if namespace == BPMN and name not in ALLOWED:
        return f"elementet {name} stöds inte"
    if namespace == SPIFF and name not in ALLOWED_SPIFF:
        return f"inställningen {name} tillåts inte"
    if namespace == BPMN and node.get("isForCompensation") == "true":
        return "kompensation stöds inte"
    if name == "conditionExpression" and node.get("language"):
        return "villkor får inte ange språk"
    return None


def _place(node: etree._Element) -> str | None:
    named = (n for n in [node, *node.iterancestors()] if n.get("id"))
    return next((n.get("id") for n in named), None)
