"""A copy of 100,000 cases with 1,000,000 open tasks, made and put back, and their levels asked."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

from bench import crowd
from bench.figures import Figure
from bench.run import Run
from engine.bootstrap import Engine, build
from engine.config import Settings
from engine.db.migrations import migrate
from engine.safekeeping import copies

KEY = "only for measuring, only for measuring"
COPY_SECONDS, RESTORE_SECONDS, LEVELS_MS = 60, 240, 250
MEGA = 1_000_000


def figures(run: Run) -> Iterator[Figure]:
    """Yield how long a copy takes, there and back, and how long what `/metrics` asks."""
    full, empty = _engine(run), _engine(run)
    migrate(full.database)
    full.publish("bench")
    crowd.fill(full)
    yield _levels(full, run.repetitions)
    file = run.databases.file()
    begun = time.perf_counter()
    made = copies(full).back_up(file, _keys(file), datetime.now(UTC))
    took = time.perf_counter() - begun
    rows = f"{sum(made.rows.values()) / MEGA:.1f} million rows"
    size = f"{file.stat().st_size / MEGA:.0f} MB packed"
    yield Figure("backup_seconds", took, COPY_SECONDS, f"{rows}, {size}")
    begun = time.perf_counter()
    copies(empty).restore(file, _keys(file))
    yield Figure("restore_seconds", time.perf_counter() - begun, RESTORE_SECONDS, rows)
    for each in (full, empty):
        each.database.dispose()


def _levels(engine: Engine, repetitions: int) -> Figure:
    samples = []
    for _ in range(repetitions + 1):
        begun = time.perf_counter()
        list(engine.levels())
        samples.append((time.perf_counter() - begun) * 1000)
    return Figure(
        "metrics_levels_ms", median(samples[1:]), LEVELS_MS, "five levels, six statements"
    )


def _engine(run: Run) -> Engine:
    keys = f"sqlite:///{run.databases.file()}"
    apart = {"keys_url": keys, "anchor_folder": f"{run.databases.file()}-ankare"}
    return build(Settings(database_url=run.url("postgresql"), backup_key=KEY, **apart))


def _keys(file: Path) -> Path:
    return file.with_suffix(".nycklar")
