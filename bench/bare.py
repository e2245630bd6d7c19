"""A completed task against the bare transaction: the same rows, by SQLAlchemy Core, no engine."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any
from uuid import uuid4

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from bench.figures import Figure, medians, ratio
from bench.office import Office, timed
from bench.run import KINDS, Run
from bench.shapes import case30
from engine.db.connection import writing
from engine.db.tables import events, instances, open_tasks, records
from engine.model import Case

BARS = {"sqlite": 4.0, "postgresql": 2.5}
COLUMNS = [c.name for c in instances.c if c.name not in {"id", "case_id"}]
CHANGE = (update(instances).where(instances.c.id == bindparam("shadow"))
          .values({name: bindparam(f"new_{name}") for name in COLUMNS}))  # fmt: skip
CLOSE = delete(open_tasks).where(open_tasks.c.id == bindparam("gone"))
OPEN, KEEP, LOG = insert(open_tasks), insert(records), insert(events)


def figures(run: Run) -> Iterator[Figure]:
    """Yield the ratio on each kind of database."""
    for kind in KINDS:
        office = Office(run.url(kind), case30())
        shadow = _Shadow(office)
        ours: list[float] = []
        bare: list[float] = []
        for _ in range(run.repetitions):
            case = office.open_case()
            for number in range(1, office.workload.length):  # the last task also ends the case
                before = shadow.opened(case)
                ours.append(office.complete(case, number))
                bare.append(timed(partial(shadow.write, shadow.written(case, before))))
        office.close()
        yield Figure(f"complete_to_bare_transaction_{kind}", ratio(ours, bare), BARS[kind],
                     medians(ours=ours, bare=bare))  # fmt: skip


class _Shadow:
    """A case into which is written, once more, what completions wrote in another."""

    def __init__(self, office: Office) -> None:
        self._database = office.engine.database
        self._case = office.open_case()
        with self._database.connect() as connection:
            of_case = select(instances.c.id).where(instances.c.case_id == self._case.id)
            self._instance = connection.execute(of_case).scalar_one()
            self._sequence = len(_rows(connection, events, self._case))
            self._open = [row["id"] for row in _rows(connection, open_tasks, self._case)]

    def opened(self, case: Case) -> tuple[set[str], int]:
        """Return the open tasks of a case, and the length of its log."""
        with self._database.connect() as connection:
            tasks = _rows(connection, open_tasks, case)
            return {row["id"] for row in tasks}, len(_rows(connection, events, case))

    def written(self, case: Case, before: tuple[set[str], int]) -> dict[str, list[dict[str, Any]]]:
        """Return the rows that a completion has just written, with the shadow's keys in them."""
        tasks, length = before
        mine = {"case_id": self._case.id, "instance_id": self._instance}
        with self._database.connect() as connection:
            found = {table: _rows(connection, table, case) for table in
                     (instances, open_tasks, records, events)}  # fmt: skip
        logged = [row | mine for row in found[events] if row["sequence"] > length]
        opened = [row | mine | {"id": str(uuid4())} for row in found[open_tasks]
                  if row["id"] not in tasks]  # fmt: skip
        kept = found[records][-1] | {"id": str(uuid4()), "task_id": str(uuid4())}
        return {"instance": found[instances], "open": opened, "log": logged,
                "record": [kept | {"case_id": self._case.id}]}  # fmt: skip

    def write(self, rows: dict[str, list[dict[str, Any]]]) -> None:
        """Write them, in one transaction: the rows of a completion and nothing else."""
        changed = {f"new_{name}": rows["instance"][0][name] for name in COLUMNS}
        for number, row in enumerate(rows["log"], self._sequence + 1):
            row["sequence"] = number
        with writing(self._database) as connection:
            connection.execute(CHANGE, {"shadow": self._instance} | changed)
            if self._open:
                connection.execute(CLOSE, {"gone": self._open.pop()})
            if rows["open"]:
                connection.execute(OPEN, rows["open"])
            connection.execute(KEEP, rows["record"])
            connection.execute(LOG, rows["log"])
        self._sequence += len(rows["log"])
        self._open += [row["id"] for row in rows["open"]]


def _rows(connection: Connection, table: Any, case: Case) -> list[dict[str, Any]]:
    query = select(table).where(table.c.case_id == case.id)
    if table is events:
        query = query.order_by(events.c.sequence)
    if table is records:
        query = query.order_by(records.c.at)
    return [dict(row) for row in connection.execute(query).mappings()]
