"""Steps about time: the clock moves, the worker does its round."""

from datetime import datetime

from pytest_bdd import given, parsers, then, when

from engine.deadlines import ZONE, last_day_of
from tests.steps.casework import said
from tests.steps.desk import Desk


def move(desk: Desk, to: datetime) -> None:
    desk.engine.clock.set(to)  # type: ignore[attr-defined]
    desk.engine.timers.fire_due()
    desk.engine.messages.deliver_all()


@given(parsers.parse("att klockan är {time} den {day}"))
@when(parsers.parse("klockan är {time} den {day}"))
def the_time_is(desk: Desk, time: str, day: str) -> None:
    move(desk, datetime.fromisoformat(f"{day}T{time}").replace(tzinfo=ZONE))


@when(parsers.parse("det har gått {count:d} dagar"))
def days_pass(desk: Desk, count: int) -> None:
    """Let the days pass one by one: what falls due on the way happens on its day."""
    for _ in range(count):
        desk.engine.clock.advance(days=1)  # type: ignore[attr-defined]
        desk.engine.timers.fire_due()
        desk.engine.messages.deliver_all()


@then(said('ska {agency:Agency} ha slutfört "{name}" senast {day}'))
def due_on(desk: Desk, agency: str, name: str, day: str) -> None:
    task = desk.task(agency, name)
    assert task.due_at is not None
    assert last_day_of(task.due_at).isoformat() == day


@then(parsers.parse('har "{name}" ingen sista dag'))
def no_due(desk: Desk, name: str) -> None:
    assert [t.due_at for t in desk.tasks() if t.name == name] == [None]


@then(said('har {agency:Agency} påmints om "{name}" {count:d} gånger'))
def reminded(desk: Desk, agency: str, name: str, count: int) -> None:
    task = desk.task(agency, name)
    entries = [e for e in desk.log() if e.kind == "task_reminded"]
    assert len([e for e in entries if e.details["task_id"] == task.id]) == count


@then(parsers.parse("står det i loggen att {deadline} har löpt ut"))
def expired(desk: Desk, deadline: str) -> None:
    fired = [e.details["deadline"] for e in desk.log() if e.kind == "timer_fired"]
    assert deadline in fired


@then(said('är "{name}" hos {agency:Agency} försenad enligt {deadline}'))
def late(desk: Desk, name: str, agency: str, deadline: str) -> None:
    """Tell that a task is still open after its last day, by the deadline that set it."""
    task = desk.task(agency, name)
    assert task.deadline == deadline
    assert task.due_at is not None
    assert task.due_at <= desk.engine.clock.now()


@then(said('är "{name}" hos {agency:Agency} pausad'))
def stands_still(desk: Desk, name: str, agency: str) -> None:
    """Tell that a task may wait: its time, one of ours, stands still."""
    task = desk.task(agency, name)
    due = desk.engine.queries.task_page(desk.person(agency), task.id).due
    assert due is not None
    assert due.paused_since is not None
    assert not due.passed


@then("löper tiden för varje uppgift i ärendet")
def all_run(desk: Desk) -> None:
    assert [task.name for task in desk.tasks() if task.paused_at] == []


@then(said('ser {agency:Agency} ingen frist för "{name}"'))
def shows_no_due(desk: Desk, agency: str, name: str) -> None:
    task = desk.task(agency, name)
    assert desk.engine.queries.task_page(desk.person(agency), task.id).due is None
