"""Each record of an extract has to be decided, and what is left out has a reason in law."""

import pytest

from engine.errors import Conflict, InvalidAnswers
from engine.model import Actor
from engine.secrecy.extracts import WHY, Choice, Extract, chosen
from tests.conftest import MONDAY

KEYS = ("svar.1", "kontakt.2")
GIVEN = {"val-svar.1": "lamna_ut", "varfor-svar.1": "annan", "istallet-svar.1": "x"}
LEFT = {
    "val-kontakt.2": "utelamna",
    "varfor-kontakt.2": "skydd",
    "istallet-kontakt.2": " En tolk. ",
}


def test_what_is_given_needs_no_reason() -> None:
    assert chosen(KEYS, GIVEN | LEFT) == {
        "svar.1": Choice(give=True),
        "kontakt.2": Choice(give=False, why="skydd", instead="En tolk."),
    }


@pytest.mark.parametrize(
    ("typed", "wrong"),
    [({}, ["val-svar.1", "val-kontakt.2"]), (GIVEN, ["val-kontakt.2"]),
     (GIVEN | LEFT | {"varfor-kontakt.2": "x"}, ["varfor-kontakt.2"]),
     (GIVEN | LEFT | {"istallet-kontakt.2": "x" * 1001}, ["istallet-kontakt.2"])],
)  # fmt: skip
def test_each_has_to_be_decided(typed: dict[str, str], wrong: list[str]) -> None:
    with pytest.raises(InvalidAnswers) as caught:
        chosen(KEYS, typed)

    assert list(caught.value.problems) == wrong


def test_what_is_decided_of_a_record_that_is_gone_is_not_dropped_in_silence() -> None:
    with pytest.raises(Conflict, match="Akten har ändrats"):
        chosen(("svar.1",), GIVEN | LEFT)


def test_whoever_has_made_it_does_not_approve_it() -> None:
    made = Extract("e", "c", "iom", "ada", MONDAY, {})

    assert made.may_approve(Actor("bo", "Bo", "iom"))
    assert not made.may_approve(Actor("ada", "Ada", "iom"))


def test_every_reason_names_its_law() -> None:
    assert all("OSL" in why for why in WHY.values())
