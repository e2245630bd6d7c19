"""The closed lists hang together: what they name of each other is on them."""

from engine.bpmn.check.allowed import ALLOWED, HOSTS, MUST_TRIGGER, PROPERTIES, SOURCES, TRIGGERS
from engine.bpmn.diagram import EVENTS, FLOW_NODES


def test_every_list_is_of_elements_that_may_be_there() -> None:
    assert {*TRIGGERS, *PROPERTIES, *HOSTS, *MUST_TRIGGER} <= FLOW_NODES <= ALLOWED
    assert set(TRIGGERS) == EVENTS
    assert set(TRIGGERS) >= MUST_TRIGGER


def test_whatever_has_a_setting_may_say_what_it_rests_on() -> None:
    assert all(names >= set(SOURCES) for names in PROPERTIES.values())


def test_nothing_that_runs_code_is_on_the_list() -> None:
    assert {"scriptTask", "script", "serviceTask", "timeCycle", "subProcess"}.isdisjoint(ALLOWED)
