"""Where the element asks for a second person, completing is proposing."""

import pytest

from engine.casework import MAIN, Casework
from engine.errors import Conflict, InvalidAnswers
from tests.engine.office import ADA, GOOD, ROW, SIV, log, open_task
from tests.engine.rowed import Rows


@pytest.fixture
def casework(store, clock, handed_over):
    rows = Rows({MAIN: ROW})
    rows.approvals["anmal"] = "chef"
    return Casework(store, rows, clock, handed_over.append)


def test_the_first_person_proposes_and_the_task_stays_open(store, casework, task):
    casework.complete_task(ADA, task.id, GOOD)

    assert open_task(store).id == task.id
    assert open_task(store).assignee == "ada"
    assert log(store)[-1] == "task_proposed"
    assert store.kept.proposals[task.id].typed == GOOD
    assert store.kept.records == []
    assert "Såg det" not in repr(store.kept.log)


def test_a_form_sent_twice_is_proposed_once(store, casework, task):
    for _ in range(2):
        casework.complete_task(ADA, task.id, GOOD, "ett")

    assert log(store).count("task_proposed") == 1


def test_what_does_not_hold_is_not_proposed(store, casework, task):
    with pytest.raises(InvalidAnswers):
        casework.complete_task(ADA, task.id, {})

    assert not store.kept.proposals


@pytest.mark.parametrize("actor", [ADA, SIV])
def test_while_it_waits_nobody_changes_the_answers(store, casework, task, actor):
    casework.complete_task(ADA, task.id, GOOD)

    for change in (casework.complete_task, casework.save_draft):
        with pytest.raises(Conflict):
            change(actor, task.id, GOOD)
