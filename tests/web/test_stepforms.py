from collections.abc import Iterator
from dataclasses import replace

import pytest
from flask import Flask

from engine.bpmn.diagram import Trigger
from engine.modelling.choices import Choices, choices_in
from engine.modelling.table.rows import Row, Way
from tests.engine.modelling.small import LIVE
from web.stepforms import (
    asked_of,
    fields_of,
    sent_new,
    sent_step,
    trigger_of,
    triggers_of,
    typed_of,
)

WAYS = (
    Way("f1", "b", "B", "userTask", "x == 'a'"),
    Way("f2", "j", "", "endEvent", is_default=True),
)
CHOICE = Row("g", "exclusiveGateway", "Vilket?", "socialtjansten", {"lagrum": "LVU 7 §"}, "", WAYS)


@pytest.fixture
def choices() -> Choices:
    return choices_in(LIVE)


@pytest.fixture
def flask() -> Iterator[Flask]:
    return Flask("tests")


def test_a_step_is_asked_only_for_what_it_may_have(choices: Choices) -> None:
    keys = [each.key for each in fields_of("userTask", "socialtjansten", choices)]

    assert keys[:3] == ["form", "frist", "fran"]
    assert "slutstatus" not in keys
    assert "slutstatus" in [each.key for each in fields_of("endEvent", "", choices)]
    assert "roll" not in [each.key for each in fields_of("userTask", "", choices, new=True)]


def test_roles_are_those_of_the_agency(choices: Choices) -> None:
    (role,) = (e for e in fields_of("userTask", "socialtjansten", choices) if e.key == "roll")

    assert role.options == {"chef": "chef", "gruppledare": "gruppledare"}


def test_a_form_begins_with_what_the_step_says(choices: Choices) -> None:
    typed = typed_of(CHOICE, choices)

    assert (typed["namn"], typed["s.lagrum"], typed["standard"]) == ("Vilket?", "LVU 7 §", "f2")
    assert (typed["till.f1"], typed["nar.f1"]) == ("b", "x == 'a'")


LATE = Row("t", "boundaryEvent", "Sent", "socialtjansten", {"frist": "DL-10"}, "", (), "", "b",
           "duration P7D", interrupting=False)  # fmt: skip


def test_the_limit_of_an_event_is_what_it_waits_for(choices: Choices) -> None:
    typed = typed_of(LATE, choices)

    assert (typed["utlosare"], typed["avbryter"]) == ("deadline DL-10", "nej")
    assert "frist" not in [each.key for each in asked_of(LATE, "socialtjansten", choices)]
    other = replace(LATE, trigger="duration P1D")
    assert trigger_of(other, choices) == "duration P1D"
    assert "frist" in [each.key for each in asked_of(other, "socialtjansten", choices)]
    assert {"duration P1D": "P1D"} in triggers_of(LATE.kind, choices, "duration P1D").values()


def test_a_plain_event_says_so_in_words(choices: Choices) -> None:
    groups = triggers_of("endEvent", choices)

    assert list(groups) == [""]
    assert list(groups[""]) == ["", "terminate"]


@pytest.mark.parametrize(("sent", "trigger", "interrupting"), [
    ({}, None, None), ({"utlosare": "deadline DL-10", "avbryter": "nej"}, None, False),
    ({"utlosare": "message hej", "avbryter": "ja"}, Trigger("message", "hej"), True),
])  # fmt: skip
def test_another_trigger_is_read_and_the_same_is_no_change(
    choices: Choices, flask: Flask, sent: dict[str, str], trigger: Trigger | None,
    interrupting: bool | None,
) -> None:  # fmt: skip
    with flask.test_request_context(method="POST", data=sent):
        edit = sent_step(LATE, choices)

    assert (edit.chosen.trigger if edit.chosen else None) == trigger
    assert edit.interrupting is interrupting


def test_what_is_sent_is_read_and_what_is_not_sent_stays(choices: Choices, flask: Flask) -> None:
    sent = {"namn": "Nytt", "aktor": "polismyndigheten", "s.lagrum": "SoL 20:1", "s.form": "f",
            "till.f1": "n", "nar.f1": "x == 'b'", "standard": "f1", "till.ny": "j"}  # fmt: skip
    with flask.test_request_context(method="POST", data=sent):
        edit = sent_step(CHOICE, choices)

    assert (edit.name, edit.agency_name) == ("Nytt", "Polismyndigheten")
    assert edit.settings == {"lagrum": "SoL 20:1"}
    assert set(edit.ways) == {"f1"}
    assert edit.ways["f1"].is_default
    assert edit.new_way is not None


def test_a_new_step_has_only_what_its_kind_may_have(choices: Choices, flask: Flask) -> None:
    sent = {"slag": "callActivity", "namn": "A", "aktor": "x", "s.form": "f", "s.ansvar": "SOC-01"}
    with flask.test_request_context(method="POST", data=sent):
        new = sent_new(choices)

    assert (new.kind, new.agency_name) == ("callActivity", "x")
    assert set(new.settings) == {"lagrum", "ansvar"}
