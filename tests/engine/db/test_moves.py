from dataclasses import replace

import pytest

from engine.errors import NotFound, Stale
from engine.modelling.moves import MOVED, WAITING, CaseMove
from engine.modelling.preview.outcome import AHEAD, Outcome
from engine.ports import Unit
from tests.conftest import MONDAY
from tests.engine.modelling.conftest import owners
from tests.engine.modelling.fleet import NEW_STEP, Fleet
from tests.engine.modelling.small import Owners

__all__ = ["owners"]
OUTCOME = Outcome("v1", AHEAD, ("X",))


@pytest.fixture
def fleet(owners: Owners) -> Fleet:
    return Fleet(owners)


def planned(unit: Unit, proposal: str, case: str) -> CaseMove:
    move = CaseMove(proposal, case, "v2", OUTCOME.key, WAITING, MONDAY, "agare")
    unit.moves.plan(move)
    return move


def test_a_preview_is_kept_and_begun_anew(fleet: Fleet) -> None:
    case, other = fleet.at_a(), fleet.at_a()
    with fleet.unit() as unit:
        assert unit.moves.running_cases("v2") == [case.id, other.id]
        assert unit.moves.running_cases(fleet.owners.live) == []
        unit.moves.begin("v2", [case.id, other.id], MONDAY)
        unit.moves.keep("v2", case.id, OUTCOME)
        assert unit.moves.outcomes("v2") == [(case.id, OUTCOME)]
        assert unit.moves.untried("v2", 9) == [other.id]
        assert unit.moves.unfinished() == ["v2"]
        unit.moves.begin("v2", [case.id], MONDAY)
        assert unit.moves.outcomes("v2") == []
        assert unit.moves.progress("x") is None


def test_a_move_is_planned_once_and_settled_once(fleet: Fleet) -> None:
    case, proposal = fleet.at_a(), fleet.proposed(NEW_STEP)
    with fleet.unit() as unit:
        move = planned(unit, proposal.id, case.id)
        planned(unit, proposal.id, case.id)
        assert unit.moves.moves((WAITING,)) == [move]
        unit.moves.settle(move, replace(move, state=MOVED, reason="behovs"))
        assert unit.moves.one(proposal.id, case.id).reason == "behovs"
        with pytest.raises(Stale):
            unit.moves.settle(move, replace(move, state=MOVED))
        unit.moves.forget(move)
        with pytest.raises(NotFound):
            unit.moves.one(proposal.id, case.id)


def test_the_last_choice_counts(fleet: Fleet) -> None:
    proposal = fleet.proposed(NEW_STEP)
    with fleet.unit() as unit:
        for choice in ("move", "ask"):
            unit.moves.choose(proposal.id, OUTCOME.key, choice, "agare", MONDAY)
        assert unit.moves.choices(proposal.id) == {OUTCOME.key: ("ask", "agare")}
