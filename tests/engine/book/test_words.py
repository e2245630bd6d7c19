"""Lengths and deadlines, said in Swedish."""

import pytest

from engine.book.words import length_in_words, limit
from engine.deadlines import Deadline, Kind


@pytest.mark.parametrize(
    ("length", "said"),
    [
        ("P1D", "1 dag"), ("P7D", "7 dagar"), ("P1W", "1 vecka"), ("P4M", "4 månader"),
        ("P1Y", "1 år"), ("P3Y", "3 år"), ("PT24H", "24 timmar"), ("R/P6M", "var 6:e månad"),
        ("R/P2W", "var 2:a vecka"), ("R/P12M", "var 12:e månad"), ("R/P1M", "varje månad"),
        ("R/P1Y", "varje år"), (None, "genast"),
    ],
)  # fmt: skip
def test_a_length_is_said_as_people_say_it(length: str | None, said: str) -> None:
    assert length_in_words(length) == said


def test_a_limit_has_its_id_in_the_registry() -> None:
    row = Deadline("DL-10", "Ansökan", "LVU 8 §", "P4W", Kind.LEGAL_EFFECT, True, True)

    assert limit(row) == "4 veckor (DL-10)"
