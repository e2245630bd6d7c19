"""Whose hands a task is in, what is typed so far, and closing by hand."""

import pytest

from engine.casework import Casework
from engine.errors import Conflict, InvalidAnswers, NotAllowed, NotFound
from engine.model import Task
from tests.conftest import MONDAY
from tests.engine.fakes import MemoryStore
from tests.engine.office import ADA, BO, GOOD, SIV, log, open_task


def test_a_claimed_task_is_ones_own(store: MemoryStore, casework: Casework, task: Task) -> None:
    casework.claim(ADA, task.id)

    assert open_task(store).assignee == "ada"
    assert store.written == ["give", "record"]
    assert log(store)[-1] == "task_claimed"


def test_a_released_task_is_free_for_a_colleague(
    store: MemoryStore, casework: Casework, task: Task
) -> None:
    casework.claim(ADA, task.id)
    casework.release(ADA, task.id)

    assert open_task(store).assignee is None
    assert log(store)[-1] == "task_released"
    casework.claim(SIV, task.id)


def test_a_task_can_be_given_to_a_colleague(
    store: MemoryStore, casework: Casework, task: Task
) -> None:
    casework.assign(ADA, task.id, "siv")

    assert open_task(store).assignee == "siv"
    assert store.kept.log[-1].details["assignee"] == "siv"


def test_a_task_that_one_colleague_holds_can_be_given_to_another(
    store: MemoryStore, casework: Casework, task: Task
) -> None:
    casework.claim(SIV, task.id)
    casework.assign(ADA, task.id, "ada")

    assert open_task(store).assignee == "ada"


@pytest.mark.parametrize("stranger", ["bo", "nobody"])
def test_a_task_is_given_only_within_the_agency(
    store: MemoryStore, casework: Casework, task: Task, stranger: str
) -> None:
    with pytest.raises((NotAllowed, NotFound)):
        casework.assign(ADA, task.id, stranger)

    assert open_task(store).assignee is None


def test_a_task_is_given_only_to_one_with_its_role(
    store: MemoryStore, casework: Casework, chefs_task: Task
) -> None:
    with pytest.raises(NotAllowed, match="chef"):
        casework.assign(SIV, chefs_task.id, "ada")

    assert open_task(store).assignee is None


def test_one_without_the_role_may_give_the_task_to_one_who_has_it(
    store: MemoryStore, casework: Casework, chefs_task: Task
) -> None:
    casework.assign(ADA, chefs_task.id, "siv")

    assert open_task(store).assignee == "siv"


def test_a_draft_keeps_unchecked_text_and_claims_the_task(
    store: MemoryStore, casework: Casework, task: Task
) -> None:
    casework.save_draft(ADA, task.id, {"fara": ["kanske"], "skal": ["Halv men"]})

    assert store.kept.drafts == {task.id: {"fara": "kanske", "skal": "Halv men"}}
    assert open_task(store).assignee == "ada"
    assert log(store)[-1] == "draft_saved"
    assert "Halv men" not in repr(store.kept.log)


def test_a_draft_does_not_move_the_process(
    store: MemoryStore, casework: Casework, task: Task
) -> None:
    casework.save_draft(ADA, task.id, GOOD)

    (instance,) = store.kept.instances.values()
    assert (instance.revision, instance.variables) == (0, {"kalla": "socialtjansten"})


def test_a_second_draft_takes_the_place_of_the_first(
    store: MemoryStore, casework: Casework, task: Task
) -> None:
    casework.save_draft(ADA, task.id, {"skal": ["Halv men"]})
    casework.save_draft(ADA, task.id, {"skal": ["Hel mening"]})

    assert store.kept.drafts == {task.id: {"skal": "Hel mening"}}
    assert store.written == ["keep_draft", "record"]


@pytest.fixture
def case_id(task: Task) -> str:
    return task.case_id


def test_a_chef_closes_a_case_and_everything_stops(
    store: MemoryStore, casework: Casework, case_id: str
) -> None:
    casework.close_case(SIV, case_id, "A2", "Dubblett.")

    (instance,), (record,) = store.kept.instances.values(), store.kept.records
    assert store.kept.cases[case_id].closed_at == MONDAY
    assert store.kept.cases[case_id].end_state == "A2"
    assert (instance.ended, instance.state, instance.tasks) == (True, "", ())
    assert log(store)[3:] == ["task_withdrawn", "instance_ended", "case_closed"]
    assert record.answers == {"sluttillstand": "A2", "skal": "Dubblett."}


def test_the_reason_of_closing_stays_in_the_compartment(
    store: MemoryStore, casework: Casework, case_id: str
) -> None:
    casework.close_case(SIV, case_id, "A2", "Dubblett.")

    assert store.kept.records[0].agency == "socialtjansten"
    assert "Dubblett" not in repr(store.kept.log)


def test_a_task_of_a_closed_case_says_why_it_is_gone(
    casework: Casework, task: Task, case_id: str
) -> None:
    casework.close_case(SIV, case_id, "A2", "Dubblett.")

    with pytest.raises(Conflict, match=r"Den togs bort den 2 mars 2026 kl\. 10\.00"):
        casework.complete_task(ADA, task.id, GOOD)


@pytest.mark.parametrize("actor", [ADA, BO])
def test_only_a_chef_at_socialtjansten_closes_a_case(
    store: MemoryStore, casework: Casework, case_id: str, actor: object
) -> None:
    before = store.kept
    with pytest.raises(NotAllowed):
        casework.close_case(actor, case_id, "A2", "Dubblett.")  # type: ignore[arg-type]

    assert store.kept is before
    assert [(what, target) for _, what, target in store.denied] == [("close_case", case_id)]


def test_a_chef_whose_agency_takes_no_part_may_not_close_the_case(
    store: MemoryStore, casework: Casework, case_id: str
) -> None:
    store.kept.instances.clear()
    store.kept.log.clear()

    with pytest.raises(NotAllowed):
        casework.close_case(SIV, case_id, "A2", "Dubblett.")


@pytest.mark.parametrize(
    ("state", "reason", "asked"),
    [("A2", "  ", ["reason"]), ("A9", "x", ["end_state"]), ("", "", ["end_state", "reason"])],
)
def test_closing_asks_for_an_end_state_and_a_reason(
    store: MemoryStore, casework: Casework, case_id: str, state: str, reason: str, asked: list[str]
) -> None:  # fmt: skip
    before = store.kept
    with pytest.raises(InvalidAnswers) as refused:
        casework.close_case(SIV, case_id, state, reason)

    assert list(refused.value.problems) == asked
    assert store.kept is before


def test_a_closed_case_is_not_closed_again(
    store: MemoryStore, casework: Casework, case_id: str
) -> None:
    (running,) = store.kept.instances.values()
    casework.close_case(SIV, case_id, "A2", "Dubblett.")
    store.kept.instances[running.id] = running  # so that the agency still takes part
    with pytest.raises(Conflict, match="redan avslutat"):
        casework.close_case(SIV, case_id, "A1", "Igen.")

    assert store.kept.cases[case_id].end_state == "A2"
