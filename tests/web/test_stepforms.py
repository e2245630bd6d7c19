from collections.abc import Iterator

import pytest
from flask import Flask

from engine.modelling.choices import Choices, choices_in
from engine.modelling.table.rows import Row, Way
from tests.engine.modelling.small import LIVE
from web.stepforms import fields_of, sent_new, sent_step, typed_of

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


def test_a_form_begins_with_what_the_step_says() -> None:
    typed = typed_of(CHOICE)

    assert (typed["namn"], typed["s.lagrum"], typed["standard"]) == ("Vilket?", "LVU 7 §", "f2")
    assert (typed["till.f1"], typed["nar.f1"]) == ("b", "x == 'a'")


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
