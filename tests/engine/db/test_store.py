"""One transaction at a time, on a real database of each kind."""

import sqlite3
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from sqlalchemy import event, select, update

from engine.bootstrap import Engine, build
from engine.db.connection import writing
from engine.db.tables import events, instances
from engine.errors import Conflict, EngineError, NotFound, Stale
from engine.model import Actor, Task
from engine.replay import differences, rebuild
from tests.conftest import settings
from tests.engine.db.chains import is_whole
from tests.steps.desk import Desk


@pytest.fixture
def engine(engine_on_both: Engine) -> Engine:
    return engine_on_both


@pytest.fixture
def desk(engine: Engine) -> Desk:
    desk = Desk(engine)
    desk.case_id = engine.casework.open_case(desk.person("Polismyndigheten")).id
    desk.answers |= {
        "misstanke": "kvarstar", "alderskategori": "vuxen", "akut_fara": "nej",
        "behov_konsultation": "nej", "samtycke_soc": "givet", "samtycke_rk": "givet",
        "fu_status": "pagar",
    }  # fmt: skip
    return desk


def at_once(*acts: Callable[[], None]) -> list[EngineError | None]:
    """Do all at the same moment, each in a thread; return what each was refused with."""
    gate = threading.Barrier(len(acts))

    def attempt(act: Callable[[], None]) -> EngineError | None:
        gate.wait()
        try:
            act()
        except EngineError as error:
            return error
        return None

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(attempt, acts))


def two_tasks_of_one_instance(desk: Desk) -> tuple[Task, Task]:
    desk.complete_until("Ta kontakt med personen")
    by_instance: dict[str, list[Task]] = {}
    for task in desk.tasks():
        by_instance.setdefault(task.instance_id, []).append(task)
    first, second, *_ = next(tasks for tasks in by_instance.values() if len(tasks) > 1)
    return first, second


def test_of_two_who_complete_the_same_task_one_wins_and_the_other_is_told(desk: Desk) -> None:
    (task,) = desk.tasks()
    refused = at_once(*[lambda: desk.complete(task)] * 2)

    assert sorted(error is None for error in refused) == [False, True]
    (told,) = [error for error in refused if error]
    assert isinstance(told, Conflict)
    assert "redan slutförd" in str(told)
    assert [e.kind for e in desk.log()].count("task_completed") == 1


def test_two_who_complete_different_tasks_of_one_instance_both_succeed(desk: Desk) -> None:
    first, second = two_tasks_of_one_instance(desk)
    refused = at_once(lambda: desk.complete(first), lambda: desk.complete(second))

    assert refused == [None, None]
    assert not {first.id, second.id} & {task.id for task in desk.tasks()}
    saved, rebuilt = desk.instances(), rebuild(desk.log(), desk.engine.processes)
    assert [differences(saved[i], rebuilt[i]) for i in saved] == [[]] * len(saved)


def test_of_two_who_take_the_same_task_one_wins(desk: Desk) -> None:
    (task,) = desk.tasks()
    one, other = desk.person("Polismyndigheten"), desk.person("Polismyndigheten", "chef")
    refused = at_once(
        lambda: desk.engine.casework.claim(one, task.id),
        lambda: desk.engine.casework.claim(other, task.id),
    )

    assert sorted(error is None for error in refused) == [False, True]


def test_eight_cases_opened_at_once_get_eight_numbers(desk: Desk) -> None:
    police = desk.person("Polismyndigheten")
    refused = at_once(*[lambda: desk.engine.casework.open_case(police) and None] * 8)

    assert refused == [None] * 8
    numbers = [row["number"] for row in desk.engine.overview()]
    assert len(set(numbers)) == 9


def test_two_workers_fire_a_timer_once(desk: Desk) -> None:
    desk.complete_until("Gör individuell skyddsbedömning")
    desk.engine.clock.advance(days=2)  # type: ignore[attr-defined]
    at_once(*[lambda: desk.engine.timers.fire_due() and None] * 2)

    fired = [e.details["path"] for e in desk.log() if e.kind == "timer_fired"]
    assert fired
    assert len(fired) == len(set(fired))


def test_saving_what_somebody_else_has_saved_is_refused(desk: Desk) -> None:
    (task,) = desk.tasks()
    with desk.engine.store.transaction() as unit:
        instance = unit.instance(task.instance_id)
    with desk.engine.store.transaction() as unit:
        unit.save(unit.instance(task.instance_id))
    with desk.engine.store.transaction() as unit:
        unit.instance(task.instance_id)
        with pytest.raises(Stale):
            unit.save(instance)


def test_an_error_in_the_middle_leaves_the_case_as_it_was(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    (task,) = desk.tasks()
    before = desk.instances(), desk.log()

    def fail(*_: object) -> None:
        raise RuntimeError("the power went")

    monkeypatch.setattr("engine.db.unit.SqlUnit.record", fail)
    with pytest.raises(RuntimeError):
        desk.complete(task)
    monkeypatch.undo()

    assert (desk.instances(), desk.log()) == before
    desk.complete(task)
    assert task.id not in {t.id for t in desk.tasks()}


def test_a_restart_finds_the_case_as_it_was_left(desk: Desk) -> None:
    desk.complete_until("Ta kontakt med personen")
    again = Desk(build(desk.engine.settings, desk.engine.clock), desk.case_id, answers=desk.answers)

    assert again.open_now() == desk.open_now()
    again.complete_until("Koordinera akuta stödinsatser")
    again.engine.database.dispose()


def test_a_lost_state_can_be_rebuilt_from_the_log(desk: Desk) -> None:
    desk.complete_until("Koordinera akuta stödinsatser")
    saved = desk.instances()
    with writing(desk.engine.database) as connection:
        connection.execute(update(instances).values(state="{}"))
    rebuilt = rebuild(desk.log(), desk.engine.processes)

    assert {i: r.state for i, r in rebuilt.items()} == {i: s.state for i, s in saved.items()}


def test_a_log_that_was_changed_gives_another_state(desk: Desk) -> None:
    desk.complete_until("Koordinera akuta stödinsatser")
    log = desk.log()
    at = next(n for n, e in enumerate(log) if e.details.get("element", "").startswith("ut_samlad"))
    entry = next(e for e in log[at:] if e.kind == "task_completed")
    changed = dict(entry.details["variables"]) | {"misstanke": "ingen"}
    forged = replace(entry, details={**entry.details, "variables": changed})
    left = log[: log.index(entry)]
    rebuilt, saved = rebuild([*left, forged], desk.engine.processes), desk.instances()

    assert any(differences(saved[i], r) for i, r in rebuilt.items())


def test_every_log_entry_is_bound_to_the_one_before(desk: Desk) -> None:
    desk.complete_until("Ta kontakt med personen")
    with desk.engine.database.connect() as connection:
        query = select(events).where(events.c.case_id == desk.case_id).order_by(events.c.sequence)
        rows = [dict(row) for row in connection.execute(query).mappings()]

    assert [row["sequence"] for row in rows] == list(range(1, len(rows) + 1))
    assert [row["previous"] for row in rows[1:]] == [row["digest"] for row in rows[:-1]]
    assert is_whole(rows)


def test_a_completed_task_costs_one_commit_and_few_statements(desk: Desk) -> None:
    desk.complete_until("Koordinera akuta stödinsatser")
    task = desk.task("regionkoordinatorn", "Koordinera akuta stödinsatser")
    said: list[str] = []
    commits: list[object] = []
    database = desk.engine.database
    event.listen(database, "before_cursor_execute", lambda *a: said.append(a[2].split("\n")[0]))
    event.listen(database, "commit", commits.append)
    by, posted = desk.person("regionkoordinatorn"), desk.posted(task)
    desk.engine.casework._complete(by, task.id, posted)  # type: ignore[attr-defined]

    statements = [s for s in said if not s.startswith("BEGIN")]
    assert len(commits) == 1
    assert len(statements) <= 12, statements


def test_no_form_content_is_in_the_state_the_variables_or_the_log(desk: Desk) -> None:
    desk.complete_until("Koordinera akuta stödinsatser")
    text = repr([(i.state, i.variables) for i in desk.instances().values()]) + repr(desk.log())

    assert "Påhittad uppgift" not in text


def test_unknown_ids_are_not_found(desk: Desk) -> None:
    actor = Actor("rk", "Rut Vik", "regionkoordinator")
    for attempt in (
        lambda: desk.engine.casework.claim(actor, "no-such-task"),
        lambda: desk.engine.casework.complete_task(actor, "no-such-task", {}),
        lambda: desk.engine.messages.register(actor, "no-such-case", "vill_atervanda"),
        lambda: desk.engine.casework.close_case(actor, "no-such-case", "A1", "skäl"),
    ):
        with pytest.raises(NotFound):
            attempt()

    assert desk.engine.store.denials() == 4


def test_a_process_killed_in_the_middle_leaves_an_sqlite_case_whole(
    migrated_sqlite_url: str, desk: Desk
) -> None:
    """Open the file as it is while a transaction is half done, as after a kill."""
    engine = build(settings(migrated_sqlite_url), desk.engine.clock)
    opened = Desk(engine)
    opened.case_id = engine.casework.open_case(opened.person("Polismyndigheten")).id
    states: set[str] = set()
    with pytest.raises(NotFound, match="the process is gone"):
        die_half_way(engine, opened.case_id, states)

    assert "half" not in states
    assert len(opened.tasks()) == 1
    engine.database.dispose()


def die_half_way(engine: Engine, case_id: str, states: set[str]) -> None:
    """Save an instance, look into the file as others see it, and die before the commit."""
    with engine.store.transaction() as unit:
        instance = unit.instances(case_id)[0]
        unit.save(replace(instance, state="half", tasks=()))
        with sqlite3.connect(str(engine.database.url.database)) as other:
            states |= {state for (state,) in other.execute("SELECT state FROM instances")}
        raise NotFound("the process is gone")
