"""A failure is told in Swedish, and nothing of what was typed is in it."""

import pytest

from engine.errors import ModelError, NotFound, Unreadable
from engine.failures import LONGEST, UNEXPECTED, cause_of, failed
from engine.mishaps import Incident
from tests.conftest import MONDAY


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (Unreadable("x"), "byggas om ur loggen"),
        (ModelError([]), "Processversionen"),
        (NotFound("x"), "finns inte längre"),
        (ConnectionResetError("x"), "svarade inte"),
        (RecursionError("x"), "för djup"),
        (KeyError("x"), UNEXPECTED),
    ],
)
def test_the_cause_is_a_sentence_for_a_person(error: Exception, said: str) -> None:
    assert said in cause_of(error)


def test_an_incident_names_the_error_and_the_place() -> None:
    found = failed(TypeError("none"), "timer", "fire", MONDAY, instance_id="i", element="t#1")

    assert isinstance(found, Incident)
    assert (found.technical, found.at, found.state) == ("TypeError: none", MONDAY, "open")
    assert (found.instance_id, found.element, found.case_id) == ("i", "t#1", None)


def test_a_long_text_is_cut() -> None:
    assert len(failed(TypeError("x" * 9999), "timer", "fire", MONDAY).technical) == LONGEST
