"""What a completed task adds to the database, beyond the form's own answers."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing

import orjson
import psycopg
from sqlalchemy import RowMapping, select

from bench.figures import Figure
from bench.office import Office
from bench.run import KINDS, Run
from bench.shapes import case30
from engine.db.sealing import answers_in
from engine.db.tables import records
from engine.model import Case

CASES = 20
MOST = 1024
SIZES = {
    "sqlite": "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()",
    "postgresql": "SELECT sum(pg_total_relation_size(c.oid))::bigint FROM pg_class c "
    "JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = 'public' AND c.relkind = 'r'",
}


def figures(run: Run) -> Iterator[Figure]:
    """Yield the bytes a task, indexes and all, on each kind of database.

    It has been in use: what a task took while it was open, and gave back, is used again.
    """
    for kind in KINDS:
        office = Office(run.url(kind), case30())
        _complete(office, _opened_cases(office))
        used = _answers(office)
        cases = _opened_cases(office)
        before = _size(office, kind)
        _complete(office, cases)
        grown = _size(office, kind) - before
        tasks, answers = (now - then for now, then in zip(_answers(office), used, strict=True))
        office.close()
        note = f"{grown / tasks:.0f} B with the {answers / tasks:.0f} B of answers"
        beyond = (grown - answers) / tasks
        yield Figure(f"bytes_a_task_beyond_the_form_{kind}", beyond, MOST, note)


def _opened_cases(office: Office) -> list[Case]:
    return [office.open_case() for _ in range(CASES)]


def _complete(office: Office, cases: list[Case]) -> None:
    for case in cases:
        office.advance(case, office.workload.length)


def _size(office: Office, kind: str) -> int:
    with closing(_connection(office.url, kind)) as connection:
        connection.execute("VACUUM")
        return int(connection.execute(SIZES[kind]).fetchone()[0])


def _connection(url: str, kind: str) -> sqlite3.Connection | psycopg.Connection:
    """Return a driver's own connection: VACUUM runs outside transactions."""
    if kind == "sqlite":
        return sqlite3.connect(url.removeprefix("sqlite:///"), isolation_level=None)
    return psycopg.connect(url.replace("+psycopg", "", 1), autocommit=True)


def _answers(office: Office) -> tuple[int, int]:
    """Count the completed tasks and the bytes of their answers, as JSON in the open."""
    with office.engine.database.connect() as connection:
        kept = [_opened(office, row) for row in connection.execute(select(records)).mappings()]
    return len(kept), sum(map(len, kept))


def _opened(office: Office, row: RowMapping) -> bytes:
    place = answers_in(row["case_id"], row["agency"], row["id"])
    return orjson.dumps(office.engine.store.vault.open(place, row["answers"]))
