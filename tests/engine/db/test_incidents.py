"""Incidents as rows."""

from dataclasses import replace

import pytest

from engine.bootstrap import Engine
from engine.errors import NotFound, Stale
from engine.failures import failed
from engine.model import Timer
from tests.conftest import MONDAY
from tests.engine.db.small import Office


@pytest.fixture
def office(engine_on_both: Engine) -> Office:
    return Office(engine_on_both)


def test_an_incident_of_a_timer_names_its_case_and_parks_the_timer(office: Office) -> None:
    case, timer = _waiting(office)
    place = {"instance_id": timer.instance_id, "element": timer.path}
    office.engine.store.report(failed(KeyError("x"), "timer", "fire", MONDAY, **place))

    (incident,) = office.engine.store.incidents()
    assert incident.case_id == case
    assert timer not in office.engine.store.take_due(timer.due_at)


def test_of_two_who_settle_one_incident_one_is_told(office: Office) -> None:
    incident = failed(KeyError("x"), "command", "complete", MONDAY, actor="soc", element="t")
    office.engine.store.report(incident)
    with office.engine.store.transaction() as unit:
        unit.settle_incident(incident, replace(incident, state="skip_asked"))

    with pytest.raises(Stale), office.engine.store.transaction() as unit:
        unit.settle_incident(incident, replace(incident, state="retried"))
    with pytest.raises(NotFound), office.engine.store.transaction() as unit:
        unit.incident("nowhere")


def test_what_is_settled_is_not_listed(office: Office) -> None:
    incident = failed(KeyError("x"), "command", "complete", MONDAY, actor="soc", element="t")
    office.engine.store.report(incident)
    office.engine.incidents.ask_skip("drift", incident.id, "Dubblett.")
    assert [each.state for each in office.engine.store.incidents()] == ["skip_asked"]
    office.engine.incidents.approve_skip("chef", incident.id)

    assert office.engine.store.incidents() == []


def _waiting(office: Office) -> tuple[str, Timer]:
    case = office.engine.casework.open_case(office.person("polis"))
    with office.engine.store.transaction() as unit:
        (instance,) = unit.instances(case.id)
        timer = Timer(instance.id, "t#1", MONDAY)
        unit.save(replace(instance, timers=(*instance.timers, timer)))
    return case.id, timer
