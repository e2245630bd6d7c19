from datetime import timedelta

import pytest

from engine.modelling.carrying import asked_agency
from engine.modelling.moves import MOVE
from tests.engine.modelling.fleet import NO_LIMIT, TIMED, Fleet
from tests.engine.modelling.small import Owners


@pytest.fixture
def fleet(owners: Owners) -> Fleet:
    return Fleet(owners)


def test_the_agency_whose_task_is_due_first_has_the_case(fleet: Fleet) -> None:
    assert asked_agency([fleet.instance(fleet.at_b())], "x") == "polismyndigheten"
    assert asked_agency([], "socialtjansten") == "socialtjansten"


def test_a_new_last_day_is_logged_for_the_agency_that_has_the_task(fleet: Fleet) -> None:
    case = fleet.at_a()
    interrupts = TIMED.replace('cancelActivity="false" name="Sent"', 'name="Sent"')
    proposal = fleet.proposed(interrupts)
    fleet.choose(proposal, MOVE)
    fleet.owners.wait(days=1)

    fleet.published(proposal)

    with fleet.unit() as unit:
        entries = [e for e in unit.log(case.id) if e.kind == "task_due_moved"]
    (entry,), due = entries, fleet.task(case, "a").due_at
    assert due is not None
    assert (entry.agency, entry.details["before"]) == ("socialtjansten", None)
    assert entry.details["after"] == due.isoformat()
    assert due - fleet.task(case, "a").opened_at > timedelta(days=6)
    assert fleet.deviations(case) == ()


def test_a_limit_that_is_taken_away_is_forgotten(fleet: Fleet) -> None:
    case = fleet.at_b()

    proposal = fleet.proposed(NO_LIMIT)
    fleet.choose(proposal, MOVE)
    fleet.published(proposal)

    assert not fleet.instance(case).timers
    fleet.complete(case, fleet.owners.polis, "b")
    assert fleet.instance(case).ended
    assert fleet.deviations(case) == ()
