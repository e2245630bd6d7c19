"""The closed list of what a diagram may contain: anything else is refused, not ignored.

SpiffWorkflow runs some elements otherwise than they are drawn (link events, signal end events,
compensation, interrupting event subprocesses …) and would execute scripts; none of them is here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import PurePath

from lxml import etree

from engine.bpmn.diagram import ACTIVITIES, FLOW_NODES, LANE_PREFIX, Diagram
from engine.bpmn.source import BPMN, NS, SPIFF, local
from engine.model import Finding

ALLOWED = FLOW_NODES | {
    "definitions", "process", "collaboration", "participant", "messageFlow", "message", "signal",
    "laneSet", "lane", "flowNodeRef", "sequenceFlow", "incoming", "outgoing", "documentation",
    "extensionElements", "conditionExpression", "messageEventDefinition", "signalEventDefinition",
    "timerEventDefinition", "timeDate", "timeDuration", "terminateEventDefinition",
    "textAnnotation", "text", "association",
}  # fmt: skip
ALLOWED_SPIFF = {"properties", "property"}
TRIGGERS = {
    "startEvent": {"message"},
    "endEvent": {"terminate"},
    "intermediateCatchEvent": {"message", "signal", "date", "duration"},
    "intermediateThrowEvent": {"message", "signal"},
    "boundaryEvent": {"message", "signal", "date", "duration"},
}
MUST_TRIGGER = {"intermediateCatchEvent", "boundaryEvent"}


def element_findings(diagram: Diagram) -> list[Finding]:
    """Return what a file contains or lacks that our engine does not run as it is drawn."""
    process = diagram.root.find("bpmn:process", NS)
    assert process is not None  # noqa: S101  read_diagram has found one
    found = [*_foreign(diagram), *_ids(diagram)]
    found += [*_process(diagram, process), *_lanes(diagram, process)]
    for element in diagram.elements.values():
        wrong = _event(diagram, element.id)
        found += [Finding(diagram.file, element.id, "event", message) for message in wrong]
        if element.agency is None:
            found.append(
                Finding(diagram.file, element.id, "lane", "elementet ligger inte i någon bana")
            )
        if element.kind in ACTIVITIES and not element.name:
            found.append(Finding(diagram.file, element.id, "name", "uppgiften saknar namn"))
    return found


def _foreign(diagram: Diagram) -> Iterator[Finding]:
    for node in diagram.root.iter(etree.Element):
        namespace, name, place = etree.QName(node).namespace, local(node), _place(node)
        if namespace == BPMN and name not in ALLOWED:
            yield Finding(diagram.file, place, "element", f"elementet {name} stöds inte")
        elif namespace == SPIFF and name not in ALLOWED_SPIFF:
            yield Finding(diagram.file, place, "element", f"inställningen {name} tillåts inte")
        elif namespace == BPMN and node.get("isForCompensation") == "true":
            yield Finding(diagram.file, place, "element", "kompensation stöds inte")
        elif name == "conditionExpression" and node.get("language"):
            yield Finding(diagram.file, place, "element", "villkor får inte ange språk")


def _ids(diagram: Diagram) -> Iterator[Finding]:
    ids = (n.get("id") for n in diagram.root.iter(etree.Element) if n.get("id"))
    for id_, count in Counter(ids).items():
        if count > 1:
            yield Finding(diagram.file, id_, "double-id", f"id:t {id_} finns {count} gånger")


def _process(diagram: Diagram, process: etree._Element) -> Iterator[Finding]:
    def finding(rule: str, message: str) -> Finding:
        return Finding(diagram.file, diagram.process or None, rule, message)

    if diagram.process != PurePath(diagram.file).stem:
        yield finding("stem", f"processens id är {diagram.process!r}, det ska vara filens namn")
    if process.get("isExecutable") != "true":
        yield finding("executable", "processen är inte markerad som körbar")
    if not diagram.name:
        yield finding("name", "processen saknar namn")
    starts = len(list(diagram.of_kind("startEvent")))
    if starts != 1:
        yield finding("one-start", f"processen har {starts} starthändelser, den ska ha en")
    if not list(diagram.of_kind("endEvent")):
        yield finding("end", "processen saknar sluthändelse")


def _lanes(diagram: Diagram, process: etree._Element) -> Iterator[Finding]:
    for lane in process.iterfind(".//bpmn:lane", NS):
        if not (lane.get("id") or "").startswith(LANE_PREFIX):
            yield Finding(diagram.file, lane.get("id"), "lane", "banans id ska börja med lane_")
    refs = Counter((r.text or "").strip() for r in process.iterfind(".//bpmn:flowNodeRef", NS))
    for ref, count in refs.items():
        if count > 1:
            yield Finding(diagram.file, ref, "lane", "elementet ligger i flera banor")
        if ref not in diagram.elements:
            yield Finding(diagram.file, ref, "lane", "banan pekar på ett element som inte finns")


def _event(diagram: Diagram, id_: str) -> Iterator[str]:
    element = diagram.elements[id_]
    allowed = TRIGGERS.get(element.kind, set())
    if len(element.triggers) > 1:
        yield "händelsen har flera utlösare, den får ha en"
    for trigger in element.triggers:
        if trigger.kind not in allowed:
            yield f"händelsen får inte ha utlösaren {trigger.kind}"
    if element.kind in MUST_TRIGGER and not element.triggers:
        yield "händelsen saknar utlösare"
    if element.kind == "boundaryEvent":
        host = diagram.elements.get(element.attached_to or "")
        if host is None or host.kind not in {"userTask", "callActivity"}:
            yield "kanthändelsen sitter inte på en uppgift eller ett anrop"


def _place(node: etree._Element) -> str | None:
    named = (n for n in [node, *node.iterancestors()] if n.get("id"))
    return next((n.get("id") for n in named), None)
