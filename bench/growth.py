"""Whether a task costs more late in a case than early: our own figures only."""

from __future__ import annotations

from collections.abc import Iterator

from bench.figures import Figure, medians, ratio
from bench.run import Run
from bench.shapes import linear, loop

EARLY = STRETCH = 10
"""The late tasks are a stretch before the last: at the last ones the stock side takes turns, and
drives our memory out of the processor's caches."""
BARS = ((loop(300), 1.15), (linear(300), 1.3))


def figures(run: Run) -> Iterator[Figure]:
    """Yield the cost at task 300 against that at task 10, same place in a stretch of ten."""
    for workload, bar in BARS:
        seen = run.drive(workload)
        late, early = seen.at(workload.length - STRETCH), seen.at(EARLY)
        yield Figure(f"{workload.name}_task_{workload.length}_to_task_{EARLY}",
                     ratio(late, early), bar, medians(late=late, early=early))  # fmt: skip
