import pytest

from engine.errors import NotAllowed, NotFound
from engine.modelling.moves import ASK, MOVE, MOVED
from engine.modelling.proposal import RETIRE
from tests.engine.modelling.fleet import NEW_STEP, Fleet, within
from tests.engine.modelling.small import LIVE, Owners


@pytest.fixture
def fleet(owners: Owners) -> Fleet:
    return Fleet(owners)


def test_the_worker_tries_and_moves_what_nobody_waits_for(fleet: Fleet) -> None:
    case, engine = fleet.at_a(), fleet.engine
    draft = fleet.owners.draft(main=NEW_STEP)
    proposal = engine.publishing.propose(fleet.owners.pia, draft.id, "Det behövs")
    engine.moves.begin(fleet.owners.pia, proposal.id)
    engine.moves.work()
    page = engine.moves.page(fleet.owners.pia, proposal.id)
    assert page.progress is not None
    assert page.progress.finished
    assert not page.busy
    fleet.choose(proposal, MOVE)
    fleet.owners.wait()
    for person in (fleet.owners.ola, fleet.owners.police_chef, fleet.owners.chef):
        engine.publishing.approve(person, proposal.id)

    engine.moves.work()

    assert fleet.moves(proposal)[case.id].state == MOVED
    assert fleet.instance(case).version == proposal.version


def test_a_question_shows_the_days_of_the_agencys_own_tasks(fleet: Fleet) -> None:
    case = fleet.at_b()
    proposal = fleet.proposed(within("P9D"))
    fleet.choose(proposal, ASK)
    fleet.published(proposal)

    (question,) = fleet.engine.moves.questions(fleet.owners.polis)

    assert (question.number, question.reason) == (case.number, "Det behövs")
    assert question.outcome is not None
    assert fleet.engine.moves.questions(fleet.owners.soc) == []


def test_only_owners_see_the_page_and_a_retirement_has_none(fleet: Fleet) -> None:
    old = fleet.owners.live
    proposal = fleet.proposed(NEW_STEP)
    with pytest.raises(NotAllowed):
        fleet.engine.moves.page(fleet.owners.soc, proposal.id)
    fleet.owners.publish(LIVE | {"sluttillstand.toml": LIVE["sluttillstand.toml"] + "\n"})
    retire = fleet.engine.publishing.propose_version(fleet.owners.pia, old, RETIRE, "Gammal")

    with pytest.raises(NotFound):
        fleet.engine.moves.page(fleet.owners.pia, retire.id)
