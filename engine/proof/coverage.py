"""How much of each diagram the features execute: `measured`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from engine.bpmn.definitions import ProcessSet
from engine.bpmn.diagram import LANE_PREFIX, Diagram, Element
from engine.deadlines import Deadline
from engine.proof.recording import Recording, Scenario

HELD, EXPIRED = "hållen", "utlöpt"


@dataclass(frozen=True)
class Share:
    """What was executed of one kind of thing, and what was not, by id in the order of the file."""

    executed: tuple[str, ...]
    missing: tuple[str, ...]

    @property
    def total(self) -> int:
        """How many there are."""
        return len(self.executed) + len(self.missing)


@dataclass(frozen=True)
class Covered:
    """One diagram."""

    process: str
    name: str
    flows: Share
    nodes: Share
    lanes: Share
    boundary_events: Share
    deadlines: Share
    """Each deadline twice, `DL-10 hållen` and `DL-10 utlöpt`; once if it has no length."""

    def missing(self) -> tuple[str, ...]:
        """Return all that was not executed; a boundary event is also a node, and told once."""
        kinds = (self.flows, self.nodes, self.lanes, self.deadlines)
        return tuple(each for kind in kinds for each in kind.missing)


KINDS = ("flows", "nodes", "lanes", "boundary_events", "deadlines")


def measured(processes: ProcessSet, recording: Recording) -> tuple[Covered, ...]:
    """Return what the recording's scenarios executed of each diagram, by process id."""
    return tuple(_covered(d, processes, recording) for _, d in sorted(processes.diagrams.items()))


def as_numbers(covered: Iterable[Covered]) -> dict[str, object]:
    """Return the figures for machines: in all, and per diagram with what is missing."""
    found = list(covered)
    diagrams = {
        each.process: _numbers([each]) | {"missing": list(each.missing())} for each in found
    }
    return {**_numbers(found), "diagrams": diagrams}


def complete(covered: Iterable[Covered]) -> bool:
    """Say whether every flow of every diagram is executed."""
    return not any(each.flows.missing for each in covered)


def _numbers(covered: list[Covered]) -> dict[str, object]:
    shares = {kind: [getattr(each, kind) for each in covered] for kind in KINDS}
    return {
        kind: {"executed": sum(len(s.executed) for s in all_), "total": sum(s.total for s in all_)}
        for kind, all_ in shares.items()
    }


def _covered(diagram: Diagram, processes: ProcessSet, recording: Recording) -> Covered:
    passed = _here(diagram, recording, "passed")
    boundary = [e.id for e in diagram.of_kind("boundaryEvent")]
    active = {LANE_PREFIX + (diagram.elements[id_].agency or "") for id_ in passed}
    return Covered(
        diagram.process,
        diagram.name,
        flows=_share([f.id for f in diagram.flows], _here(diagram, recording, "flows")),
        nodes=_share(diagram.elements, passed),
        lanes=_share([LANE_PREFIX + lane for lane in diagram.lanes], active),
        boundary_events=_share(boundary, passed),
        deadlines=_share(
            list(_outcomes(diagram, processes.deadlines)),
            {f"{d} {HELD}" for d in _here(diagram, recording, "held")}
            | {f"{d} {EXPIRED}" for d in _here(diagram, recording, "expired")},
        ),
    )


def _here(diagram: Diagram, recording: Recording, kind: str) -> set[str]:
    """Return what was noted of one kind in this diagram; what is gone from it does not count."""
    start = f"{diagram.process}/"
    noted = {each for s in recording.scenarios for each in _noted(s, kind)}
    here = {each.removeprefix(start) for each in noted if each.startswith(start)}
    return here & set(diagram.elements) if kind == "passed" else here


def _noted(scenario: Scenario, kind: str) -> tuple[str, ...]:
    found: tuple[str, ...] = getattr(scenario, kind)
    return found


def _share(all_: Iterable[str], executed: set[str]) -> Share:
    known = list(dict.fromkeys(all_))
    return Share(
        tuple(each for each in known if each in executed),
        tuple(each for each in known if each not in executed),
    )


def _outcomes(diagram: Diagram, registry: Mapping[str, Deadline]) -> Iterator[str]:
    for element in diagram.elements.values():
        if name := element.properties.get("frist"):
            yield f"{name} {HELD}"
            if _may_expire(element, registry.get(name)):
                yield f"{name} {EXPIRED}"


def _may_expire(element: Element, deadline: Deadline | None) -> bool:
    """Say whether the time can run out: "genast" in the law has no length."""
    return bool(element.triggers) or (deadline is not None and deadline.length is not None)
