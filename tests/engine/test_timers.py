"""The verb of time: what is due happens once, whoever of the workers comes first."""

from dataclasses import replace
from datetime import timedelta

import pytest

from engine.casework import MAIN
from engine.errors import Unavailable
from engine.model import Instance, Task, Timer
from engine.retry import ATTEMPTS
from engine.timers import Timers
from tests.conftest import MONDAY, MovedClock
from tests.engine.fakes import MemoryStore
from tests.engine.office import log
from tests.engine.rowed import Away, OneBreaks, Rows
from tests.engine.timed import ROWS, run


@pytest.fixture
def reminder(store: MemoryStore) -> Timer:
    """A reminder of an open task that is due now."""
    instance = run(store, "paminns")
    reminder = Timer("i", "skriv#1@P3D", MONDAY, "DL-10", instance.tasks[0].id)
    later = replace(reminder, path="skriv#1@P5D", due_at=MONDAY + timedelta(days=2))
    store.kept.instances["i"] = replace(instance, timers=(reminder, later))
    return reminder


def test_a_timer_that_is_due_moves_its_process_on(
    store: MemoryStore, timers: Timers, timer: Timer, handed_over: list[str]
) -> None:
    fired = timers.fire_due()

    (task,) = store.kept.instances["i"].tasks
    assert (fired, task.name, handed_over) == (1, "Folj_Upp", ["c"])
    assert log(store) == ["timer_fired", "task_opened", "message_sent"]
    assert store.kept.log[0].details["path"] == timer.path


def test_firing_saves_then_sends_then_tells_the_log(
    store: MemoryStore, timers: Timers, timer: Timer
) -> None:
    timers._fire(timer)

    assert store.written == ["save", "send", "record"]


def test_the_log_has_the_planned_and_the_actual_instant(
    store: MemoryStore, timers: Timers, timer: Timer, clock: MovedClock
) -> None:
    clock.advance(hours=5)
    timers.fire_due()

    (entry, *_) = store.kept.log
    assert (entry.details["planned"], entry.at) == (timer.due_at.isoformat(), clock.now())


@pytest.mark.usefixtures("timer")
def test_nothing_fires_before_its_time(
    store: MemoryStore, timers: Timers, clock: MovedClock
) -> None:
    clock.advance(seconds=-1)

    assert timers.fire_due() == 0
    assert (store.kept.log, store.attempts) == ([], 0)


def test_what_follows_and_is_due_as_well_fires_in_the_same_round(
    store: MemoryStore, timers: Timers
) -> None:
    run(store, "kedja")

    assert timers.fire_due() == 2
    assert store.kept.instances["i"].ended
    assert store.kept.cases["c"].end_state == "A1"
    assert log(store)[-1] == "case_closed"


def test_a_timer_that_another_worker_took_does_nothing(
    store: MemoryStore, timers: Timers, timer: Timer, handed_over: list[str]
) -> None:
    timers.fire_due()
    before = log(store)
    handed_over.clear()

    assert timers._tried(timer) is False
    assert (log(store), handed_over) == (before, [])


def test_a_timer_of_an_instance_that_is_gone_does_nothing(
    store: MemoryStore, timers: Timers, timer: Timer
) -> None:
    del store.kept.instances["i"]

    assert timers._tried(timer) is False
    assert store.kept.log == []


class HurriedStore(MemoryStore):
    """Always tells of a timer that somebody else has taken."""

    def take_due(self, now: object, limit: int = 100) -> list[Timer]:
        return [Timer("i", "gone#1", MONDAY)]


def test_workers_that_only_find_what_others_do_leave_off(clock: MovedClock) -> None:
    store = HurriedStore()
    store.kept.instances["i"] = Instance("i", "c", MAIN, "v1")

    assert Timers(store, Rows(ROWS), clock, print).fire_due() == 0
    assert store.attempts == 1


@pytest.mark.usefixtures("timer")
def test_a_lost_race_is_run_again_and_the_timer_fires_once(
    store: MemoryStore, timers: Timers
) -> None:
    store.lost_races = 2

    assert timers.fire_due() == 1
    assert log(store).count("timer_fired") == 1


@pytest.mark.usefixtures("timer")
def test_a_timer_that_always_loses_is_left_for_the_next_round(
    store: MemoryStore, timers: Timers
) -> None:
    store.lost_races = ATTEMPTS

    assert timers.fire_due() == 0
    assert timers.fire_due() == 1


def test_a_reminder_marks_its_task_and_leaves_the_process_alone(
    store: MemoryStore, timers: Timers, reminder: Timer
) -> None:
    before = store.kept.instances["i"]
    fired = timers.fire_due()

    after = store.kept.instances["i"]
    assert (fired, store.kept.reminded) == (1, [reminder.reminds])
    assert (after.revision, after.tasks) == (before.revision, before.tasks)
    assert log(store) == ["task_reminded"]


def test_a_reminder_leaves_the_next_one_for_its_day(
    store: MemoryStore, timers: Timers, reminder: Timer, clock: MovedClock
) -> None:
    timers.fire_due()
    assert reminder not in store.kept.instances["i"].timers
    clock.advance(days=2)

    assert timers.fire_due() == 1


def test_a_reminder_of_a_task_that_is_done_does_nothing(
    store: MemoryStore, timers: Timers, reminder: Timer
) -> None:
    instance = store.kept.instances["i"]
    store.kept.instances["i"] = replace(instance, tasks=without(instance.tasks, reminder))

    assert timers.fire_due() == 0
    assert (store.kept.log, store.written) == ([], [])


def without(tasks: tuple[Task, ...], reminder: Timer) -> tuple[Task, ...]:
    return tuple(task for task in tasks if task.id != reminder.reminds)


def test_a_timer_that_breaks_is_told_of_and_does_not_stop_the_others(
    store: MemoryStore, timers: Timers, timer: Timer, caplog: pytest.LogCaptureFixture
) -> None:
    broken = replace(timer, instance_id="trasig")
    whole = store.kept.instances["i"]
    store.kept.instances["trasig"] = replace(whole, id="trasig", timers=(broken,))
    fired = replace(timers, processes=OneBreaks(ROWS)).fire_due()

    assert fired == 1
    assert store.kept.instances["i"].tasks
    assert "instance trasig failed" in caplog.text


def test_a_timer_that_finds_the_database_away_is_no_incident(
    store: MemoryStore, timer: Timer, clock: MovedClock
) -> None:
    timers = Timers(store, Away(ROWS), clock, lambda _: None)
    with pytest.raises(Unavailable):
        timers.fire_due()

    assert store.incidents() == []
    assert store.kept.instances["i"].timers == (timer,)
