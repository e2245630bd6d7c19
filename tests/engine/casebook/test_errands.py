"""The form of an errand."""

from datetime import date

import pytest

from engine.casebook.errands import form_for
from engine.errors import InvalidAnswers

TODAY = date(2026, 3, 2)
FORM = form_for((("soc", "Ada Ek"),))


def test_an_errand_needs_only_to_say_what_is_to_be_done() -> None:
    assert FORM.accept({"rubrik": [" Ring skolan "]}, TODAY).data == {"rubrik": "Ring skolan"}
    with pytest.raises(InvalidAnswers, match="Vad ska göras"):
        FORM.accept({}, TODAY)


def test_only_a_colleague_can_be_given_it() -> None:
    with pytest.raises(InvalidAnswers, match="alternativen"):
        FORM.accept({"rubrik": ["x"], "handlaggare": ["polis"]}, TODAY)


def test_its_last_day_must_be_a_day() -> None:
    day = {"klar_senast-day": ["31"], "klar_senast-month": ["2"], "klar_senast-year": ["2026"]}

    with pytest.raises(InvalidAnswers, match="datum som finns"):
        FORM.accept({"rubrik": ["x"], **day}, TODAY)
