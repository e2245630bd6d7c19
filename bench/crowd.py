"""Fills PostgreSQL with the cases of many years: 100,000 of them, with 1,000,000 open tasks.

The database makes the rows itself. Tasks are those of the published diagrams, in their proportions;
people are so many that each holds about forty. Nobody and nothing in here is real.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

from sqlalchemy import Connection, text

from engine.bootstrap import Engine
from engine.bpmn.definitions import read_folder, read_process_set
from engine.db.connection import writing
from engine.model import Actor

CASES, TASKS_EACH, EVENTS_EACH = 100_000, 10, 10
HELD, A_DESK = 0.6, 40
"""The share of tasks that somebody holds, and how many each holds."""
A_UNIT = 12
TABLES = ("cases", "instances", "open_tasks", "events", "participants")
INDEXES = """SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'
AND tablename = ANY(:tables) AND indexdef LIKE 'CREATE INDEX%'"""
FILL = (
    """CREATE TEMP TABLE steps AS
    SELECT (row_number() OVER () - 1)::int AS n, s.*, count(*) OVER () AS count,
        count(*) OVER (PARTITION BY agency) * :tasks / count(*) OVER () * :held / :desk AS staff
    FROM json_to_recordset(CAST(:steps AS json))
    AS s(process text, element text, name text, agency text, role text, form text,
        deadline text)""",
    "ANALYZE steps",
    """INSERT INTO people (id, name, agency, roles, team, password_hash)
    SELECT agency || '-' || i, 'Person ' || i, agency, '["handlaggare"]',
        'Enhet ' || i / :unit, '-'
    FROM (SELECT agency, max(staff)::int AS staff FROM steps GROUP BY agency) a,
        generate_series(0, greatest(staff, 1)) i""",
    """INSERT INTO cases (id, number, version, opened_at, opened_by)
    SELECT 'c' || i, 2026 - i / 10000 || '-' || lpad((10000 + i % 10000)::text, 5, '0'), :version,
        :now - i * interval '50 minutes', 'socialtjansten' FROM generate_series(1, :cases) i""",
    """INSERT INTO instances (id, case_id, process, version, revision, state, variables, rounds,
        waiting, ended)
    SELECT 'i' || i, 'c' || i, 'stod_och_skydd', :version, 7, repeat('x', 600), '{}', '{}', '[]',
        false FROM generate_series(1, :cases) i""",
    """INSERT INTO open_tasks (id, case_id, instance_id, path, process, element, name, agency, role,
        form, opened_at, due_at, deadline, assignee, urgent_at)
    SELECT md5(i::text), 'c' || 1 + i / :each, 'i' || 1 + i / :each, s.element || '#1', s.process,
        s.element, s.name, s.agency, s.role, s.form, t.opened, t.due, s.deadline,
        CASE WHEN t.r < :held THEN s.agency || '-' || (t.r / :held * s.staff)::int END,
        coalesce(t.due, '9999-01-01Z')
    FROM (SELECT i, random() AS r, (random() * 1e9)::int AS pick,
            :now - random() * random() * interval '200 days' AS opened,
            date_trunc('day', :now + (random() * 130 - 5) * interval '1 day') AS day
        FROM generate_series(0, :cases * :each - 1) i) x
    JOIN steps s ON s.n = x.pick % s.count,
    LATERAL (SELECT x.r, x.opened, CASE WHEN s.deadline IS NOT NULL THEN x.day END AS due) t""",
    """INSERT INTO participants (agency, case_id)
    SELECT DISTINCT agency, case_id FROM open_tasks WHERE instance_id LIKE 'i%' AND
        case_id LIKE 'c%' ON CONFLICT DO NOTHING""",
    """INSERT INTO events (case_id, sequence, at, kind, agency, task_id,
        format, facts, previous, digest)
    SELECT 'c' || i, n, :now - n * interval '1 day', 'task_opened', 'socialtjansten',
        md5((i * 100 + n)::text), 1, '{"path": "x#1"}', sha256('a'), sha256('b')
    FROM generate_series(1, :cases) i, generate_series(1, :events) n""",
)


def fill(engine: Engine) -> None:
    """Add the crowd to what is there; the published processes say which tasks there can be."""
    given = {
        "steps": json.dumps(list(_steps(engine))), "version": engine.publications.current(),
        "now": datetime.now(UTC), "cases": CASES, "each": TASKS_EACH, "events": EVENTS_EACH,
        "tasks": CASES * TASKS_EACH, "held": HELD, "desk": A_DESK, "unit": A_UNIT,
    }  # fmt: skip
    with writing(engine.database) as connection:
        for setting in ("statement_timeout = 0", "maintenance_work_mem = '256MB'"):
            connection.execute(text(f"SET LOCAL {setting}"))
        with _bare(connection):
            for statement in FILL:
                used = {name: value for name, value in given.items() if f":{name}" in statement}
                connection.execute(text(statement), used)
    with engine.database.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("SET statement_timeout = 0"))
        connection.execute(text("VACUUM ANALYZE"))  # as a database that runs has done by itself


@contextmanager
def _bare(connection: Connection) -> Iterator[None]:
    """Take indexes and checks away from the tables, and give them back: rows come in faster."""
    indexes = connection.execute(text(INDEXES), {"tables": list(TABLES)}).all()
    for table in TABLES:
        connection.execute(text(f"ALTER TABLE {table} DISABLE TRIGGER ALL"))
    for name, _ in indexes:
        connection.execute(text(f"DROP INDEX {name}"))
    yield
    for _, definition in indexes:
        connection.execute(text(definition))
    for table in TABLES:
        connection.execute(text(f"ALTER TABLE {table} ENABLE TRIGGER ALL"))


def reader(agency: str) -> Actor:
    """Return somebody of an agency's crowd."""
    return Actor(f"{agency}-1", "Person 1", agency, frozenset({"handlaggare"}), "Enhet 0")


def _steps(engine: Engine) -> Iterator[dict[str, str | None]]:
    published = read_process_set(read_folder(engine.settings.processes))
    for diagram in published.diagrams.values():
        for each in diagram.of_kind("userTask"):
            said = each.properties
            yield {"process": diagram.process, "element": each.id, "name": each.name,
                   "agency": each.agency, "role": said.get("roll"), "form": said["form"],
                   "deadline": said.get("frist")}  # fmt: skip
