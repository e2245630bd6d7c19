"""Five parallel blocks of seven tasks, where SpiffWorkflow alone predicts 92,000 tasks."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from statistics import median

from bench.figures import Figure
from bench.office import Office, timed
from bench.run import Run
from bench.shapes import MAIN, blocks
from engine.model import Instance

ROUNDS = 10
MOST_MS, MOST_BYTES = 10, 30_000


def figures(run: Run) -> Iterator[Figure]:
    """Yield how long the start takes, and the size of what is saved."""
    office = Office(run.databases.sqlite(), blocks())
    version = office.open_case().version
    new = Instance("instance", "case", MAIN, version)
    now = datetime.now(UTC)
    took = [timed(lambda: office.engine.processes.start(new, now)) for _ in range(ROUNDS)]
    size = len(office.engine.processes.start(new, now).instance.state.encode())
    office.close()
    yield Figure("parallel_blocks_start_ms", median(took), MOST_MS)
    yield Figure("parallel_blocks_state_bytes", size, MOST_BYTES)
