"""What answers lead to is weighed before any of it is written."""

import pytest

from engine.casework import MAIN
from engine.completing import Completing
from engine.errors import InvalidAnswers
from tests.conftest import MONDAY
from tests.engine.office import ADA, GOOD, ROW, SIV, log
from tests.engine.rowed import Rows


@pytest.fixture
def completing(store, task):
    return Completing(Rows({MAIN: ROW}), store.kept.instances[task.instance_id], task)


def test_weighing_writes_nothing(store, completing, task):
    before = store.kept.copied()
    done = completing.weigh(ADA, GOOD, (), MONDAY)

    assert done.answers.variables == {"akut_fara": "ja"}
    assert [message.name for message in done.step.sent] == ["hej"]
    assert vars(store.kept) == vars(before)


def test_answers_that_do_not_hold_are_refused(completing):
    with pytest.raises(InvalidAnswers):
        completing.weigh(ADA, {}, (), MONDAY)


def test_a_proposal_keeps_what_was_typed_but_not_what_the_page_sends(completing):
    done = completing.weigh(ADA, GOOD, (), MONDAY)
    proposal = done.proposal({**GOOD, "_csrf": ["x"], "_kommando": ["y"]})

    assert proposal.typed == GOOD
    assert (proposal.actor, proposal.at) == ("ada", MONDAY)


def test_what_was_approved_is_told_with_both_persons(store, completing):
    with store.transaction() as unit:
        completing.weigh(ADA, GOOD, (), MONDAY).write(unit, None, approved=SIV)

    approved, done = store.kept.log[-4:-2] if log(store)[-4] == "task_approved" else (None, None)
    assert approved
    assert done
    assert (approved.actor, approved.details["proposed_by"], done.actor) == ("siv", "ada", "ada")


def test_only_an_element_that_asks_for_it_has_an_approver(completing, task):
    assert completing.approver() is None
    completing.processes.approvals[task.element] = "chef"
    assert completing.approver() == "chef"
