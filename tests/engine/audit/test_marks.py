"""A month's sample is the same for all who look, and a conclusion says what it must."""

from datetime import date

import pytest

from engine.audit.marks import checked, last_month, month_of, sample, span_of
from engine.errors import InvalidAnswers

TODAY = date(2026, 3, 2)


def test_the_sample_is_by_chance_and_the_same_for_all() -> None:
    numbers = range(1, 1001)
    chosen = sample(b"seed", numbers)

    assert chosen == sample(b"seed", reversed(numbers))
    assert len(set(chosen)) == 30
    assert chosen == sorted(chosen)
    assert chosen != sample(b"another", numbers)
    assert sample(b"seed", [3, 1]) == [1, 3]


def test_only_months_that_are_over_have_a_sample() -> None:
    assert last_month(TODAY) == "2026-02"
    assert last_month(date(2026, 1, 31)) == "2025-12"
    assert month_of("2025-11", TODAY) == "2025-11"
    for text in ("2026-03", "2099-01", "2026-13", "x", "", "2025-1"):
        assert month_of(text, TODAY) == "2026-02", text


def test_a_month_is_one_in_stockholm() -> None:
    begin, end = span_of("2025-12")

    assert (begin.isoformat(), end.isoformat()) == (
        "2025-12-01T00:00:00+01:00", "2026-01-01T00:00:00+01:00",
    )  # fmt: skip


def test_what_is_wrong_has_to_be_explained() -> None:
    assert checked("utan_anmarkning", " ") == ("utan_anmarkning", "")
    assert checked("obehorig", " Ingen uppgift.\r\n") == ("obehorig", "Ingen uppgift.")


@pytest.mark.parametrize(
    ("verdict", "note", "wrong"),
    [("", "", "utfall"), ("x", "a", "utfall"), ("utreds", "  ", "anteckning"),
     ("utan_anmarkning", "a" * 2001, "anteckning")],
)  # fmt: skip
def test_what_is_missing_is_said(verdict: str, note: str, wrong: str) -> None:
    with pytest.raises(InvalidAnswers) as caught:
        checked(verdict, note)

    assert list(caught.value.problems) == [wrong]
