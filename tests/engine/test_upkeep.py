"""Saved cases held against their logs, on both databases."""

import pytest
from sqlalchemy import delete, update

from engine.bootstrap import Engine
from engine.db.connection import writing
from engine.db.tables import instances, open_tasks, timers
from engine.errors import Deviation
from tests.steps.desk import Desk


@pytest.fixture
def desk(engine_on_both: Engine) -> Desk:
    desk = Desk(engine_on_both, answers={"misstanke": "kvarstar", "alderskategori": "vuxen"})
    desk.case_id = engine_on_both.casework.open_case(desk.person("Polismyndigheten")).id
    desk.complete_until("Informera offret om rättigheter")
    return desk


def alter(desk: Desk, **values: object) -> None:
    mine = update(instances).where(instances.c.case_id == desk.case_id)
    with writing(desk.engine.database) as connection:
        connection.execute(mine.values(values))


def test_a_case_that_is_what_its_log_says_is_left_alone(desk: Desk) -> None:
    before = desk.instances()
    found = desk.engine.upkeep.rebuild(desk.case_id)

    assert (found.healed, found.deviations) == ((), ())
    assert desk.instances() == before
    assert desk.engine.store.incidents() == []


@pytest.mark.parametrize("broken", ["", "{", '{"format": 99}'])
def test_a_state_that_cannot_be_read_is_made_anew_from_the_log(desk: Desk, broken: str) -> None:
    before = desk.instances()
    alter(desk, state=broken)
    found = desk.engine.upkeep.rebuild(desk.case_id)

    assert set(found.healed) == {instance.process for instance in before.values()}
    assert desk.instances() == before
    assert desk.log()[-1].kind == "state_healed"
    desk.complete(desk.tasks()[0])


def test_a_row_that_is_missing_is_made_anew_from_the_log(desk: Desk) -> None:
    before = desk.instances()
    with writing(desk.engine.database) as connection:
        connection.execute(delete(open_tasks).where(open_tasks.c.case_id == desk.case_id))
        connection.execute(delete(timers).where(timers.c.instance_id.in_(list(before))))
        connection.execute(delete(instances).where(instances.c.case_id == desk.case_id))
    found = desk.engine.upkeep.rebuild(desk.case_id)

    assert set(found.healed) == {instance.process for instance in before.values()}
    assert desk.instances() == before


def test_a_case_that_is_not_what_its_log_says_is_an_incident_and_untouched(desk: Desk) -> None:
    alter(desk, variables={"misstanke": "avskriven"})
    found = desk.engine.upkeep.rebuild(desk.case_id)

    assert "stod_och_skydd: variables" in found.deviations
    (incident,) = desk.engine.store.incidents()
    assert (incident.kind, incident.case_id) == ("deviation", desk.case_id)
    assert "stämmer inte med dess logg" in incident.cause
    assert desk.variables("stod_och_skydd") == {"misstanke": "avskriven"}
    with pytest.raises(Deviation):
        desk.engine.incidents.retry("drift", incident.id)


def test_the_nightly_round_takes_changed_cases_once_a_day(desk: Desk) -> None:
    upkeep = desk.engine.upkeep

    first = upkeep.nightly("2026-03-03")
    assert first is not None
    assert [found.case_id for found in first] == [desk.case_id]
    assert upkeep.nightly("2026-03-03") is None
    assert upkeep.nightly("2026-03-04") == []
    desk.complete(desk.tasks()[0])
    assert len(upkeep.nightly("2026-03-05") or ()) == 1
