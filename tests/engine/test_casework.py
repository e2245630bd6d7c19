"""The verbs of casework, on a store in dictionaries: who may, in which order, and what is kept."""

from collections.abc import Callable

import pytest

from engine.casework import MAIN, Casework
from engine.errors import Conflict, InvalidAnswers, NotAllowed, NotFound, Stale
from engine.model import Actor, Task
from engine.retry import ATTEMPTS
from tests.conftest import MONDAY, MovedClock
from tests.engine.fakes import MemoryStore
from tests.engine.office import ADA, BO, GOOD, ROW, SIV, log, open_task
from tests.engine.rowed import Rows


def test_an_opened_case_runs_the_main_process_for_its_agency(
    store: MemoryStore, casework: Casework
) -> None:
    case = casework.open_case(ADA)

    (instance,) = store.kept.instances.values()
    assert (case.number, case.opened_by, case.opened_at) == ("2026-00001", ADA.agency, MONDAY)
    assert (instance.process, instance.version) == (MAIN, case.version)
    assert instance.variables == {"kalla": "socialtjansten"}
    assert log(store) == ["case_opened", "instance_started", "task_opened"]


def test_the_year_of_a_number_is_the_year_in_sweden(casework: Casework, clock: MovedClock) -> None:
    clock.set(MONDAY.replace(month=12, day=31, hour=23, minute=30))
    case = casework.open_case(ADA)

    assert case.number == "2027-00001"


def test_an_agency_that_does_not_identify_victims_may_not_open_a_case(
    store: MemoryStore, casework: Casework
) -> None:
    with pytest.raises(NotAllowed):
        casework.open_case(BO)

    assert store.kept.cases == {}


def test_completing_saves_then_keeps_then_sends_then_tells_the_log(
    store: MemoryStore, casework: Casework, task: Task
) -> None:
    casework.complete_task(ADA, task.id, GOOD)

    assert store.written == ["save", "keep_record", "disclose", "send", "record"]


def test_only_routing_variables_reach_the_process_and_the_rest_the_compartment(
    store: MemoryStore, casework: Casework, task: Task
) -> None:
    casework.complete_task(ADA, task.id, GOOD)

    (instance,), (record,) = store.kept.instances.values(), store.kept.records
    assert instance.variables == {"kalla": "socialtjansten", "akut_fara": "ja"}
    assert (record.agency, record.task_id, record.actor) == (ADA.agency, task.id, ADA.id)
    assert record.answers == {"fara": "ja", "skal": "Såg det själv."}
    assert "Såg det" not in repr(store.kept.log)


def test_the_log_tells_what_was_completed_opened_and_sent(
    store: MemoryStore, casework: Casework, task: Task
) -> None:
    casework.complete_task(ADA, task.id, GOOD)

    assert log(store)[3:] == ["task_completed", "task_opened", "message_sent"]


def test_messages_are_handed_over_after_the_transaction(
    store: MemoryStore, clock: MovedClock, task: Task
) -> None:
    kept_by_then = []
    casework = Casework(
        store, Rows({MAIN: ROW}), clock, lambda _: kept_by_then.append(len(store.kept.outbox))
    )
    casework.complete_task(ADA, task.id, GOOD)

    assert kept_by_then == [1]


def test_the_end_of_the_main_process_closes_the_case(
    store: MemoryStore, casework: Casework, chefs_task: Task
) -> None:
    casework.complete_task(SIV, chefs_task.id, GOOD)

    (case,) = store.kept.cases.values()
    assert (case.end_state, case.closed_at) == ("A1", MONDAY)
    assert log(store)[-2:] == ["instance_ended", "case_closed"]


def test_bad_answers_leave_everything_untouched(
    store: MemoryStore, casework: Casework, task: Task
) -> None:
    before = store.kept
    with pytest.raises(InvalidAnswers) as refused:
        casework.complete_task(ADA, task.id, {"skal": ["x"]})

    assert list(refused.value.problems) == ["fara"]
    assert store.kept is before
    assert store.written == []
    assert store.denied == []


VERBS: dict[str, Callable[[Casework, Actor, str], None]] = {
    "claim": lambda casework, actor, task: casework.claim(actor, task),
    "release": lambda casework, actor, task: casework.release(actor, task),
    "assign": lambda casework, actor, task: casework.assign(actor, task, "siv"),
    "save_draft": lambda casework, actor, task: casework.save_draft(actor, task, {}),
    "complete": lambda casework, actor, task: casework.complete_task(actor, task, GOOD),
}


@pytest.mark.parametrize("verb", VERBS)
def test_another_agency_may_not_touch_a_task_and_the_attempt_is_kept(
    store: MemoryStore, casework: Casework, task: Task, verb: str
) -> None:
    before = store.kept
    with pytest.raises(NotAllowed):
        VERBS[verb](casework, BO, task.id)

    assert store.kept is before
    assert store.denied == [("bo", verb, task.id)]


@pytest.mark.parametrize("verb", VERBS)
def test_an_unknown_task_is_not_found_and_the_attempt_is_kept(
    store: MemoryStore, casework: Casework, verb: str
) -> None:
    with pytest.raises(NotFound):
        VERBS[verb](casework, ADA, "no-such-task")

    assert store.denied == [("ada", verb, "no-such-task")]


@pytest.mark.parametrize("verb", ["claim", "save_draft", "complete"])
def test_a_task_for_a_role_is_refused_to_one_without_it(
    store: MemoryStore, casework: Casework, chefs_task: Task, verb: str
) -> None:
    with pytest.raises(NotAllowed, match="chef"):
        VERBS[verb](casework, ADA, chefs_task.id)

    assert open_task(store) == chefs_task


@pytest.mark.parametrize("verb", ["claim", "release", "save_draft", "complete"])
def test_what_a_colleague_holds_is_left_to_them(
    store: MemoryStore, casework: Casework, task: Task, verb: str
) -> None:
    casework.claim(SIV, task.id)
    before = store.kept
    with pytest.raises(Conflict, match="kollega"):
        VERBS[verb](casework, ADA, task.id)

    assert store.kept is before


@pytest.mark.usefixtures("chefs_task")
@pytest.mark.parametrize("verb", VERBS)
def test_a_task_that_a_colleague_has_completed_says_by_whom_and_when(
    casework: Casework, task: Task, verb: str
) -> None:
    with pytest.raises(Conflict) as refused:
        VERBS[verb](casework, SIV, task.id)

    assert str(refused.value) == "Uppgiften är redan slutförd av Ada Ek den 2 mars 2026 kl. 10.00."


@pytest.mark.usefixtures("chefs_task")
def test_one_who_completes_twice_is_told_it_was_oneself(casework: Casework, task: Task) -> None:
    with pytest.raises(Conflict, match="slutförd av dig"):
        casework.complete_task(ADA, task.id, GOOD)


@pytest.mark.parametrize("races", [2, ATTEMPTS - 1])
def test_a_lost_race_is_run_again_and_everything_is_kept_once(
    store: MemoryStore, casework: Casework, task: Task, races: int
) -> None:
    store.attempts, store.lost_races = 0, races
    casework.complete_task(ADA, task.id, GOOD)

    assert store.attempts == races + 1
    assert (len(store.kept.records), log(store).count("task_completed")) == (1, 1)


def test_one_who_always_loses_is_told_in_the_end(
    store: MemoryStore, casework: Casework, task: Task, handed_over: list[str]
) -> None:
    store.lost_races = ATTEMPTS
    handed_over.clear()
    with pytest.raises(Stale):
        casework.complete_task(ADA, task.id, GOOD)

    assert (store.kept.records, handed_over) == ([], [])
