"""The verbs about who does the work, on a store in dictionaries."""

from dataclasses import replace
from datetime import date

import pytest

from engine.casework import Casework
from engine.errors import Conflict, InvalidAnswers, NotAllowed, NotFound
from engine.model import Task
from engine.staff.staffing import Staffing
from tests.conftest import MovedClock
from tests.engine.fakes import MemoryStore
from tests.engine.office import ADA, BO, GOOD, SIV, log, open_task

TODAY, WEEK = date(2026, 3, 2), (date(2026, 3, 2), date(2026, 3, 8))
NOOR = replace(ADA, id="noor", name="Noor Lind")
MAX = replace(ADA, id="max", name="Max Ståhl", roles=frozenset({"handlaggare", "gruppledare"}))


@pytest.fixture
def staffing(store: MemoryStore, clock: MovedClock) -> Staffing:
    store.people |= {person.id: person for person in (NOOR, MAX)}
    return Staffing(store, clock)


def arranged(store: MemoryStore) -> list[tuple[str, str]]:
    kept = store.kept.substitutions.values()
    return [(each.absent, each.substitute) for each in kept if each.ended_at is None]


def test_one_who_is_away_names_a_substitute_themselves(
    store: MemoryStore, staffing: Staffing
) -> None:
    staffing.arrange(ADA, "ada", "noor", WEEK, "semester", "k1")
    staffing.arrange(ADA, "ada", "noor", WEEK, "semester", "k1")

    assert arranged(store) == [("ada", "noor")]


def test_a_colleague_does_not_decide_for_another_and_the_attempt_is_kept(
    store: MemoryStore, staffing: Staffing
) -> None:
    with pytest.raises(NotAllowed):
        staffing.arrange(NOOR, "ada", "noor", WEEK, "semester")

    assert store.denied == [("noor", "arrange", "ada")]
    staffing.arrange(MAX, "ada", "noor", WEEK, "semester")
    assert arranged(store) == [("ada", "noor")]


@pytest.mark.parametrize("substitute", ["bo", "nobody"])
def test_a_substitute_is_of_the_same_agency(staffing: Staffing, substitute: str) -> None:
    with pytest.raises(NotFound):
        staffing.arrange(ADA, "ada", substitute, WEEK, "semester")


def test_overlap_and_chain_are_refused(store: MemoryStore, staffing: Staffing) -> None:
    staffing.arrange(ADA, "ada", "noor", WEEK, "semester")
    for absent, substitute in (("ada", "siv"), ("noor", "siv"), ("siv", "ada")):
        with pytest.raises(InvalidAnswers):
            staffing.arrange(MAX, absent, substitute, WEEK, "semester")

    assert arranged(store) == [("ada", "noor")]


def test_a_substitution_is_ended_early_by_those_who_may_arrange_it(
    store: MemoryStore, staffing: Staffing
) -> None:
    staffing.arrange(ADA, "ada", "noor", WEEK, "semester")
    (kept,) = store.kept.substitutions
    for stranger in (NOOR, BO):
        with pytest.raises((NotAllowed, NotFound)):
            staffing.end(stranger, kept)
    staffing.end(MAX, kept)

    assert arranged(store) == []
    with pytest.raises(Conflict):
        staffing.end(ADA, kept)


def test_a_substitute_does_the_absents_task_and_the_log_says_for_whom(
    store: MemoryStore, staffing: Staffing, casework: Casework, task: Task
) -> None:
    casework.claim(ADA, task.id)
    with pytest.raises(Conflict):
        casework.complete_task(NOOR, task.id, GOOD)
    staffing.arrange(ADA, "ada", "noor", WEEK, "semester")
    casework.claim(NOOR, task.id)
    assert open_task(store).assignee == "ada"
    casework.save_draft(NOOR, task.id, {})
    casework.complete_task(NOOR, task.id, GOOD)

    acts = [(e.kind, e.actor, e.details["acting_for"]) for e in store.kept.log
            if "acting_for" in e.details]  # fmt: skip
    assert acts == [("task_claimed", "noor", "ada"), ("draft_saved", "noor", "ada"),
                    ("task_completed", "noor", "ada")]  # fmt: skip


def test_before_and_after_its_days_a_substitution_gives_nothing(
    staffing: Staffing, casework: Casework, task: Task, clock: MovedClock
) -> None:
    casework.claim(ADA, task.id)
    staffing.arrange(ADA, "ada", "noor", (date(2026, 3, 3), date(2026, 3, 4)), "resa")
    for days, hours in ((0, 0), (2, 14)):  # Thursday begins at 23 UTC on Wednesday
        clock.advance(days=days, hours=hours)
        with pytest.raises(Conflict):
            casework.complete_task(NOOR, task.id, GOOD)
    clock.advance(hours=-1)
    casework.complete_task(NOOR, task.id, GOOD)


def test_a_substitute_has_the_absents_role_for_the_absents_task_only(
    store: MemoryStore, staffing: Staffing, casework: Casework, chefs_task: Task
) -> None:
    staffing.arrange(SIV, "siv", "noor", WEEK, "semester")
    with pytest.raises(NotAllowed):
        casework.complete_task(NOOR, chefs_task.id, GOOD)  # nobody's yet, so not Siv's
    casework.claim(SIV, chefs_task.id)
    casework.complete_task(NOOR, chefs_task.id, GOOD)

    assert store.kept.log[-1].kind == "case_closed"


def test_jav_hides_the_case_and_gives_back_what_was_held(
    store: MemoryStore, staffing: Staffing, casework: Casework, task: Task
) -> None:
    casework.claim(ADA, task.id)
    staffing.disqualify(ADA, task.case_id, "ada", "Jag känner familjen.", "k1")
    staffing.disqualify(ADA, task.case_id, "ada", "Jag känner familjen.", "k1")

    assert open_task(store).assignee is None
    assert log(store)[-2:] == ["disqualified", "task_released"]
    assert "familjen" not in repr(store.kept.log)
    for verb in (casework.claim, casework.release):
        with pytest.raises(NotFound):
            verb(ADA, task.id)
    with pytest.raises(NotFound):
        casework.complete_task(ADA, task.id, GOOD)
    with pytest.raises(NotFound):
        staffing.disqualify(ADA, task.case_id, "ada", "Igen.")


def test_a_task_that_is_over_is_not_explained_to_one_who_is_disqualified(
    staffing: Staffing, casework: Casework, task: Task
) -> None:
    staffing.disqualify(ADA, task.case_id, "ada", "Granne.")
    casework.complete_task(NOOR, task.id, GOOD)

    with pytest.raises(Conflict):
        casework.claim(MAX, task.id)
    with pytest.raises(NotFound):
        casework.claim(ADA, task.id)


def test_nobody_is_given_a_task_of_a_case_in_which_they_are_disqualified(
    store: MemoryStore, staffing: Staffing, casework: Casework, task: Task
) -> None:
    staffing.disqualify(SIV, task.case_id, "noor", "Syskon till en part.")
    with pytest.raises(NotFound):
        casework.assign(ADA, task.id, "noor")
    ((_, why),) = staffing.distribute(MAX, [task.id], "noor")

    assert why
    assert open_task(store).assignee is None


def test_a_substitute_who_is_disqualified_finds_nothing(
    staffing: Staffing, casework: Casework, task: Task
) -> None:
    casework.claim(ADA, task.id)
    staffing.arrange(ADA, "ada", "noor", WEEK, "semester")
    staffing.disqualify(NOOR, task.case_id, "noor", "Granne.")

    with pytest.raises(NotFound):
        casework.complete_task(NOOR, task.id, GOOD)


def test_only_a_chef_lifts_jav_and_never_their_own(
    store: MemoryStore, staffing: Staffing, casework: Casework, task: Task
) -> None:
    staffing.disqualify(ADA, task.case_id, "ada", "Granne.")
    (kept,) = store.kept.disqualifications
    for stranger in (ADA, MAX, BO):
        with pytest.raises((NotAllowed, NotFound)):
            staffing.lift(stranger, task.case_id, kept)
    staffing.lift(SIV, task.case_id, kept)
    casework.claim(ADA, task.id)

    assert log(store)[-2:] == ["disqualification_lifted", "task_claimed"]
    with pytest.raises(Conflict):
        staffing.lift(SIV, task.case_id, kept)
    staffing.disqualify(SIV, task.case_id, "siv", "Granne.")
    with pytest.raises(NotFound):
        staffing.lift(SIV, task.case_id, kept)


def test_another_agencys_case_and_people_are_not_found(staffing: Staffing, task: Task) -> None:
    with pytest.raises(NotFound):
        staffing.disqualify(BO, task.case_id, "bo", "Granne.")
    with pytest.raises(NotFound):
        staffing.disqualify(SIV, task.case_id, "bo", "Granne.")


def test_a_leader_gives_out_tasks_and_hears_of_each(
    store: MemoryStore, staffing: Staffing, task: Task
) -> None:
    told = staffing.distribute(MAX, [task.id, "gone", task.id], "noor")

    assert told == [(task.id, None), ("gone", "Uppgiften finns inte längre."),
                    (task.id, "Kollegan har redan uppgiften.")]  # fmt: skip
    assert open_task(store).assignee == "noor"


def test_one_who_does_not_lead_gives_out_nothing(
    store: MemoryStore, staffing: Staffing, task: Task
) -> None:
    with pytest.raises(NotAllowed):
        staffing.distribute(NOOR, [task.id], "noor")

    assert store.denied == [("noor", "distribute", "noor")]


def test_a_task_that_asks_for_a_role_is_not_given_to_one_without_it(
    staffing: Staffing, chefs_task: Task
) -> None:
    ((_, why),) = staffing.distribute(MAX, [chefs_task.id], "noor")

    assert why is not None
    assert "rollen saknas" in why
