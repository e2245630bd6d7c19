"""Searches are read as they are written, nights are Swedish, and much in a short time is seen."""

from datetime import UTC, date, datetime, timedelta

import pytest

from engine.audit.review import MUCH, Place, Rule, Wanted, bursts, nights, wanted
from engine.errors import InvalidAnswers

TODAY = date(2026, 3, 2)
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


def test_without_days_it_is_the_last_thirty() -> None:
    asked = wanted({}, TODAY)

    assert (asked.first, asked.last) == (date(2026, 1, 31), TODAY)
    assert asked.begin == datetime(2026, 1, 30, 23, tzinfo=UTC)
    assert asked.end == datetime(2026, 3, 2, 23, tzinfo=UTC)


def test_what_is_not_known_is_left_aside() -> None:
    asked = wanted({"slag": "x", "kontroll": "y", "efter": "z", "arende": " 2026-1 "}, TODAY)

    assert (asked.kinds, asked.control, asked.after, asked.number) == ((), "", None, "2026-1")
    assert wanted({"slag": "inloggning"}, TODAY).kinds == ("signed_in", "signed_out")
    assert wanted({"kontroll": "natt", "slag": "visat"}, TODAY).kinds == ("read",)
    assert not wanted({"kontroll": "natt", "slag": "visat"}, TODAY).in_cases


@pytest.mark.parametrize(
    ("asked", "wrong"),
    [({"fran": "x"}, ["fran"]), ({"fran": "x", "till": "2026-13-01"}, ["till", "fran"]),
     ({"fran": "0001-01-01"}, ["fran"]), ({"fran": "2026-03-03", "till": "2026-03-02"}, ["till"]),
     ({"fran": "2025-01-01", "kontroll": "manga"}, ["fran"])],
)  # fmt: skip
def test_days_that_are_none_are_said(asked: dict[str, str], wrong: list[str]) -> None:
    with pytest.raises(InvalidAnswers) as caught:
        wanted(asked, TODAY)

    assert list(caught.value.problems) == wrong


def test_a_place_comes_back_as_it_was_written() -> None:
    place = Place(NOON, "myndighet:iom", 17)

    assert Place.read(str(place)) == place


@pytest.mark.parametrize("text", ["", "~~", "x~y~1", "2026-03-02~a~1", "9999-12-31T00:00Z~a~1"])
def test_what_is_no_place_is_none(text: str) -> None:
    assert Place.read(text) is None


def test_nights_are_from_ten_to_six_in_stockholm_in_summer_and_winter() -> None:
    winter = Wanted(date(2026, 3, 2), date(2026, 3, 2))
    assert list(nights(winter.begin, winter.end)) == [
        (datetime(2026, 3, 1, 23, tzinfo=UTC), datetime(2026, 3, 2, 5, tzinfo=UTC)),
        (datetime(2026, 3, 2, 21, tzinfo=UTC), datetime(2026, 3, 2, 23, tzinfo=UTC)),
    ]
    # The night in which summer time begins is an hour shorter.
    spring = Wanted(date(2026, 3, 28), date(2026, 3, 29))
    long = max(stops - starts for starts, stops in nights(spring.begin, spring.end))
    assert long == timedelta(hours=7)


def test_many_different_ones_in_a_short_time_are_one_burst() -> None:
    rule = Rule("read", 3, timedelta(hours=1))
    seen = [(NOON + timedelta(minutes=10 * n), f"c{n}") for n in range(5)]
    (burst,) = bursts(rule, "soc", seen)

    assert (burst.count, burst.first, burst.last) == (5, NOON, NOON + timedelta(minutes=40))


def test_the_same_one_again_and_again_is_none_and_a_pause_begins_another() -> None:
    rule = Rule("read", 3, timedelta(hours=1))
    assert list(bursts(rule, "soc", [(NOON + timedelta(minutes=n), "c") for n in range(50)])) == []
    assert list(bursts(rule, "soc", [(NOON + timedelta(hours=n), f"c{n}") for n in range(9)])) == []
    twice = [(NOON + timedelta(hours=h, minutes=n), f"c{n}") for h in (0, 5) for n in range(3)]
    assert [each.first.hour for each in bursts(rule, "soc", twice)] == [12, 17]


def test_the_rules_are_for_readings_and_files() -> None:
    assert [(rule.kind, rule.least) for rule in MUCH] == [("read", 15), ("exported", 5)]
