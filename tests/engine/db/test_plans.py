"""At a hundred thousand rows no query of a page or a command reads a whole table."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from sqlalchemy import Engine as Database
from sqlalchemy import event, text

from engine.bootstrap import Engine
from engine.db.connection import to_write, writing
from engine.lists.worklist import CHOICES, Wanted
from engine.model import Actor, Task
from tests.conftest import MONDAY
from tests.steps.desk import Desk

ROWS = 100_000
GROWING = ("cases", "instances", "open_tasks", "timers", "messages", "events", "records",
           "participants", "drafts", "commands", "contacts", "errands", "attachments", "notes",
           "proposals", "follow_ups")  # fmt: skip
NUMBERS = f"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {ROWS}) "  # noqa: S608
FILL = (
    """INSERT INTO cases (id, number, version, opened_at, opened_by)
    SELECT 'c' || i, '2020-' || i, :version, :at, 'socialtjansten' FROM n""",
    """INSERT INTO instances (id, case_id, process, version, revision, state, variables, rounds,
    waiting, ended) SELECT 'i' || i, 'c' || i, 'stod_och_skydd', :version, 0, '{}', '{}', '{}',
    '[]', i % 2 = 0 FROM n""",
    """INSERT INTO open_tasks (id, case_id, instance_id, path, process, element, name, agency,
    form, opened_at, urgent_at, assignee) SELECT 't' || i, 'c' || i, 'i' || i, 'a#1',
    'stod_och_skydd', 'ut_avsluta', 'Avsluta ärendet', 'agency' || (i % 9), 'f', :at, :at,
    CASE WHEN i % 3 = 0 THEN 'handlaggare' || (i % 500) END FROM n""",
    """INSERT INTO timers (instance_id, path, due_at) SELECT 'i' || i, 't#1', :later FROM n""",
    """INSERT INTO messages (id, case_id, name, kind, payload, position, delivered_at)
    SELECT 'm' || i, 'c' || i, 'fu_inledd', 'meddelande', '{}', 1, :at FROM n""",
    """INSERT INTO events (case_id, sequence, at, kind, agency, task_id,
    format, facts, previous, digest) SELECT 'c' || i, 1, :at, 'task_opened', 'agency' || (i % 9),
    't' || i, 1, '{}', '', '' FROM n""",
    """INSERT INTO records (id, case_id, task_id, agency, form, answers, at, actor)
    SELECT 'r' || i, 'c' || i, 't' || i, 'agency' || (i % 9), 'f', '{}', :at, 'x' FROM n""",
    """INSERT INTO drafts (task_id, case_id, agency, answers)
    SELECT 't' || i, 'c' || i, 'agency' || (i % 9), '{}' FROM n""",
    """INSERT INTO attachments (id, case_id, task_id, agency, name, kind, size, at, actor, content)
    SELECT 'f' || i, 'c' || i, 't' || i, 'agency' || (i % 9), '{}', 'pdf', 9, :at, 'x', '{}'
    FROM n""",
    """INSERT INTO notes (id, case_id, task_id, agency, kind, text, at, actor)
    SELECT 'n' || i, 'c' || i, 't' || i, 'agency' || (i % 9), 'kommentar', '{}', :at, 'x' FROM n""",
    """INSERT INTO proposals (task_id, case_id, agency, answers, at, actor)
    SELECT 't' || i, 'c' || i, 'agency' || (i % 9), '{}', :at, 'x' FROM n""",
    """INSERT INTO follow_ups (task_id, case_id, agency, day)
    SELECT 't' || i, 'c' || i, 'agency' || (i % 9), :day FROM n""",
    """INSERT INTO commands (id, at, actor, verb, target, result)
    SELECT 'k' || i, :at, 'x', 'y', 'z', 'c' || i FROM n""",
    """INSERT INTO contacts (id, version, case_id, agency, answers, at, actor)
    SELECT 'k' || i, 1, 'c' || i, 'agency' || (i % 9), '{}', :at, 'x' FROM n""",
    """INSERT INTO errands (id, case_id, agency, answers, created_at, created_by, due_day, done_at)
    SELECT 'e' || i, 'c' || i, 'agency' || (i % 9), '{}', :at, 'x', '9999-12-31', :at FROM n""",
    "INSERT INTO participants (agency, case_id) SELECT 'agency' || (i % 9), 'c' || i FROM n",
)
ASKED = [
    *(Wanted(**{name: choice}) for name, choices in CHOICES.items() for choice in choices),
    *(Wanted(scope, order=order) for scope in CHOICES["scope"] for order in CHOICES["order"]),
    *(Wanted(search=words) for words in ("2020-00017", "17", "besluta", "finns inte")),
    *(Wanted(process="lvu"), Wanted(assignee="handlaggare7"), Wanted("mina", step="2", due="idag")),
]


@pytest.fixture
def desk(engine_on_both: Engine) -> Desk:
    """A case among a hundred thousand others."""
    version = engine_on_both.publications.current()
    given = {"version": version, "at": MONDAY, "later": MONDAY.replace(year=2030),
             "day": MONDAY.date()}  # fmt: skip
    with writing(engine_on_both.database) as connection:
        for statement in FILL:
            names = {name: value for name, value in given.items() if f":{name}" in statement}
            filling = text(_after_insert(statement))
            connection.execute(filling, names)
        connection.execute(text("ANALYZE"))
    desk = Desk(engine_on_both)
    desk.case_id = engine_on_both.casework.open_case(desk.person("Socialtjänsten")).id
    return desk


def _after_insert(statement: str) -> str:
    """Both databases take the numbers before the SELECT of an INSERT."""
    head, _, tail = statement.partition("SELECT")
    return f"{head}{NUMBERS}SELECT{tail}"


def test_every_page_and_command_finds_its_rows_by_an_index(desk: Desk) -> None:
    said = list(dict.fromkeys(statements(desk.engine.database, lambda: use(desk))))
    scanned = [(table, sql) for sql, plan in plans(desk.engine.database, said)
               for table in GROWING if reads_whole(plan, table)]  # fmt: skip

    assert len(said) > 20
    assert scanned == []


def use(desk: Desk) -> None:
    engine, soc = desk.engine, desk.person("Socialtjänsten")
    for reader in (soc, Actor("handlaggare1", "N.N.", "agency1", frozenset(), "Barn")):
        for wanted in ASKED:
            engine.worklists.page(reader, wanted, MONDAY)
        engine.habits.arrive(reader)
        engine.queries.cases(reader)
        engine.workload.tasks_in_place_of(reader, engine.substitutions.absents(reader))
        engine.notices.unread(reader)
        engine.notices.lines(reader)
    leader = desk.person("Socialtjänsten", "gruppledare")
    engine.workload.loads(leader)
    engine.workload.tasks(leader, None)
    engine.workload.tasks(leader, soc.id)
    engine.casetabs.open_errands(soc)
    engine.casefile.case_page(soc, desk.case_id)
    for tab in ("contacts", "people", "exchange", "akt"):
        getattr(engine.casetabs, tab)(soc, desk.case_id)
    engine.consentfile.lines(soc, desk.case_id)
    for task in desk.tasks():
        engine.queries.task_page(soc, task.id)
        engine.bulk.claim(soc, [task.id])
        engine.casework.save_draft(soc, task.id, {})
        use_papers(engine, soc, task)
        desk.complete(task)
        engine.taskfile.done(soc, task.id)
    engine.timers.fire_due()
    engine.messages.deliver_all()
    engine.casefile.log(desk.case_id)


def use_papers(engine: Engine, soc: Actor, task: Task) -> None:
    engine.deskwork.comment(soc, task.id, "Hej.")
    engine.deskwork.detach(soc, engine.deskwork.attach(soc, task.id, "a.pdf", b"%PDF-"))
    engine.deskwork.follow_up(soc, task.id, engine.clock.now().date())
    engine.taskfile.papers(soc, task)
    engine.taskfile.before(soc, task)


Said = tuple[str, Any]


def statements(database: Database, act: Callable[[], None]) -> Iterator[Said]:
    said: list[Said] = []

    def keep(_c: object, _k: object, sql: str, parameters: Any, _x: object, many: bool) -> None:
        if sql.startswith(("SELECT", "UPDATE", "DELETE", "WITH", "INSERT")):
            said.append((sql, _hashable(parameters[0] if many else parameters)))

    event.listen(database, "before_cursor_execute", keep)
    act()
    event.remove(database, "before_cursor_execute", keep)
    yield from said


def _hashable(parameters: Any) -> Any:
    if isinstance(parameters, dict):
        return tuple(parameters.items())
    return tuple(parameters)


def plans(database: Database, said: list[Said]) -> Iterator[tuple[str, str]]:
    is_sqlite = database.dialect.name == "sqlite"
    explain = "EXPLAIN QUERY PLAN" if is_sqlite else "EXPLAIN"
    with to_write(database) as connection:  # some of it locks rows
        for sql, kept in said:
            parameters = kept if is_sqlite else dict(kept)
            rows = connection.exec_driver_sql(f"{explain} {sql}", parameters)
            yield sql, "\n".join(str(row[-1]) for row in rows)


def reads_whole(plan: str, table: str) -> bool:
    lines = plan.splitlines()
    return any(
        f"Seq Scan on {table}" in line or (line.startswith(f"SCAN {table}") and "USING" not in line)
        for line in lines
    )
