"""Timers of the reader's own lanes in words; those of others are not there."""

from datetime import timedelta

import pytest

from engine.db.clocks import Clocks
from engine.model import Actor, Case
from tests.conftest import MONDAY
from tests.engine.bpmn.samples import bpmn, node, timer, user
from tests.engine.db.small import END, FILES, START, Office

DAY = timer("P3D")
MAIN = bpmn(
    "stod_och_skydd",
    [START, user("a"), node("boundaryEvent", "t", DAY, attachedToRef="a", name="Tre dagar"),
     END, node("endEvent", "e2")],
    "start -> a\na -> end\nt -> e2", lane="socialtjansten",
)  # fmt: skip


@pytest.fixture
def case(office: Office) -> Case:
    office.publish(FILES | {"stod_och_skydd.bpmn": MAIN})
    return office.open()


def read(office: Office, actor: Actor, case: Case) -> list[tuple[str, str, bool]]:
    clocks = Clocks(office.engine.queries.models, office.engine.clock.now())
    with office.engine.database.connect() as connection:
        found = list(clocks.running(connection, actor, case.id))
    return [(clock.name, clock.due.words, clock.due.passed) for clock in found]


def test_a_timer_is_told_to_the_agency_of_its_lane(office: Office, case: Case) -> None:
    assert read(office, office.soc, case) == [("Tre dagar", "om 3 dagar", False)]
    assert read(office, office.polis, case) == []


def test_a_deadline_in_law_and_a_target_are_kept_apart(office: Office, case: Case) -> None:
    clocks = Clocks(office.engine.queries.models, MONDAY)
    law = clocks.due(case.version, MONDAY + timedelta(days=1), "DL-10")
    none = clocks.due(case.version, MONDAY - timedelta(days=1), None)

    assert (law.statutory, law.passed, bool(law.law)) == (True, False, True)
    assert (none.statutory, none.passed, none.law) == (False, True, None)
