"""How long a completed task takes, as a ratio to a bare transaction run beside it.

    .venv/bin/python bench/completed_task.py [DATABASE_URL]

Takes one synthetic case through its tasks (load, check the form, move the tokens, save, log,
commit) and, after each task, runs one transaction of the same weight (1 update, 3 inserts) on the
same database. Prints medians in milliseconds and their ratio; the ratio is what to compare.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from uuid import uuid4

from sqlalchemy import Column, Integer, MetaData, String, Table, insert, update

from engine.bootstrap import Engine, build
from engine.config import Settings
from engine.db.connection import WRITES
from engine.db.migrations import migrate
from engine.demo import ADULT, add_people, complete, next_task

ROUNDS = 6
TASKS = 25
BARE = Table("bench_bare", MetaData(), Column("id", String(36), primary_key=True),
             Column("number", Integer, nullable=False))  # fmt: skip


def main() -> None:
    """Print the figures."""
    folder = tempfile.mkdtemp()
    url = sys.argv[1] if len(sys.argv) > 1 else f"sqlite:///{Path(folder) / 'bench.sqlite3'}"
    engine = build(Settings(database_url=url, secret_key="bench"))  # noqa: S106
    migrate(engine.database)
    engine.publish("bench")
    add_people(engine)
    BARE.metadata.create_all(engine.database)
    completed, bare = [], []
    for _ in range(ROUNDS):
        for task in one_case(engine):
            completed.append(task)
            bare.append(timed(lambda: bare_transaction(engine)))
    ours, floor = statistics.median(completed), statistics.median(bare)
    print(f"completed task {ours:6.2f} ms (median of {len(completed)})")  # noqa: T201
    print(f"bare transaction {floor:4.2f} ms")  # noqa: T201
    print(f"ratio {ours / floor:15.1f}")  # noqa: T201


def one_case(engine: Engine) -> list[float]:
    """Take a case through its first tasks; return what each took, in milliseconds."""
    actors = {a.agency: a for a in engine.queries.people() if a.roles == {"handlaggare"}}
    case = engine.casework.open_case(actors["arbetsmiljoverket"])
    took = []
    for _ in range(TASKS):
        task = next_task(engine, case, actors)
        if task is None or task.role:
            break
        took.append(timed(lambda t=task: complete(engine, actors[t.agency], t, ADULT)))
    return took


def bare_transaction(engine: Engine) -> None:
    """Write as many rows as a completed task does, with no thought in between."""
    first = str(uuid4())
    with engine.database.connect().execution_options(**WRITES) as connection, connection.begin():
        connection.execute(insert(BARE).values(id=first, number=1))
        connection.execute(update(BARE).where(BARE.c.id == first).values(number=2))
        connection.execute(insert(BARE).values(id=str(uuid4()), number=3))
        connection.execute(insert(BARE).values(id=str(uuid4()), number=4))


def timed(act: Callable[[], object]) -> float:
    """Return how long an act took, in milliseconds."""
    start = time.perf_counter()
    act()
    return (time.perf_counter() - start) * 1000


if __name__ == "__main__":
    main()
