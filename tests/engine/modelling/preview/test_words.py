import pytest

from engine.errors import STUCK
from engine.modelling.preview.outcome import (
    AHEAD,
    GRADES,
    IMPOSSIBLE,
    PASSED,
    Group,
    Handed,
    Outcome,
    Shift,
)
from engine.modelling.preview.words import GRADES as NAMES
from engine.modelling.preview.words import said, total


def test_every_grade_has_a_name() -> None:
    assert set(NAMES) == set(GRADES)


def test_an_outcome_is_said_in_sentences() -> None:
    full = Outcome("v", PASSED, ("X", "Y"), ("Z",), ("W",), (Handed("S", "a", "b"),), ())

    assert list(said(full, str.upper)) == [
        "Har framför sig: X, Y.", "Har redan gått förbi: Z.", "Avslutas ogjort: W.",
        "S: går över från A till B.",
    ]  # fmt: skip
    assert list(said(Outcome("v", IMPOSSIBLE, why=STUCK, where="w"))) == [
        "Ärendet skulle fastna vid w."]  # fmt: skip


@pytest.mark.parametrize(
    ("shift", "sentence"),
    [
        (Shift("S", "DL-10", 48), "S (DL-10): sista datum blir 2 dagar senare."),
        (Shift("S", None, -24), "S: sista datum blir 1 dag tidigare."),
        (Shift("S", None, 71), "S: sista datum blir 3 dagar senare."),
        (Shift("S", None, 5), "S: sista datum blir 5 timmar senare."),
        (Shift("S", None, None), "S: får ett sista datum."),
        (Shift("S", None, None, set=False), "S: har inte längre något sista datum."),
    ],
)
def test_another_day_is_said_by_how_much(shift: Shift, sentence: str) -> None:
    assert list(said(Outcome("v", AHEAD, shifts=(shift,)))) == [sentence]


def test_all_are_summed_up() -> None:
    groups = [Group(Outcome("v", AHEAD, ("X",)), ("1", "2")),
              Group(Outcome("v", PASSED, (), ("X",)), ("3",)),
              Group(Outcome("v", IMPOSSIBLE, why=STUCK), ("4",))]  # fmt: skip

    assert total(groups) == (
        "4 ärenden pågår. 2 har något nytt steg framför sig, 1 har gått förbi något, "
        "1 kan inte flyttas."
    )
