"""Chooses among plans by routing them: fewest crossings, then bends and length."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from random import Random

from engine.bpmn.drawing.moves import Rows, every_move, shuffled
from engine.bpmn.drawing.placement import better_rows, disorder, first_rows, reckon
from engine.bpmn.drawing.plan import Plan, Subject, make_plan
from engine.bpmn.drawing.routing import Router, Routes
from engine.bpmn.drawing.scale import ROW_PITCH

SEEDS = 4
ESTIMATES = 500
BRANCHES = 2
"""How many of the starts are followed up."""
SWEPT = 20
WORSE = 250
"""A plan whose estimate is so much worse is not routed."""
MORE_TRACKS = (9, 8)


@dataclass(frozen=True)
class Effort:
    """How much is tried before a plan is good enough."""

    seeds: int
    trials: int
    more_trials: int
    """As long as flows cross, this many plans are tried."""
    sweeps: int


THOROUGH = Effort(SEEDS, 60, 240, 3)
QUICK = Effort(1, 10, 40, 0)
"""For somebody who waits: about a second, and still without broken rules."""


def choose(subject: Subject, effort: Effort = THOROUGH) -> tuple[Plan, Routes]:
    """Return the best plan found, with its routes; the same one every time."""
    first = first_rows(subject)
    seeds = range(effort.seeds)
    starts = [first] + [better_rows(subject, first, ESTIMATES, seed) for seed in seeds]
    tried = sorted(_tried(subject, _distinct(starts)), key=lambda trial: trial[0])
    best = min(
        (_improved(subject, cost, routes, rows, effort) for cost, routes, rows in tried[:BRANCHES]),
        key=lambda trial: trial[0],
    )
    plan = make_plan(subject, _swept(subject, best[0], best[2], effort.sweeps))
    routes = Router(plan).route()
    return plan, routes if routes.is_complete else Router(plan, MORE_TRACKS).route()


def _tried(subject: Subject, starts: Iterable[Rows]) -> list[tuple[float, Routes, Rows]]:
    return [(*_cost(subject, rows), rows) for rows in starts]


def _distinct(starts: Iterable[Rows]) -> list[Rows]:
    return list({tuple(rows.items()): rows for rows in starts}.values())


def _improved(
    subject: Subject, cost: float, routes: Routes, rows: Rows, effort: Effort
) -> tuple[float, Routes, Rows]:
    """Change the rows of a plan, first where flows cross, and keep what is better."""
    random = Random(1)  # noqa: S311 - the choice is to be repeatable, not secret
    seen = {tuple(rows.items())}
    trials, limit = 0, reckon(subject, rows) + WORSE
    for _ in range(4 * effort.more_trials):
        other = shuffled(subject, rows, random, _troubled(subject, routes, random))
        if tuple(other.items()) in seen or reckon(subject, other) > limit:
            continue
        seen.add(tuple(other.items()))
        other_cost, other_routes = _cost(subject, other)
        if other_cost < cost:
            cost, routes, rows = other_cost, other_routes, other
            limit = reckon(subject, rows) + WORSE
        trials += 1
        if trials >= (effort.more_trials if routes.crossings else effort.trials):
            break
    return cost, routes, rows


def _swept(subject: Subject, cost: float, rows: Rows, sweeps: int) -> Rows:
    """Try every node in every other row, the most promising first, as long as it pays."""
    for _ in range(sweeps):
        others = sorted(every_move(subject, rows), key=lambda other: reckon(subject, other))
        tried = [(_cost(subject, other)[0], n) for n, other in enumerate(others[:SWEPT])]
        least, best = min(tried, default=(cost, 0))
        if least >= cost:
            break
        cost, rows = least, others[best]
    return rows


def _troubled(subject: Subject, routes: Routes, random: Random) -> list[str] | None:
    """Return mostly the ends of flows that cross, if any do; else None for all nodes."""
    crossing = {flow for pair in routes.crossings for flow in pair}
    if not crossing or random.random() < 1 / 3:
        return None
    graph = subject.graph
    ends = [
        graph.place(end)
        for flow in [*graph.flows, *graph.messages]
        if flow.id in crossing
        for end in (flow.source, flow.target)
        if end in graph.nodes
    ]
    return ends or None


def _cost(subject: Subject, rows: Rows) -> tuple[float, Routes]:
    plan = make_plan(subject, rows)
    routes = Router(plan).route(1)
    return routes.cost + ROW_PITCH * sum(plan.lane_rows()) + disorder(subject, rows), routes
