"""The load of an agency, on a real database of each kind."""

import pytest

from engine.errors import NotFound
from engine.model import Case
from tests.conftest import MovedClock
from tests.engine.db.counting import counted
from tests.engine.db.small import Office


def loads(office: Office) -> dict[str, tuple[int, int, int]]:
    found = office.engine.workload.loads(office.chef)
    return {each.person.id: (each.open_tasks, each.late, each.this_week) for each in found}


def test_a_leader_sees_what_each_colleague_holds_and_how_late_it_is(
    office: Office, case: Case, clock: MovedClock
) -> None:
    for element in ("a", "b"):
        office.engine.casework.claim(office.soc, office.task(case, element).id)
    assert loads(office)["soc"] == (2, 0, 0)
    clock.advance(days=7)
    assert loads(office)["soc"] == (2, 0, 1)
    clock.advance(days=1)

    assert loads(office)["soc"] == (2, 1, 0)
    assert loads(office)["soc.chef"] == (0, 0, 0)
    assert set(loads(office)) == {"soc", "soc.chef", "soc.gruppledare", "soc.ordforande"}


def test_a_leader_sees_what_nobody_has_and_what_one_colleague_has(
    office: Office, case: Case
) -> None:
    office.engine.casework.claim(office.soc, office.task(case, "a").id)
    workload = office.engine.workload

    assert [line.task.name for line in workload.tasks(office.chef, None)] == ["B"]
    assert [line.task.name for line in workload.tasks(office.chef, "soc")] == ["A"]
    assert workload.tasks(office.person("polis.chef"), "soc") == ()


def test_one_who_does_not_lead_finds_nothing_and_the_attempt_is_kept(office: Office) -> None:
    with pytest.raises(NotFound):
        office.engine.workload.loads(office.soc)
    with pytest.raises(NotFound):
        office.engine.workload.tasks(office.soc, None)

    assert office.engine.store.denials() == 2


def test_the_number_of_statements_does_not_grow_with_the_colleagues(office: Office) -> None:
    with counted(office.engine.database) as seen:
        office.engine.workload.loads(office.chef)

    assert len(seen) == 3
