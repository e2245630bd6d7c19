"""A plan of a drawing: the cell of every node, the border place of every boundary event."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from engine.bpmn.drawing.graph import Flow, Graph
from engine.bpmn.drawing.grid import LEFT, MIDDLE, RIGHT, Cell, Grid, grid_for
from engine.bpmn.drawing.ranks import loops, main_path, ranks

SEATS = {1: (RIGHT,), 2: (LEFT, RIGHT), 3: (LEFT, MIDDLE, RIGHT)}


@dataclass(frozen=True)
class Seat:
    """Where on its host a boundary event sits."""

    line: int
    at_top: bool


@dataclass(frozen=True)
class Subject:
    """What is to be drawn, with all that does not depend on rows."""

    graph: Graph
    closing: frozenset[str]
    rank: Mapping[str, int]
    main: frozenset[str]
    pools_above: frozenset[str] = frozenset()
    siblings: tuple[tuple[str, ...], ...] = ()
    """Nodes that one node leads to, side by side in a lane and a column, in the file's order."""
    columns: int = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "columns", max(self.rank.values(), default=0) + 1)


@dataclass(frozen=True)
class Plan:
    """Rows for all nodes; lanes keep their order."""

    subject: Subject
    row_in_lane: Mapping[str, int]
    """Counted from 0 in each lane, without gaps."""
    seats: Mapping[str, Seat]

    def lane_rows(self) -> tuple[int, ...]:
        """Return the number of rows of every lane; an empty lane has one."""
        graph = self.subject.graph
        most = dict.fromkeys((lane.id for lane in graph.lanes), 1)
        for node, row in self.row_in_lane.items():
            lane = graph.nodes[node].lane
            most[lane] = max(most[lane], row + 1)
        return tuple(most.values())

    def cells(self) -> dict[str, Cell]:
        """Return the cell of every node but boundary events."""
        graph, first, total = self.subject.graph, [], 0
        for rows in self.lane_rows():
            first.append(total)
            total += rows
        return {
            node: Cell(
                self.subject.rank[node], first[graph.lane_index[graph.nodes[node].lane]] + row
            )
            for node, row in self.row_in_lane.items()
        }

    def grid(self, x_tracks: int, y_tracks: int) -> Grid:
        """Return the grid for this plan."""
        return grid_for(self.subject.columns, self.lane_rows(), x_tracks, y_tracks)


def read_subject(graph: Graph) -> Subject:
    """Find the columns and the main path of a graph."""
    closing = loops(graph)
    main = main_path(graph, closing)
    rank = ranks(graph, closing)
    above = frozenset(_pools_above(graph))
    siblings = tuple(_siblings(graph, rank))
    return Subject(graph, frozenset(closing), rank, frozenset(main), above, siblings)


def make_plan(subject: Subject, rows: Mapping[str, int]) -> Plan:
    """Close the gaps between rows and seat the boundary events."""
    graph = subject.graph
    used: dict[str, set[int]] = {lane.id: set() for lane in graph.lanes}
    for node, row in rows.items():
        used[graph.nodes[node].lane].add(row)
    number = {lane: {row: n for n, row in enumerate(sorted(taken))} for lane, taken in used.items()}
    tight = {node: number[graph.nodes[node].lane][row] for node, row in rows.items()}
    plan = Plan(subject, tight, {})
    return Plan(subject, tight, _seats(graph, plan.cells()))


def other_end(graph: Graph, flow: Flow) -> tuple[str, str]:
    """Return the node and the black box of a message flow, in this order."""
    if flow.source in graph.nodes:
        return flow.source, flow.target
    return flow.target, flow.source


def _siblings(graph: Graph, rank: Mapping[str, int]) -> Iterator[tuple[str, ...]]:
    for node in graph.nodes:
        groups: dict[tuple[str, int], list[str]] = {}
        for flow in graph.flows:
            if flow.source == node:
                place = graph.nodes[flow.target].lane, rank[flow.target]
                groups.setdefault(place, []).append(flow.target)
        yield from (tuple(group) for group in groups.values() if len(group) > 1)


def _pools_above(graph: Graph) -> set[str]:
    """Return the black boxes whose messages mostly concern the upper lanes."""
    above = set()
    middle = (len(graph.lanes) - 1) / 2
    for pool in graph.pools:
        lanes = [
            graph.lane_index[graph.nodes[node].lane]
            for node, box in (other_end(graph, flow) for flow in graph.messages)
            if box == pool.id and node in graph.nodes
        ]
        if pool.is_black_box and lanes and sum(lanes) / len(lanes) < middle:
            above.add(pool.id)
    return above


def _seats(graph: Graph, cells: Mapping[str, Cell]) -> dict[str, Seat]:
    """Seat those whose flow goes up on the top border, the others at the bottom."""
    seats: dict[str, Seat] = {}
    targets = {flow.source: graph.place(flow.target) for flow in graph.flows}
    for host in {node.host: None for node in graph.nodes.values() if node.host}:
        upper: list[tuple[Cell, str]] = []
        lower: list[tuple[Cell, str]] = []
        for event in graph.on(host or ""):
            target = cells.get(targets.get(event.id, ""))
            goes_up = target is not None and target.row < cells[host or ""].row
            (upper if goes_up else lower).append((target or cells[host or ""], event.id))
        upper.sort(key=lambda pair: (pair[0].row, -pair[0].column))
        lower.sort(key=lambda pair: (-pair[0].row, -pair[0].column))
        for group, at_top in ((upper, True), (lower, False)):
            lines = SEATS.get(len(group), (LEFT, MIDDLE, RIGHT))
            for n, (_, id) in enumerate(group):
                seats[id] = Seat(lines[n % len(lines)], at_top)
    return seats
