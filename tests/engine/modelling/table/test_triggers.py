import pytest

from engine.bpmn.diagram import Trigger
from engine.errors import InvalidAnswers
from engine.modelling.choices import choices_in
from engine.modelling.table.parts import Parts
from engine.modelling.table.rows import read_table
from engine.modelling.table.triggers import (
    Chosen,
    chosen,
    offered,
    prefix_of,
    set_trigger,
    written,
)
from tests.engine.modelling.small import LIVE, MAIN

CHOICES = choices_in(LIVE)
LIMIT = Chosen(Trigger("duration", "P7D"), "DL-10")


@pytest.fixture
def parts() -> Parts:
    return Parts.read(MAIN, LIVE[MAIN])


def trigger(parts: Parts, element: str) -> str:
    row = read_table(MAIN, parts.text()).row(element)
    assert row is not None
    return row.trigger


@pytest.mark.parametrize(("kind", "words"), [
    ("startEvent", ["", "message"]), ("endEvent", ["", "terminate"]),
    ("intermediateThrowEvent", ["", "message", "signal"]),
    ("boundaryEvent", ["message", "signal", "deadline", "date"]), ("userTask", [""]),
])  # fmt: skip
def test_an_event_is_offered_what_its_kind_may_have(kind: str, words: list[str]) -> None:
    assert list(offered(kind, CHOICES)) == words


def test_only_limits_with_a_length_can_run_out() -> None:
    assert list(offered("boundaryEvent", CHOICES)["deadline"]) == ["deadline DL-10"]


@pytest.mark.parametrize(("text", "new"), [
    ("deadline DL-10", LIMIT), ("date dag", Chosen(Trigger("date", "dag"))),
    ("message hej", Chosen(Trigger("message", "hej"))),
])  # fmt: skip
def test_what_is_chosen_is_read(text: str, new: Chosen) -> None:
    assert chosen("boundaryEvent", text, CHOICES) == new


@pytest.mark.parametrize("text", ["", "message x", "deadline DL-01", "duration P1D", "terminate"])
def test_what_no_register_knows_is_refused(text: str) -> None:
    with pytest.raises(InvalidAnswers):
        chosen("boundaryEvent", text, CHOICES)


def test_what_an_event_has_already_may_stay() -> None:
    kept = "duration P1D"

    assert chosen("boundaryEvent", kept, CHOICES, kept) == Chosen(Trigger("duration", "P1D"))
    assert written("duration P7D", "DL-10", CHOICES) == "deadline DL-10"
    assert written(kept, "DL-10", CHOICES) == kept
    assert written("", "", CHOICES) == ""


def test_a_message_is_declared_once_and_goes_with_its_last_event(parts: Parts) -> None:
    hej = Chosen(Trigger("message", "hej"))
    for element in ("late", "start"):
        set_trigger(parts, parts.node(element), hej)
    assert trigger(parts, "late") == trigger(parts, "start") == "message hej"
    assert parts.text().count("<bpmn:message ") == 1

    for element in ("late", "start"):
        set_trigger(parts, parts.node(element), Chosen())
    assert "<bpmn:message " not in parts.text()


def test_a_message_that_no_file_has_yet_is_declared_before_what_uses_it(parts: Parts) -> None:
    set_trigger(parts, parts.node("late"), Chosen(Trigger("signal", "ny")))

    assert trigger(parts, "late") == "signal ny"
    assert parts.text().index('name="ny"') < parts.text().index("<bpmn:collaboration")


def test_a_limit_brings_its_length_and_takes_it_along(parts: Parts) -> None:
    late = parts.node("late")
    parts.set_setting(late, "frist", "")
    set_trigger(parts, late, LIMIT)
    assert trigger(parts, "late") == "duration P7D"
    assert 'value="DL-10"' in parts.text()

    set_trigger(parts, late, Chosen(Trigger("date", "dag")))
    assert trigger(parts, "late") == "date dag"
    assert 'value="DL-10"' in parts.text()


def test_a_limit_goes_when_a_message_comes_instead(parts: Parts) -> None:
    set_trigger(parts, parts.node("late"), Chosen(Trigger("message", "hej")))

    assert 'value="DL-10"' not in parts.text()


@pytest.mark.parametrize(("new", "prefix"), [
    (LIMIT, "t"), (Chosen(), "ev"), (Chosen(Trigger("signal", "slut")), "s"),
])  # fmt: skip
def test_an_id_begins_as_its_kind_does(new: Chosen, prefix: str) -> None:
    assert prefix_of(new) == prefix
