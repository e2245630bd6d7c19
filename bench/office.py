"""Our side: an engine on one database, people of five agencies, and cases on their way."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import select

from bench import papers
from bench.shapes import AGENCIES, Workload
from engine import passwords
from engine.bootstrap import Engine, build
from engine.bpmn.check import findings
from engine.bpmn.definitions import read_process_set
from engine.config import Settings
from engine.db.migrations import migrate
from engine.db.tables import instances, open_tasks
from engine.errors import ModelError
from engine.model import Actor, Case

NOT_DRAWN = "not-drawn"
PASSWORD = "matning"  # noqa: S105  of synthetic people in a database that is thrown away
KEY = "only for measuring, only for measuring"

SETTINGS = Settings(secret_key=KEY, second_factor="optional")


@dataclass(frozen=True)
class Open:
    """An open task: what has to be known to complete it."""

    id: str
    element: str
    agency: str


class Office:
    """Completes tasks of one workload's cases, through the verbs of casework."""

    def __init__(self, url: str, workload: Workload) -> None:
        self.url, self.workload = url, workload
        self.engine: Engine = build(
            Settings(database_url=url, secret_key=KEY, second_factor="optional")
        )
        migrate(self.engine.database)
        self.actors = {a: Actor(f"{a}.1", a, a, frozenset({"handlaggare"})) for a in AGENCIES}
        self.engine.people.add(self.actors.values(), passwords.hashed(PASSWORD))
        publish(self.engine, workload)

    def open_case(self) -> Case:
        """Open a case, by the agency of the first lane."""
        return self.engine.casework.open_case(self.actors[AGENCIES[0]])

    def next_task(self, case: Case) -> Open | None:
        """Return the first open task of a case, in the order of the paths; not measured."""
        columns = (open_tasks.c.id, open_tasks.c.element, open_tasks.c.agency)
        query = select(*columns).where(open_tasks.c.case_id == case.id).order_by(open_tasks.c.path)
        with self.engine.database.connect() as connection:
            row = connection.execute(query.limit(1)).first()
        return Open(*row) if row else None

    def complete(self, case: Case, number: int) -> float:
        """Complete the next task of a case and return how long it took, in milliseconds."""
        task = self.next_task(case)
        if task is None:
            raise LookupError(f"task {number} of case {case.number} is not there")
        posted = papers.typed(self.workload, task.element, number)
        actor = self.actors[task.agency]
        return timed(lambda: self.engine.casework.complete_task(actor, task.id, posted))

    def advance(self, case: Case, count: int) -> None:
        """Complete the first tasks of a case."""
        for number in range(1, count + 1):
            self.complete(case, number)

    def state_bytes(self, case: Case) -> int:
        """Return the size of the case's largest state document."""
        query = select(instances.c.state).where(instances.c.case_id == case.id)
        with self.engine.database.connect() as connection:
            return max(len(state.encode()) for state in connection.scalars(query))

    def close(self) -> None:
        """Let go of the database."""
        self.engine.database.dispose()


def publish(engine: Engine, workload: Workload, files: dict[str, str] | None = None) -> None:
    """Publish a workload past one rule of the check: that every element is drawn."""
    files = files or papers.files(workload)
    if wrong := [each for each in findings(files) if each.rule != NOT_DRAWN]:
        raise ModelError(wrong)
    version = read_process_set(files).version
    engine.publications.publish(version, files, "bench", datetime.now(UTC))


def timed(act: Callable[[], object]) -> float:
    """Return how long an act took, in milliseconds."""
    start = time.perf_counter()
    act()
    return (time.perf_counter() - start) * 1000
