"""Reads one BPMN file into plain values: what our rules and our engine need to know of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from lxml import etree

from engine.bpmn.source import BPMN, NS, is_bpmn, local, read_xml
from engine.errors import ModelError
from engine.model import Finding

SOFT_HYPHEN = "\u00ad"
LANE_PREFIX = "lane_"
PROPERTY_PREFIX = "skydd."

GATEWAYS = {"exclusiveGateway", "parallelGateway", "eventBasedGateway"}
EVENTS = {
    "startEvent", "endEvent", "intermediateCatchEvent", "intermediateThrowEvent", "boundaryEvent",
}  # fmt: skip
ACTIVITIES = {"userTask", "callActivity", "businessRuleTask"}
FLOW_NODES = GATEWAYS | EVENTS | ACTIVITIES


@dataclass(frozen=True)
class Trigger:
    """What an event waits for or sends: message, signal, date, duration, terminate."""

    kind: str
    value: str = ""


@dataclass(frozen=True)
class Element:
    """A flow node."""

    id: str
    kind: str
    name: str
    agency: str | None
    process: str
    properties: Mapping[str, str]
    """The `skydd.` properties, without the prefix."""
    guidance: str | None = None
    triggers: tuple[Trigger, ...] = ()
    attached_to: str | None = None
    interrupting: bool = True
    called: str | None = None
    default: str | None = None

    @property
    def trigger(self) -> Trigger | None:
        """The event's only trigger, or None for a plain event."""
        return self.triggers[0] if self.triggers else None

    def words(self, key: str) -> tuple[str, ...]:
        """Return a property that lists several values with spaces between."""
        return tuple(self.properties.get(key, "").split())

    def sets(self) -> dict[str, str]:
        """Return the variables that passing this element sets."""
        pairs = (word.partition("=") for word in self.words("satter"))
        return {name: value for name, _, value in pairs}


@dataclass(frozen=True)
class Flow:
    """A sequence flow."""

    id: str
    source: str
    target: str
    condition: str | None


@dataclass(frozen=True)
class Diagram:
    """One file: one process, with its lanes."""

    file: str
    process: str
    name: str
    elements: Mapping[str, Element]
    flows: tuple[Flow, ...]
    lanes: tuple[str, ...]
    root: etree._Element

    def outgoing(self, element: str) -> tuple[Flow, ...]:
        """Return the flows that leave an element."""
        return self._leaving.get(element, ())

    def incoming(self, element: str) -> tuple[Flow, ...]:
        """Return the flows that reach an element."""
        return tuple(flow for flow in self.flows if flow.target == element)

    def boundaries(self, element: str) -> tuple[Element, ...]:
        """Return the boundary events on an activity."""
        return self._attached.get(element, ())

    def of_kind(self, *kinds: str) -> Iterator[Element]:
        """Yield the elements of these kinds, in file order."""
        return (e for e in self.elements.values() if e.kind in kinds)

    @cached_property
    def _leaving(self) -> dict[str, tuple[Flow, ...]]:
        return {id_: tuple(f for f in self.flows if f.source == id_) for id_ in self.elements}

    @cached_property
    def _attached(self) -> dict[str, tuple[Element, ...]]:
        events = tuple(self.of_kind("boundaryEvent"))
        return {id_: tuple(e for e in events if e.attached_to == id_) for id_ in self.elements}

    def start(self) -> Element:
        """Return the start event."""
        return next(self.of_kind("startEvent"))


def read_diagram(file: str, xml: bytes) -> Diagram:
    """Read a file. Raises ModelError when it is not one process that we can read at all."""
    root = read_xml(file, xml)
    processes = [p for p in root if is_bpmn(p) and local(p) == "process"]
    if len(processes) != 1:
        why = f"filen har {len(processes)} processer, den ska ha exakt en"
        raise ModelError([Finding(file, None, "one-process", why)])
    process = processes[0]
    if not process.get("id"):
        raise ModelError([Finding(file, None, "one-process", "processen saknar id")])
    lanes = _lane_of(process)
    names = _message_names(root)
    elements = {
        node.get("id", ""): _element(node, process.get("id", ""), lanes, names)
        for node in process
        if is_bpmn(node) and local(node) in FLOW_NODES
    }
    return Diagram(
        file, process.get("id", ""), plain(process.get("name")), elements,
        tuple(_flows(process)), tuple(dict.fromkeys(lanes.values())), root,
    )  # fmt: skip


def plain(name: str | None) -> str:
    """Return a name as people read it: without soft hyphens and line breaks."""
    return " ".join((name or "").replace(SOFT_HYPHEN, "").split())


def _lane_of(process: etree._Element) -> dict[str, str]:
    return {
        (ref.text or "").strip(): lane.get("id", "").removeprefix(LANE_PREFIX)
        for lane in process.iterfind(".//bpmn:lane", NS)
        for ref in lane.iterfind("bpmn:flowNodeRef", NS)
    }


def _message_names(root: etree._Element) -> dict[str, str]:
    named = (n for n in root if is_bpmn(n) and local(n) in {"message", "signal"})
    return {n.get("id", ""): n.get("name", "") for n in named}


def _element(
    node: etree._Element, process: str, lanes: Mapping[str, str], names: Mapping[str, str]
) -> Element:
    id_ = node.get("id", "")
    return Element(
        id=id_,
        kind=local(node),
        name=plain(node.get("name")),
        agency=lanes.get(id_),
        process=process,
        properties=_properties(node),
        guidance=(node.findtext("bpmn:documentation", None, NS) or "").strip() or None,
        triggers=tuple(_triggers(node, names)),
        attached_to=node.get("attachedToRef"),
        interrupting=node.get("cancelActivity") != "false",
        called=node.get("calledElement"),
        default=node.get("default"),
    )


def _properties(node: etree._Element) -> dict[str, str]:
    path = "bpmn:extensionElements/spiff:properties/spiff:property"
    return {
        p.get("name", "").removeprefix(PROPERTY_PREFIX): p.get("value", "")
        for p in node.iterfind(path, NS)
        if p.get("name", "").startswith(PROPERTY_PREFIX)
    }


def _triggers(node: etree._Element, names: Mapping[str, str]) -> Iterator[Trigger]:
    for child in node:
        if not local(child).endswith("EventDefinition"):
            continue
        kind = local(child).removesuffix("EventDefinition")
        if kind in {"message", "signal"}:
            yield Trigger(kind, names.get(child.get(f"{kind}Ref", ""), ""))
        elif kind == "timer":
            yield _timer(child)
        else:
            yield Trigger(kind)


def _timer(node: etree._Element) -> Trigger:
    for tag, kind in (("timeDate", "date"), ("timeDuration", "duration"), ("timeCycle", "cycle")):
        text = node.findtext(f"bpmn:{tag}", None, NS)
        if text is not None:
            return Trigger(kind, text.strip())
    return Trigger("duration")


def _flows(process: etree._Element) -> Iterator[Flow]:
    for node in process.iterfind(f"{{{BPMN}}}sequenceFlow"):
        condition = node.findtext("bpmn:conditionExpression", None, NS)
        yield Flow(
            node.get("id", ""), node.get("sourceRef", ""), node.get("targetRef", ""),
            condition.strip() if condition is not None else None,
        )  # fmt: skip
