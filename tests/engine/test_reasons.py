"""A reason is there, is short, and points nobody out."""

import pytest

from engine.reasons import LONGEST, TOO_LONG, reason_problem


@pytest.mark.parametrize(
    ("reason", "problem"),
    [(" ", "Ange skälet"), ("a" * (LONGEST + 1), TOO_LONG), ("Slutat", None),
     ("Ring 070-174 06 05", "Skriv inte telefonnummer i skälet: det står kvar i loggen")],
)  # fmt: skip
def test_what_is_wrong_with_a_reason_is_said(reason: str, problem: str | None) -> None:
    assert reason_problem(reason, "Ange skälet") == problem
