"""A completed task against the stock serializer's JSON in SQLite, at the end of long cases."""

from __future__ import annotations

from collections.abc import Iterator

from bench.figures import Figure, medians, ratio
from bench.run import Run
from bench.shapes import case30, linear, loop

BARS = ((case30(), 1 / 5), (linear(100), 1 / 10), (loop(300), 1 / 15), (linear(300), 1 / 30))


def figures(run: Run) -> Iterator[Figure]:
    """Yield the ratio at the last task of each workload."""
    for workload, bar in BARS:
        seen = run.drive(workload)
        ours = seen.at(workload.length)
        yield Figure(f"complete_{workload.name}_task_{workload.length}_to_stock",
                     ratio(ours, seen.stock), round(bar, 4),
                     medians(ours=ours, stock=seen.stock))  # fmt: skip
