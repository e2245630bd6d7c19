"""One case tried on what is proposed: how it is graded, and what it names."""

import pytest

from engine.errors import STUCK
from engine.model import Case
from engine.modelling.preview.outcome import Outcome, Shift
from tests.engine.bpmn.samples import node, user
from tests.engine.modelling.fleet import (
    ENDS,
    NEW_STEP,
    NO_B,
    OTHER_LANE,
    RENAMED,
    TIMED,
    Changed,
    Fleet,
    drawing,
    within,
)
from tests.engine.modelling.small import START, Owners

WAITS = drawing(
    [START, user("a"), node("parallelGateway", "f"), user("b"), user("x"),
     node("parallelGateway", "w"), *ENDS[2:]],
    "start -> a\na -> f\nf -> b\nf -> x\nb -> w\nx -> w\nw -> end", "b",
)  # fmt: skip
"""`b` has got something beside it that has to be done too."""


@pytest.fixture
def fleet(owners: Owners) -> Fleet:
    return Fleet(owners)


def outcome(fleet: Fleet, case: Case, changed: Changed) -> Outcome:
    (found,) = [g.outcome for g in fleet.groups(changed) if case.id in g.cases]
    return found


def test_grades_and_names(fleet: Fleet) -> None:
    at_a, at_b = fleet.at_a(), fleet.at_b()

    assert outcome(fleet, at_a, RENAMED).grade == "cosmetic"
    assert outcome(fleet, at_a, NEW_STEP).ahead == ("Ny",)
    assert outcome(fleet, at_a, NEW_STEP).grade == "ahead"
    assert outcome(fleet, at_b, NEW_STEP).behind == ("Ny",)
    assert outcome(fleet, at_b, NEW_STEP).grade == "passed"
    assert outcome(fleet, at_b, NO_B).gone == ("B",)
    assert outcome(fleet, at_b, NO_B).grade == "choice"
    (handed,) = outcome(fleet, at_b, OTHER_LANE).handed
    assert (handed.before, handed.after) == ("polismyndigheten", "socialtjansten")
    assert outcome(fleet, at_a, OTHER_LANE).grade == "ahead"


def test_a_case_that_would_wait_for_ever_is_found(fleet: Fleet) -> None:
    found = outcome(fleet, fleet.at_b(), WAITS)

    assert (found.grade, found.why) == ("impossible", STUCK)
    assert outcome(fleet, fleet.at_a(), WAITS).grade == "ahead"


def test_nothing_is_changed_by_trying(fleet: Fleet) -> None:
    case = fleet.at_b()
    before, kinds = fleet.instance(case), fleet.kinds(case)

    for changed in (NEW_STEP, NO_B, OTHER_LANE, TIMED, within("P1D")):
        fleet.groups(changed)

    assert fleet.instance(case) == before
    assert fleet.kinds(case) == kinds


def test_an_open_task_that_gets_a_day_is_told_of(fleet: Fleet) -> None:
    case = fleet.at_a()
    timed = TIMED.replace('cancelActivity="false" name="Sent"', 'cancelActivity="true" name="Sent"')

    found = outcome(fleet, case, timed)

    assert found.shifts == (Shift("A", "DL-10", None),)
