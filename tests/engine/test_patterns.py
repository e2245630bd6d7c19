from time import perf_counter

import pytest

from engine.answers import Field, Limits
from engine.errors import InvalidAnswers
from engine.forms import Form
from engine.patterns import LONGEST, Explaining, fits, is_pattern
from tests.engine.questions import TODAY

GREEDY = "^(a+)+$"
"""Takes two to the power of the letters for an engine that tries every way."""


@pytest.mark.parametrize("good", ["^B", "^[0-9]{6}-[0-9]{4}$", "^[A-ZÅÄÖ].*[.]$", r"^\d+$", GREEDY])
def test_an_ordinary_pattern_may_be_used(good: str) -> None:
    assert is_pattern(good)


@pytest.mark.parametrize(
    "bad", ["(", "(?=a)b", r"(a)\1", "(?<!x)y", "a{1000}{1000}", "[a-z]{9999}", "x" * (LONGEST + 1)]
)
def test_what_cannot_be_read_or_could_take_long_may_not(bad: str) -> None:
    assert not is_pattern(bad)


def test_a_text_fits_or_does_not() -> None:
    assert fits("^B[0-9]+$", "B12")
    assert not fits("^B[0-9]+$", "12B")
    assert not list(Explaining({"pattern": "^B"}).iter_errors(12))  # only texts have patterns


def test_a_greedy_pattern_and_a_text_made_for_it_are_told_wrong_at_once() -> None:
    asked = Field("kod", "textfield", "Kod", limits=Limits(max_length=200, pattern=GREEDY))
    begun = perf_counter()

    with pytest.raises(InvalidAnswers, match="Kod"):
        Form("f", "Form", (asked,)).accept({"kod": ["a" * 150 + "b"]}, TODAY)

    assert perf_counter() - begun < 1
