"""What the table of a process shows: its steps by agency, each with what it leads to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from engine.bpmn.diagram import ACTIVITIES, GATEWAYS, Diagram, Element, read_diagram


@dataclass(frozen=True)
class Way:
    """A flow: where a step leads, and when."""

    id: str
    target: str
    name: str
    """Of the step that it leads to; it may have none."""
    kind: str
    """Of that step."""
    condition: str = ""
    is_default: bool = False


@dataclass(frozen=True)
class Row:
    """A step of the table."""

    id: str
    kind: str
    name: str
    agency: str
    settings: Mapping[str, str] = field(default_factory=dict)
    """The `skydd.` properties without their prefix."""
    guidance: str = ""
    ways: tuple[Way, ...] = ()
    called: str = ""
    host: str = ""
    """The step at whose border a boundary event waits."""
    trigger: str = ""
    """What an event waits for or sends: its kind, and what."""
    interrupting: bool = True

    @property
    def is_activity(self) -> bool:
        """Whether something is done here."""
        return self.kind in ACTIVITIES

    @property
    def chooses(self) -> bool:
        """Whether its ways have conditions."""
        return self.kind == "exclusiveGateway"

    @property
    def splits(self) -> bool:
        """Whether it may have several ways."""
        return self.kind in GATEWAYS


@dataclass(frozen=True)
class Table:
    """A process as a table."""

    process: str
    name: str
    lanes: Mapping[str, tuple[Row, ...]]
    """Agency → its steps, in the order that they come; a step in no lane is under the empty id."""

    @property
    def rows(self) -> tuple[Row, ...]:
        """All steps."""
        return tuple(row for rows in self.lanes.values() for row in rows)

    def row(self, element: str) -> Row | None:
        """Return a step, or None."""
        return next((row for row in self.rows if row.id == element), None)


def read_table(path: str, text: str) -> Table:
    """Read a diagram as a table. Raises ModelError when it cannot be read at all."""
    diagram = read_diagram(path, text.encode())
    order = {id_: number for number, id_ in enumerate(_in_order(diagram))}
    ordered = sorted(diagram.elements.values(), key=lambda each: order[each.id])
    lanes = dict.fromkeys([*diagram.lanes, *(each.agency or "" for each in ordered)], ())
    rows = [_row(diagram, each) for each in ordered]
    by_lane = {lane: tuple(row for row in rows if row.agency == lane) for lane in lanes}
    return Table(diagram.process, diagram.name, by_lane)


def _in_order(diagram: Diagram) -> Iterator[str]:
    """Yield all elements as somebody meets them: along the flows from the start."""
    waiting = [each.id for each in diagram.of_kind("startEvent")]
    seen: dict[str, None] = {}
    while waiting:
        here = waiting.pop(0)
        if here in seen or here not in diagram.elements:
            continue
        seen[here] = None
        waiting += [flow.target for flow in diagram.outgoing(here)]
        waiting += [event.id for event in diagram.boundaries(here)]
    yield from dict.fromkeys([*seen, *diagram.elements])


def _row(diagram: Diagram, element: Element) -> Row:
    trigger = element.trigger
    return Row(
        element.id, element.kind, element.name, element.agency or "", dict(element.properties),
        element.guidance or "", tuple(_ways(diagram, element)), element.called or "",
        element.attached_to or "", f"{trigger.kind} {trigger.value}".strip() if trigger else "",
        element.interrupting,
    )  # fmt: skip


def _ways(diagram: Diagram, element: Element) -> Iterator[Way]:
    for flow in diagram.outgoing(element.id):
        target = diagram.elements.get(flow.target)
        name, kind = (target.name, target.kind) if target else (flow.target, "")
        default = flow.id == element.default
        yield Way(flow.id, flow.target, name, kind, flow.condition or "", default)
