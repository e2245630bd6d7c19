"""The largest state document of an instance, at any moment of the workload."""

from __future__ import annotations

from collections.abc import Iterator

from bench.figures import Figure
from bench.run import Run
from bench.shapes import case30, linear, loop

MOST = 8 * 1024


def figures(run: Run) -> Iterator[Figure]:
    """Yield the largest of all workloads."""
    drives = {w.name: run.drive(w) for w in (case30(), linear(100), loop(300), linear(300))}
    sizes = {name: seen.largest_state for name, seen in drives.items()}
    note = ", ".join(f"{name} {size} B" for name, size in sizes.items())
    yield Figure("state_document_bytes", max(sizes.values()), MOST, note)
