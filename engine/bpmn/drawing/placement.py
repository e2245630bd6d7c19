"""Chooses a row for every node: first along the flows, then by trying what is better."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import combinations
from random import Random

from engine.bpmn.drawing.estimate import estimate
from engine.bpmn.drawing.moves import Rows, shuffled
from engine.bpmn.drawing.plan import Subject, make_plan

UPSIDE_DOWN = 15.0
PATIENCE = 60.0
"""How much worse a step may be that is kept on the way to something better."""


def first_rows(subject: Subject) -> Rows:
    """Place nodes from left to right, each by what leads to it."""
    graph = subject.graph
    rows: Rows = {}
    taken: set[tuple[str, int, int]] = set()
    for node in sorted(
        (id for id in subject.rank if not graph.nodes[id].host), key=_order(subject)
    ):
        wanted = _wanted(subject, rows, node)
        lane, rank = graph.nodes[node].lane, subject.rank[node]
        row = next(row for row in _outwards(wanted) if (lane, rank, row) not in taken)
        rows[node] = row
        taken.add((lane, rank, row))
    return rows


def reckon(subject: Subject, rows: Rows) -> float:
    """Return the estimated cost of rows."""
    plan = make_plan(subject, rows)
    cost = estimate(subject, plan.cells(), sum(plan.lane_rows()))
    return cost + disorder(subject, rows)


def disorder(subject: Subject, rows: Rows) -> float:
    """Return the cost of branches that do not lie in the order the file gives them."""
    return UPSIDE_DOWN * sum(
        rows[one] > rows[two] for group in subject.siblings for one, two in combinations(group, 2)
    )


def better_rows(subject: Subject, rows: Rows, tries: int, seed: int) -> Rows:
    """Move nodes and chains at random and keep what is better, or a little worse at first."""
    random = Random(seed)  # noqa: S311 - the choice is to be repeatable, not secret
    now, cost = rows, reckon(subject, rows)
    best, least = now, cost
    for n in range(tries):
        other = shuffled(subject, now, random)
        other_cost = reckon(subject, other)
        patience = PATIENCE * (1 - n / tries) * random.random()
        if other_cost <= cost + patience:
            now, cost = other, other_cost
        if cost < least:
            best, least = now, cost
    return best


def _order(subject: Subject) -> Callable[[str], tuple[int, bool]]:
    on_main = {
        end for flow in subject.graph.flows if flow.id in subject.main
        for end in (flow.source, flow.target)
    }  # fmt: skip
    return lambda node: (subject.rank[node], node not in on_main)


def _wanted(subject: Subject, rows: Mapping[str, int], node: str) -> int:
    """Return the row of the first source in the same lane; one lower from a boundary event."""
    graph = subject.graph
    for flow in graph.flows:
        before = graph.place(flow.source)
        if (
            flow.target == node
            and before in rows
            and graph.nodes[before].lane == graph.nodes[node].lane
        ):
            return rows[before] + (before != flow.source)
    return 0


def _outwards(row: int) -> Iterator[int]:
    yield row
    for distance in range(1, 1000):
        yield row + distance
        yield row - distance
