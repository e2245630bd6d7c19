"""A thousand due timers among a million that wait: taken in batches, fired by two workers."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from statistics import median

from sqlalchemy import Column, MetaData, String, Table, func, insert, select, text, update

from bench.figures import Figure
from bench.office import Office, timed
from bench.run import KINDS, Run
from bench.servers import program
from bench.shapes import MAIN, Shape, Workload
from engine.db.columns import Instant
from engine.db.connection import to_write, writing
from engine.db.tables import instances, timers

WAITING, DUE, BATCH, WORKERS = 1_000_000, 1_000, 100, 2
HOLDERS, HOLDER = 1_000, "holder-"
MOST_MS, MOST_SECONDS = 10, 10
WARM_UP, LONGEST = 4.0, 120.0
INSTANTS = Table("bench_instants", MetaData(), Column("path", String(20)), Column("at", Instant))


def figures(run: Run) -> Iterator[Figure]:
    """Yield how long a batch takes to claim, and all of them to fire, on each database."""
    for kind in KINDS:
        office = Office(run.url(kind), _timed_task())
        for _ in range(DUE):
            office.open_case()
        _fill(office)
        claim, seconds = _measured(office, run.repetitions)
        office.close()
        yield Figure(f"timers_claim_100_ms_{kind}", claim, MOST_MS)
        yield Figure(f"timers_1000_fired_seconds_{kind}", seconds, MOST_SECONDS,
                     f"{DUE / seconds:.0f} a second by {WORKERS} workers")  # fmt: skip


def _timed_task() -> Workload:
    p = Shape(MAIN)
    for kind, id_ in (("startEvent", "start"), ("userTask", "u01"), ("exclusiveGateway", "m"),
                      ("userTask", "u02"), ("endEvent", "end")):  # fmt: skip
        p.add(kind, id_, 0)
    p.add("boundaryEvent", "late", 0, on="u01")
    p.row("start", "u01", "m", "u02", "end")
    p.row("late", "m")
    return Workload("timed", (p,), 2)


def _fill(office: Office) -> None:
    """Add the waiting timers, on instances that nobody touches."""
    later = datetime.now(UTC) + timedelta(days=30)
    instants = [{"path": f"late#{n}", "at": later + timedelta(minutes=n)}
                for n in range(WAITING // HOLDERS)]  # fmt: skip
    with writing(office.engine.database) as connection:
        one = dict(connection.execute(select(instances).limit(1)).mappings().one())
        holders = [one | {"id": f"{HOLDER}{n}"} for n in range(HOLDERS)]
        INSTANTS.metadata.create_all(connection)
        connection.execute(insert(INSTANTS), instants)
        connection.execute(insert(instances), holders)
        both = instances.join(INSTANTS, instances.c.id.startswith(HOLDER))
        each = select(instances.c.id, INSTANTS.c.path, INSTANTS.c.at).select_from(both)
        connection.execute(insert(timers).from_select(["instance_id", "path", "due_at"], each))
        connection.execute(text("ANALYZE"))  # as a database that runs has done by itself


def _measured(office: Office, rounds: int) -> tuple[float, float]:
    _make_due(office, datetime.now(UTC) - timedelta(seconds=1))
    claim = median(_claim(office) for _ in range(min(rounds, DUE // BATCH)))
    _make_due(office, datetime.now(UTC) + timedelta(days=1))
    workers = [program(office.url, "engine", "worker", "--every", "0.2") for _ in range(WORKERS)]
    try:
        time.sleep(WARM_UP)
        return claim, _fire(office)
    finally:
        for worker in workers:
            worker.terminate()
            worker.wait()


def _claim(office: Office) -> float:
    return timed(lambda: office.engine.store.take_due(datetime.now(UTC), BATCH))


def _make_due(office: Office, at: datetime) -> None:
    mine = update(timers).where(~timers.c.instance_id.startswith(HOLDER))
    with to_write(office.engine.database) as connection:
        connection.execute(mine.values(due_at=at, leased_until=None))
        connection.commit()


def _fire(office: Office) -> float:
    """Let the timers of the real cases be due; return the seconds until all have fired."""
    _make_due(office, now := datetime.now(UTC))
    start = time.monotonic()
    left = select(func.count()).select_from(timers).where(timers.c.due_at <= now, ~timers.c.parked)
    while time.monotonic() < start + LONGEST:
        with office.engine.database.connect() as connection:
            if connection.execute(left).scalar_one() == 0:
                break
        time.sleep(0.2)
    return time.monotonic() - start
