"""A second person approves, or sends back; nobody approves their own."""

import pytest

from engine.approvals import Approvals
from engine.casework import MAIN, Casework
from engine.errors import Conflict, Expiring, InvalidAnswers, NotAllowed, NotFound
from engine.model import Actor
from engine.staff.staffing import Staffing
from tests.engine.office import ADA, BO, GOOD, ROW, SIV, log, open_task
from tests.engine.rowed import Rows

EVA = Actor("eva", "Eva Mo", "socialtjansten", frozenset({"handlaggare"}))


@pytest.fixture
def rows():
    rows = Rows({MAIN: ROW})
    rows.approvals["anmal"] = "chef"
    return rows


@pytest.fixture
def casework(store, rows, clock, handed_over):
    store.people["eva"] = EVA
    return Casework(store, rows, clock, handed_over.append)


@pytest.fixture
def approvals(store, rows, clock, handed_over):
    return Approvals(store, rows, clock, handed_over.append)


@pytest.fixture
def proposed(casework, task):
    casework.complete_task(ADA, task.id, GOOD)
    return task


def test_the_second_person_completes_it_with_the_firsts_answers(
    store, approvals, proposed, handed_over
):
    approvals.approve(SIV, proposed.id)

    assert open_task(store).element == "avgor"
    (record,) = store.kept.records
    assert (record.actor, record.answers) == ("ada", {"fara": "ja", "skal": "Såg det själv."})
    told = {entry.kind: entry.actor for entry in store.kept.log}
    assert (told["task_approved"], told["task_completed"]) == ("siv", "ada")
    assert handed_over == [proposed.case_id]


def test_approving_twice_with_one_form_counts_once(store, approvals, proposed):
    for _ in range(2):
        approvals.approve(SIV, proposed.id, "ett")

    assert log(store).count("task_approved") == 1


@pytest.mark.parametrize("actor", [ADA, EVA, BO])
def test_the_proposer_one_without_the_role_and_a_stranger_may_not(
    store, approvals, proposed, actor
):
    with pytest.raises(NotAllowed):
        approvals.approve(actor, proposed.id)

    assert store.denied == [(actor.id, "approve", proposed.id)]
    assert open_task(store).id == proposed.id


def test_a_chef_may_not_approve_their_own(casework, approvals, task):
    casework.complete_task(SIV, task.id, GOOD)

    with pytest.raises(NotAllowed):
        approvals.approve(SIV, task.id)


def test_it_is_sent_back_with_a_reason_that_stays_in_the_agency(store, approvals, proposed):
    approvals.send_back(SIV, proposed.id, "Ring henne först.")

    assert not store.kept.proposals
    assert store.kept.drafts[proposed.id] == {"fara": "ja", "skal": "Såg det själv."}
    (note,) = store.kept.notes
    assert (note.kind, note.text, note.actor) == ("retur", "Ring henne först.", "siv")
    assert log(store)[-1] == "task_returned"
    assert "Ring" not in repr(store.kept.log)
    assert open_task(store).assignee == "ada"


def test_without_a_reason_it_is_not_sent_back(store, approvals, proposed):
    with pytest.raises(InvalidAnswers, match="varför"):
        approvals.send_back(SIV, proposed.id, " \u200b ")

    assert proposed.id in store.kept.proposals


def test_the_proposer_takes_it_back_without_a_reason(store, approvals, casework, proposed):
    approvals.send_back(ADA, proposed.id)

    assert log(store)[-1] == "proposal_taken_back"
    assert not store.kept.notes
    casework.complete_task(ADA, proposed.id, GOOD)
    assert proposed.id in store.kept.proposals


@pytest.mark.parametrize("actor", [EVA, BO])
def test_others_may_not_send_it_back(store, approvals, proposed, actor):
    with pytest.raises(NotAllowed):
        approvals.send_back(actor, proposed.id, "Nej.")


def test_what_does_not_wait_cannot_be_approved(approvals, task):
    with pytest.raises(Conflict, match="väntar inte längre"):
        approvals.approve(SIV, task.id)
    with pytest.raises(NotFound):
        approvals.approve(SIV, "okänd")


def test_what_would_end_at_once_is_confirmed_by_the_one_who_approves(
    store, approvals, rows, proposed, clock
):
    rows._rows = {MAIN: ("task socialtjansten anmal", "timer sista")}
    with pytest.raises(Expiring) as warned:
        approvals.approve(SIV, proposed.id)
    assert proposed.id in store.kept.proposals

    approvals.approve(SIV, proposed.id, None, [each.key for each in warned.value.expiries])
    assert log(store)[-1] != "task_proposed"


@pytest.fixture
def evas_substitution(store, casework, task, clock):
    """Eva stands in for Ada, who holds the task."""
    casework.claim(ADA, task.id)
    day = clock.now().date()
    Staffing(store, clock).arrange(ADA, "ada", "eva", (day, day), "semester")


@pytest.mark.usefixtures("evas_substitution")
def test_what_a_substitute_proposed_is_logged_as_done_in_the_place_of_the_absent(
    store, approvals, casework, task
):
    casework.complete_task(EVA, task.id, GOOD)
    store.kept.substitutions.clear()  # it is over when the second person comes to it
    approvals.approve(SIV, task.id)

    told = {e.kind: (e.actor, e.details.get("acting_for")) for e in store.kept.log}
    assert told["task_proposed"] == told["task_completed"] == ("eva", "ada")
    assert told["task_approved"] == ("siv", None)


@pytest.mark.usefixtures("evas_substitution")
def test_a_substitute_takes_back_what_the_absent_proposed(store, approvals, casework, task):
    casework.complete_task(ADA, task.id, GOOD)
    approvals.send_back(EVA, task.id)

    told = store.kept.log[-1]
    assert (told.kind, told.actor) == ("proposal_taken_back", "eva")
    assert told.details["acting_for"] == "ada"


@pytest.mark.usefixtures("evas_substitution")
def test_the_absent_takes_back_only_their_own_and_a_second_person_gives_a_reason(
    approvals, casework, task
):
    casework.complete_task(EVA, task.id, GOOD)
    with pytest.raises(NotAllowed):
        approvals.approve(ADA, task.id)
    with pytest.raises(InvalidAnswers, match="varför"):
        approvals.send_back(SIV, task.id)
