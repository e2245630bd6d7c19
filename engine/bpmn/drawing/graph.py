"""Reads from a BPMN file what a drawing shows: pools, lanes, flow nodes and the flows between."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL"
EVENTS = {
    "startEvent", "endEvent", "intermediateCatchEvent", "intermediateThrowEvent", "boundaryEvent",
}  # fmt: skip
_NOT_NODES = {"sequenceFlow", "dataObject", "dataObjectReference", "dataStoreReference"}
_TASKS = {"task", "callActivity", "subProcess", "transaction", "adHocSubProcess"}


@dataclass(frozen=True)
class Node:
    """A flow node: where it belongs and what it says."""

    id: str
    kind: str
    name: str
    lane: str
    host: str | None = None

    @property
    def is_event(self) -> bool:
        """Tell circles from the rest."""
        return self.kind in EVENTS

    @property
    def is_gateway(self) -> bool:
        """Tell diamonds from the rest."""
        return self.kind.endswith("Gateway")

    @property
    def is_task(self) -> bool:
        """Tell boxes from the rest."""
        return not (self.is_event or self.is_gateway)


@dataclass(frozen=True)
class Flow:
    """A sequence flow or a message flow."""

    id: str
    source: str
    target: str
    name: str
    is_message: bool = False
    is_default: bool = False
    """A default flow has a stroke across it near its source."""


@dataclass(frozen=True)
class Lane:
    """A lane, or the implied lane of a pool without any (then it is not drawn)."""

    id: str
    name: str
    is_drawn: bool = True


@dataclass(frozen=True)
class Pool:
    """A participant; a process outside any collaboration has a pool that is not drawn."""

    id: str
    name: str
    lanes: tuple[Lane, ...] = ()
    is_drawn: bool = True

    @property
    def is_black_box(self) -> bool:
        """Tell a participant of which we see nothing but the name."""
        return not self.lanes


@dataclass(frozen=True)
class Graph:
    """All that is drawn of one file."""

    plane: str
    pools: tuple[Pool, ...]
    nodes: dict[str, Node]
    flows: tuple[Flow, ...]
    messages: tuple[Flow, ...]
    lanes: tuple[Lane, ...] = field(init=False)
    lane_index: dict[str, int] = field(init=False)

    def __post_init__(self) -> None:
        lanes = tuple(lane for pool in self.pools for lane in pool.lanes)
        object.__setattr__(self, "lanes", lanes)
        object.__setattr__(self, "lane_index", {lane.id: n for n, lane in enumerate(lanes)})

    def place(self, node: str) -> str:
        """Return the node whose place this node has: its host, or itself."""
        return self.nodes[node].host or node

    def on(self, host: str) -> list[Node]:
        """Return the boundary events of a node."""
        return [node for node in self.nodes.values() if node.host == host]


def tag(name: str) -> str:
    """Return the full name of a BPMN element."""
    return f"{{{BPMN}}}{name}"


def read_graph(root: etree._Element) -> Graph:
    """Read the graph of a file; a file without any process is a ValueError."""
    processes = {process.get("id", ""): process for process in root.iter(tag("process"))}
    if not processes:
        raise ValueError("Filen innehåller ingen process att rita.")
    pools = _pools(root, processes)
    drawn = [process for process in processes.values() if _has_nodes(process)]
    nodes = {node.id: node for process in drawn for node in _nodes(process)}
    known = set(nodes) | {pool.id for pool in pools}
    collaboration = root.find(tag("collaboration"))
    plane = next(iter(processes)) if collaboration is None else collaboration.get("id", "")
    return Graph(
        plane,
        tuple(pools),
        nodes,
        tuple(flow for process in drawn for flow in _flows(process, "sequenceFlow", set(nodes))),
        tuple(_flows(root, "messageFlow", known)),
    )


def _children(process: etree._Element) -> Iterator[etree._Element]:
    """Yield the flow nodes of a process; they are what can be the end of a sequence flow."""
    skipped = {"laneSet", "documentation", "extensionElements", "textAnnotation", "association"}
    for child in process.iterchildren(etree.Element):
        name = etree.QName(child).localname
        is_node = name.endswith(("Event", "Gateway", "Task")) or name in _TASKS
        if is_node and name not in skipped | _NOT_NODES:
            yield child


def _has_nodes(process: etree._Element) -> bool:
    return next(_children(process), None) is not None


def _pools(root: etree._Element, processes: dict[str, etree._Element]) -> list[Pool]:
    pools = []
    for participant in root.iter(tag("participant")):
        process = processes.get(participant.get("processRef", ""))
        lanes = () if process is None or not _has_nodes(process) else _lanes(process)
        pools.append(Pool(participant.get("id", ""), participant.get("name", ""), lanes))
    taken = {participant.get("processRef") for participant in root.iter(tag("participant"))}
    return pools + [
        Pool(id, "", _lanes(process), is_drawn=False)
        for id, process in processes.items()
        if id not in taken and _has_nodes(process)
    ]


def _lanes(process: etree._Element) -> tuple[Lane, ...]:
    """Return the innermost lanes from the top, or one that is not drawn."""
    named = tuple(
        Lane(lane.get("id", ""), lane.get("name", ""))
        for lane in process.iter(tag("lane"))
        if lane.find(tag("childLaneSet")) is None
    )
    return named or (Lane(f"{process.get('id')}__lane", "", is_drawn=False),)


def _nodes(process: etree._Element) -> Iterator[Node]:
    lane_of = {
        (ref.text or "").strip(): lane.get("id", "")
        for lane in process.iter(tag("lane"))
        for ref in lane.iterchildren(tag("flowNodeRef"))
        if lane.find(tag("childLaneSet")) is None
    }
    default = _lanes(process)[0].id
    ids = {child.get("id") for child in _children(process)}
    for child in _children(process):
        id, host = child.get("id", ""), child.get("attachedToRef")
        host = host if host in ids else None
        lane = lane_of.get(host or id, default)
        yield Node(id, etree.QName(child).localname, child.get("name", ""), lane, host)


def _flows(parent: etree._Element, kind: str, known: set[str]) -> Iterator[Flow]:
    """Yield the flows whose both ends are drawn."""
    is_message = kind == "messageFlow"
    found = parent.iter(tag(kind)) if is_message else parent.iterchildren(tag(kind))
    defaults = {node.get("default") for node in parent.iterchildren(etree.Element)}
    for flow in found:
        id, source, target = (flow.get(key, "") for key in ("id", "sourceRef", "targetRef"))
        if source in known and target in known:
            yield Flow(id, source, target, flow.get("name", ""), is_message, id in defaults)
