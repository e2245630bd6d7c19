"""The shapes of the workload: one process of five lanes, as nodes and flows.

case30      30 user tasks (a path completes 25), 6 decisions, 2 parallel forks, a called process
            and an interrupting boundary timer
linearN     N tasks in a row, a decision after every tenth that may send them back
loopN       ten tasks, gone through again and again
blocks      five parallel blocks of seven tasks each, one after the other
lanes       two parallel blocks of seven branches, each of five tasks and a sixth that may be redone
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

AGENCIES = ("socialtjansten", "polismyndigheten", "aklagarmyndigheten", "migrationsverket",
            "regionkoordinator")  # fmt: skip
ON, BACK = "vidare", "avvik"
MAIN = "stod_och_skydd"


@dataclass(frozen=True)
class Node:
    """A flow node; `calls` or `on` says more about a call activity or a boundary timer."""

    kind: str
    id: str
    agency: str
    calls: str = ""
    on: str = ""


@dataclass(frozen=True)
class Flow:
    """A sequence flow; `when` names the task whose answer BACK opens it."""

    source: str
    target: str
    when: str = ""
    default: bool = False


@dataclass
class Shape:
    """A process, built up node by node."""

    process: str
    nodes: list[Node] = field(default_factory=list)
    flows: list[Flow] = field(default_factory=list)

    def add(self, kind: str, id_: str, lane: int, **more: str) -> str:
        """Add a node in a lane and return its id."""
        self.nodes.append(Node(kind, id_, AGENCIES[lane % len(AGENCIES)], **more))
        return id_

    def tasks(self, first: int, lanes: Sequence[int]) -> None:
        """Add user tasks `u<first>` and on, one for each lane."""
        for number, lane in enumerate(lanes, first):
            self.add("userTask", f"u{number:02d}", lane)

    def row(self, *ids: str) -> None:
        """Connect nodes one after the other."""
        self.flows += [Flow(a, b) for a, b in pairwise(ids)]

    def decide(self, gateway: str, task: str, back: str, on: str) -> None:
        """Let the answer of a task choose: BACK to one node, anything else to the other."""
        self.flows += [Flow(gateway, back, when=task), Flow(gateway, on, default=True)]

    def decisive(self) -> tuple[str, ...]:
        """Return the tasks whose answers are asked for."""
        return tuple(dict.fromkeys(flow.when for flow in self.flows if flow.when))


@dataclass(frozen=True)
class Workload:
    """The processes of a case, and the answers that take it the way that is measured."""

    name: str
    shapes: tuple[Shape, ...]
    length: int
    """How many tasks a case completes."""
    back: frozenset[str] = frozenset()
    """Tasks that are answered with BACK."""


def case30() -> Workload:
    """Return the workload of a real case's size."""
    p, gateway, fork = Shape(MAIN), "exclusiveGateway", "parallelGateway"
    p.add("startEvent", "start", 0)
    p.tasks(1, (0, 0, 0, 1, 1, 1, 1, 1, 1, 2, 2, 3, 3, 1, 2, 1, 4, 4, 4, 1, 4, 0, 0, 2, 2, 0, 3))
    for id_, lane in (("g1", 0), ("g2", 1), ("g3", 1), ("g4", 4), ("g5", 2), ("g6", 3)):
        p.add(gateway, id_, lane)
    for id_, lane in (("m02", 0), ("m09", 1), ("m16", 1), ("m19", 4), ("m26", 0), ("m_end", 0)):
        p.add(gateway, id_, lane)
    for id_, lane in (("f1", 1), ("j1", 1), ("f2", 0), ("j2", 0)):
        p.add(fork, id_, lane)
    p.add("callActivity", "ca", 1, calls="yttrande")
    p.add("boundaryEvent", "late", 4, on="u17")
    p.add("endEvent", "end", 0)
    _connect_case30(p)
    c = Shape("yttrande")
    for kind, id_ in (("startEvent", "c_start"), ("userTask", "uc1"), ("userTask", "uc2"),
                      ("userTask", "uc3"), ("endEvent", "c_end")):  # fmt: skip
        c.add(kind, id_, 0)
    c.row("c_start", "uc1", "uc2", "uc3", "c_end")
    return Workload("case30", (p, c), 25, frozenset({"u14", "u26"}))


def _connect_case30(p: Shape) -> None:
    p.row("start", "u01", "m02", "u02", "g1")
    p.decide("g1", "u02", "u03", "u04")
    p.row("u03", "m02")
    p.row("u04", "u05", "f1", "u06", "u07", "g2")
    p.decide("g2", "u07", "u08", "m09")
    p.row("u08", "m09", "u09", "j1")
    p.row("f1", "u10", "u11", "j1")
    p.row("f1", "u12", "u13", "j1")
    p.row("j1", "u14", "g3")
    p.decide("g3", "u14", "u15", "m16")
    p.row("u15", "m16", "u16", "ca", "u17", "m19")
    p.row("late", "u18", "m19", "u19", "g4")
    p.decide("g4", "u19", "m16", "f2")
    p.row("f2", "u20", "u21", "j2")
    p.row("f2", "u22", "u23", "j2")
    p.row("j2", "g5")
    p.decide("g5", "u23", "u24", "m26")
    p.row("u24", "u25", "m26", "u26", "g6")
    p.decide("g6", "u26", "u27", "m_end")
    p.row("u27", "m_end", "end")


def linear(count: int) -> Workload:
    """Return tasks in a row, ten to a stretch that may have to be done again."""
    p, last = Shape(MAIN), "start"
    p.add("startEvent", "start", 0)
    for number in range(1, count + 1):
        task = p.add("userTask", f"t{number:03d}", number // 2)
        if number % 10 == 1:
            merge = p.add("exclusiveGateway", f"m{number:03d}", number // 2)
            _arrive(p, last, merge)
            last = merge
        p.row(last, task)
        last = task
        if number % 10 == 0:
            gateway = p.add("exclusiveGateway", f"g{number:03d}", number // 2)
            p.row(task, gateway)
            p.flows.append(Flow(gateway, f"m{number - 9:03d}", when=task))
            last = gateway
    _arrive(p, last, p.add("endEvent", "end", 0))
    return Workload(f"linear{count}", (p,), count)


def _arrive(p: Shape, source: str, target: str) -> None:
    p.flows.append(Flow(source, target, default=source.startswith("g")))


def loop(count: int) -> Workload:
    """Return ten tasks in a loop that is left after `count` of them."""
    p = Shape(MAIN)
    p.add("startEvent", "start", 0)
    p.add("exclusiveGateway", "m", 0)
    tasks = [p.add("userTask", f"t{number:03d}", number // 2) for number in range(1, 11)]
    p.add("exclusiveGateway", "g", 0)
    p.row("start", "m", *tasks, "g")
    p.decide("g", tasks[-1], "m", p.add("endEvent", "end", 0))
    return Workload(f"loop{count}", (p,), count, frozenset({tasks[-1]}))


def blocks(rows: int = 5, lanes: int = 7) -> Workload:
    """Return parallel blocks in a row: "ask seven agencies", five times over."""
    p = Shape(MAIN)
    for row, fork, join in _forks(p, rows):
        for lane in range(lanes):
            p.row(fork, p.add("userTask", f"b{row}_{lane}", lane), join)
    return Workload("blocks", (p,), rows * lanes)


def lanes(rows: int = 2, branches: int = 7) -> Workload:
    """Return parallel branches of five tasks, and a sixth that may have to be done again."""
    p = Shape(MAIN)
    for row, fork, join in _forks(p, rows):
        for lane in range(branches):
            _branch(p, f"{row}_{lane}", lane, fork, join)
    return Workload("lanes", (p,), rows * branches * 6)


def _forks(p: Shape, rows: int) -> Iterator[tuple[int, str, str]]:
    """Yield parallel gateways in a row, from start to end: (number, fork, join) of each block."""
    last = "start"
    p.add("startEvent", last, 0)
    for row in range(rows):
        fork = p.add("parallelGateway", f"f{row}", 0)
        join = p.add("parallelGateway", f"j{row}", 0)
        p.row(last, fork)
        yield row, fork, join
        last = join
    p.row(last, p.add("endEvent", "end", 0))


def _branch(p: Shape, name: str, lane: int, fork: str, join: str) -> None:
    tasks = [p.add("userTask", f"t{name}_{number}", lane) for number in range(6)]
    merge, gateway = (p.add("exclusiveGateway", f"{letter}{name}", lane) for letter in "mg")
    p.row(fork, *tasks[:5], merge, tasks[5], gateway)
    p.decide(gateway, tasks[5], merge, join)
