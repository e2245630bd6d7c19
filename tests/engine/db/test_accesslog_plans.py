"""At a hundred thousand readings no search of the access log reads all of it."""

from datetime import UTC, date, datetime

import pytest
from sqlalchemy import text

from engine.audit.review import MANY, NIGHT, OUTSIDE, Place, Wanted
from engine.bootstrap import Engine
from engine.db.connection import writing
from tests.conftest import MONDAY
from tests.engine.db.test_plans import NUMBERS, ROWS, plans, statements
from tests.engine.db.test_plans import reads_whole as scans

GROWING = ("trail", "events", "cases", "open_tasks", "errands", "reviews", "participants")
FILL = (
    """INSERT INTO cases (id, number, version, opened_at, opened_by)
    SELECT 'c' || i, '2020-' || i, :version, :at, 'socialtjansten' FROM n""",
    """INSERT INTO trail (stream, sequence, at, kind, actor, agency, place, subject, format, facts,
    previous, digest) SELECT 'myndighet:' || CASE i % 9 WHEN 0 THEN 'socialtjansten' ELSE 'a' END,
    i, CASE WHEN i % 50 = 0 THEN :at ELSE :before END,
    CASE WHEN i % 99 = 0 THEN 'denied' WHEN i % 90 = 0 THEN 'exported' ELSE 'read' END,
    'p' || (i % 500), CASE i % 9 WHEN 0 THEN 'socialtjansten' ELSE 'a' END, 'cases.case',
    'c' || i, 2, '{}', '', :digest FROM n""",
    """INSERT INTO events (case_id, sequence, at, kind, actor, agency, format, facts, previous,
    digest) SELECT 'c' || i, 1, :before,
    CASE WHEN i % 999 = 0 THEN 'revealed' ELSE 'task_opened' END, 'p',
    CASE i % 9 WHEN 0 THEN 'socialtjansten' ELSE 'a' END, 1, '{}', '', '' FROM n""",
    """INSERT INTO instances (id, case_id, process, version, revision, state, variables, rounds,
    waiting, ended) SELECT 'i' || i, 'c' || i, 'p', :version, 0, '{}', '{}', '{}', '[]', i % 2 = 0
    FROM n""",
    """INSERT INTO open_tasks (id, case_id, instance_id, path, process, element, name, agency,
    form, opened_at, urgent_at) SELECT 't' || i, 'c' || i, 'i' || i, 'a#1', 'p', 'e', 'E', 'a', 'f',
    :at, :at FROM n""",
    """INSERT INTO errands (id, case_id, agency, answers, created_at, created_by, due_day)
    SELECT 'e' || i, 'c' || i, 'a', '{}', :at, 'x', '9999-12-31' FROM n""",
    """INSERT INTO reviews (id, agency, stream, sequence, verdict, sealed_in, at, actor)
    SELECT 'r' || i, 'a', 'myndighet:a', i, 'utreds', 'c', :at, 'x' FROM n""",
    "INSERT INTO participants (agency, case_id) SELECT 'a', 'c' || i FROM n",
)
TODAY = MONDAY.date()
DAYS = (date(2026, 2, 25), TODAY)
PLACE = Place(datetime(2026, 3, 1, tzinfo=UTC), "myndighet:socialtjansten", 900)
NARROWED = (
    {}, {"after": PLACE}, {"person": "p9"}, {"kind": "nekat"}, {"kind": "uttag"},
    {"kind": "last", "person": "p9", "after": PLACE}, {"kind": "inloggning"}, {"kind": "visat"},
    {"number": "2026-00001"}, {"kind": "visat", "after": PLACE}, {"control": NIGHT},
)  # fmt: skip
SEARCHES = (*(Wanted(*DAYS, **each) for each in NARROWED),
            Wanted(date(2020, 1, 1), TODAY, kind="visat"))  # fmt: skip


@pytest.fixture
def engine(engine_on_both: Engine) -> Engine:
    given = {"version": engine_on_both.publications.current(), "at": MONDAY,
             "before": datetime(2025, 6, 1, tzinfo=UTC), "digest": bytes(32)}  # fmt: skip
    with writing(engine_on_both.database) as connection:
        for statement in FILL:
            names = {name: value for name, value in given.items() if f":{name}" in statement}
            head, _, tail = statement.partition("SELECT")
            connection.execute(text(f"{head}{NUMBERS}SELECT{tail}"), names)
        connection.execute(text("ANALYZE"))
    return engine_on_both


def test_every_search_finds_its_rows_by_an_index(engine: Engine) -> None:
    people = {each.id: each for each in engine.queries.people()}
    who = people["granskare"]
    engine.casework.open_case(people["soc"])

    def use() -> None:
        for asked in SEARCHES:
            engine.reviewing.log.page(who, asked)
        engine.reviewing.checks.outside(who, Wanted(*DAYS, control=OUTSIDE))
        engine.reviewing.checks.bursts(who, Wanted(*DAYS, control=MANY))
        engine.reviewing.log.lines(who, engine.reviewing.checks.sampled(who, "2026-02"))
        line = engine.reviewing.log.page(who, Wanted(*DAYS)).lines[0]
        engine.reviewing.entry(who, line.place.stream, line.place.sequence)
        engine.reviewing.conclude(who, (line.place.stream, line.place.sequence), "utan_anmarkning")

    said = list(dict.fromkeys(statements(engine.database, use)))
    scanned = [(table, sql) for sql, plan in plans(engine.database, said)
               for table in GROWING if scans(plan, table) or f"SCAN {table}" in plan]  # fmt: skip

    assert ROWS >= 100_000
    assert len(said) > len(SEARCHES)
    assert scanned == []
