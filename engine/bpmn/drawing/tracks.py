"""Packs the flows that run in a channel into as few tracks as their order allows."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from engine.bpmn.drawing.grid import Grid
from engine.bpmn.drawing.search import corners

SPACING = 12


class Run(NamedTuple):
    """A straight stretch along a line of the grid, from one crossing line to another."""

    line: int
    first: int
    last: int


class Lane(NamedTuple):
    """Where a run lies beside the middle of its channel."""

    offset: float
    abreast: int
    """How many tracks there are at its widest place."""


def upright_runs(grid: Grid, paths: Iterable[Sequence[int]]) -> list[Run]:
    """Return the vertical stretches; one that ends in a corridor may come to end anywhere in it."""
    spans = {line: tracks for tracks in grid.corridors for line in tracks}
    found = []
    for path in paths:
        for (y1, x1), (y2, x2) in _legs(grid, path):
            if x1 == x2:
                first, last = min(y1, y2), max(y1, y2)
                first = spans[first].start if first in spans else first
                last = spans[last].stop - 1 if last in spans else last
                found.append(Run(x1, first, last))
    return _joined(found)


def level_runs(grid: Grid, paths: Iterable[Sequence[int]]) -> list[Run]:
    """Return the horizontal stretches."""
    return _joined(
        [
            Run(y1, min(x1, x2), max(x1, x2))
            for path in paths
            for (y1, x1), (y2, x2) in _legs(grid, path)
            if y1 == y2
        ]
    )


def packed(runs: Sequence[Run]) -> dict[Run, Lane]:
    """Place the runs of one channel around its middle; those side by side keep their order."""
    runs = sorted(runs)
    before = dict.fromkeys(runs, 0)
    after = dict.fromkeys(runs, 0)
    for run in runs:
        before[run] = max(
            (before[o] + 1 for o in runs if o.line < run.line and _meet(o, run)), default=0
        )
    for run in reversed(runs):
        after[run] = max(
            (after[o] + 1 for o in runs if o.line > run.line and _meet(o, run)), default=0
        )
    return {
        run: Lane((before[run] - after[run]) * SPACING / 2, before[run] + after[run] + 1)
        for run in runs
    }


def _meet(one: Run, two: Run) -> bool:
    return one.first <= two.last and two.first <= one.last


def _joined(runs: Iterable[Run]) -> list[Run]:
    """Join runs along the same line that overlap."""
    found: list[Run] = []
    for run in sorted(runs):
        if found and found[-1].line == run.line and run.first <= found[-1].last:
            found[-1] = Run(run.line, found[-1].first, max(run.last, found[-1].last))
        else:
            found.append(run)
    return found


def _legs(grid: Grid, path: Sequence[int]) -> Iterable[tuple[tuple[int, int], tuple[int, int]]]:
    ends = [divmod(point, grid.width) for point in corners(path)]
    return itertools.pairwise(ends)
