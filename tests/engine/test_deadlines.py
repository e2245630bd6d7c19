import re
from datetime import UTC, date, datetime, timedelta, timezone
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.deadlines import (
    ZONE,
    Kind,
    Length,
    days_left,
    due_at,
    end_of,
    in_words,
    is_weekday,
    last_day,
    last_day_of,
    next_weekday,
    parse_length,
    read_deadlines,
)

REGISTRY = Path(__file__).parents[2] / "processes" / "frister.toml"
WEEKDAYS = ("mån", "tis", "ons", "tor", "fre", "lör", "sön")
MOVES, STAYS = True, False

# Worked out by hand from the law and the almanac, never from the code.
# start, length, whether 2 § applies, last day, its weekday, why
LAST_DAYS = [
    # Days: the start day is not counted
    ("2026-06-01", "P1D", STAYS, "2026-06-02", "tis", "the start day itself is not counted"),
    ("2026-06-01", "P7D", STAYS, "2026-06-08", "mån", "a week later, the same weekday"),
    ("2026-06-01", "P7D", MOVES, "2026-06-08", "mån", "already a vardag"),
    ("2026-06-01", "P14D", MOVES, "2026-06-15", "mån", "two weeks"),
    ("2026-01-05", "P21D", MOVES, "2026-01-26", "mån", "three weeks"),
    ("2026-06-01", "P30D", STAYS, "2026-07-01", "ons", "June has 30 days"),
    ("2026-02-01", "P30D", STAYS, "2026-03-03", "tis", "February 2026 has 28 days"),
    ("2028-02-01", "P30D", STAYS, "2028-03-02", "tor", "February 2028 has 29 days"),
    ("2024-02-01", "P30D", STAYS, "2024-03-02", "lör", "February 2024 has 29 days"),
    ("2026-01-01", "P90D", STAYS, "2026-04-01", "ons", "30 + 28 + 31 + 1"),
    ("2026-03-16", "P45D", STAYS, "2026-04-30", "tor", "15 + 30"),
    # The length of a permit never moves
    ("2026-05-21", "P30D", STAYS, "2026-06-20", "lör", "a permit may end on midsommardagen"),
    ("2026-12-01", "P30D", STAYS, "2026-12-31", "tor", "a permit may end on nyårsafton"),
    ("2026-12-02", "P30D", STAYS, "2027-01-01", "fre", "a permit may end on nyårsdagen"),
    ("2026-01-10", "P7D", STAYS, "2026-01-17", "lör", "a Saturday, where 2 § does not apply"),
    # Weekends
    ("2026-06-05", "P7D", MOVES, "2026-06-12", "fre", "an ordinary Friday stays"),
    ("2026-01-10", "P7D", MOVES, "2026-01-19", "mån", "Saturday 17 to Monday"),
    ("2026-01-11", "P7D", MOVES, "2026-01-19", "mån", "Sunday 18 to Monday"),
    ("2026-01-10", "P1W", MOVES, "2026-01-19", "mån", "a week is the same as seven days"),
    # Easter
    ("2026-03-26", "P7D", MOVES, "2026-04-02", "tor", "skärtorsdagen is a vardag"),
    ("2026-03-27", "P7D", MOVES, "2026-04-07", "tis", "långfredagen, over the whole Easter"),
    ("2026-03-28", "P7D", MOVES, "2026-04-07", "tis", "påskafton is a Saturday"),
    ("2026-03-29", "P7D", MOVES, "2026-04-07", "tis", "påskdagen"),
    ("2026-03-30", "P7D", MOVES, "2026-04-07", "tis", "annandag påsk"),
    ("2026-03-31", "P7D", MOVES, "2026-04-07", "tis", "the Tuesday itself"),
    ("2026-03-20", "P14D", MOVES, "2026-04-07", "tis", "two weeks to långfredagen"),
    ("2027-03-19", "P7D", MOVES, "2027-03-30", "tis", "långfredagen 26 March 2027"),
    ("2027-03-14", "P14D", MOVES, "2027-03-30", "tis", "påskdagen 28 March 2027"),
    ("2027-03-22", "P7D", MOVES, "2027-03-30", "tis", "annandag påsk 29 March 2027"),
    # Spring and early summer
    ("2026-04-23", "P7D", MOVES, "2026-04-30", "tor", "valborgsmässoafton is a vardag"),
    ("2026-04-24", "P7D", MOVES, "2026-05-04", "mån", "första maj on a Friday"),
    ("2027-04-24", "P7D", MOVES, "2027-05-03", "mån", "första maj on a Saturday"),
    ("2026-05-07", "P7D", MOVES, "2026-05-15", "fre", "Kristi himmelsfärdsdag; Friday counts"),
    ("2027-04-29", "P7D", MOVES, "2027-05-07", "fre", "Kristi himmelsfärdsdag 6 May 2027"),
    ("2026-05-18", "P7D", MOVES, "2026-05-25", "mån", "annandag pingst, a vardag since 2005"),
    ("2026-05-17", "P7D", MOVES, "2026-05-25", "mån", "pingstdagen is a Sunday"),
    ("2026-05-30", "P7D", MOVES, "2026-06-08", "mån", "nationaldagen on a Saturday"),
    ("2027-05-30", "P7D", MOVES, "2027-06-07", "mån", "nationaldagen on a Sunday"),
    ("2028-05-30", "P7D", MOVES, "2028-06-07", "ons", "nationaldagen on a Tuesday"),
    ("2024-05-30", "P7D", MOVES, "2024-06-07", "fre", "nationaldagen on a Thursday"),
    ("2025-05-30", "P7D", MOVES, "2025-06-09", "mån", "nationaldagen on a Friday, then pingst"),
    # Midsummer
    ("2026-06-11", "P7D", MOVES, "2026-06-18", "tor", "the day before midsommarafton"),
    ("2026-06-12", "P7D", MOVES, "2026-06-22", "mån", "midsommarafton 19 June 2026"),
    ("2026-06-13", "P7D", MOVES, "2026-06-22", "mån", "midsommardagen 20 June 2026"),
    ("2027-06-18", "P7D", MOVES, "2027-06-28", "mån", "midsommarafton 25 June 2027"),
    ("2026-05-29", "P21D", MOVES, "2026-06-22", "mån", "an appeal, due on midsommarafton"),
    # All Saints
    ("2026-10-23", "P7D", MOVES, "2026-10-30", "fre", "the Friday before is a vardag"),
    ("2026-10-24", "P7D", MOVES, "2026-11-02", "mån", "alla helgons dag 31 October 2026"),
    ("2027-10-30", "P7D", MOVES, "2027-11-08", "mån", "alla helgons dag 6 November 2027"),
    # Christmas and New Year
    ("2026-12-16", "P7D", MOVES, "2026-12-23", "ons", "the day before julafton"),
    ("2026-12-17", "P7D", MOVES, "2026-12-28", "mån", "julafton Thursday, four free days"),
    ("2026-12-18", "P7D", MOVES, "2026-12-28", "mån", "juldagen"),
    ("2026-12-19", "P7D", MOVES, "2026-12-28", "mån", "annandag jul on a Saturday"),
    ("2026-12-24", "P7D", MOVES, "2027-01-04", "mån", "nyårsafton Thursday, four free days"),
    ("2026-12-25", "P7D", MOVES, "2027-01-04", "mån", "nyårsdagen on a Friday"),
    ("2026-12-30", "P7D", MOVES, "2027-01-07", "tor", "trettondedag jul on a Wednesday"),
    ("2025-12-30", "P7D", MOVES, "2026-01-07", "ons", "trettondedag jul on a Tuesday"),
    ("2025-12-29", "P7D", MOVES, "2026-01-05", "mån", "trettondagsafton is a vardag"),
    ("2027-12-17", "P7D", MOVES, "2027-12-27", "mån", "julafton on a Friday"),
    ("2027-12-24", "P7D", MOVES, "2028-01-03", "mån", "nyårsafton on a Friday"),
    ("2024-12-17", "P7D", MOVES, "2024-12-27", "fre", "julafton on a Tuesday"),
    ("2025-12-17", "P7D", MOVES, "2025-12-29", "mån", "julafton Wednesday, five free days"),
    ("2024-12-31", "P7D", MOVES, "2025-01-07", "tis", "the day after trettondedag jul"),
    ("2026-11-26", "P28D", MOVES, "2026-12-28", "mån", "four weeks to julafton"),
    ("2026-11-26", "P4W", MOVES, "2026-12-28", "mån", "the same in weeks"),
    ("2026-11-13", "P42D", MOVES, "2026-12-28", "mån", "six weeks to juldagen"),
    ("2026-09-01", "P3W", STAYS, "2026-09-22", "tis", "Tuesday to Tuesday"),
    # Months: the same number, or the month's last day
    ("2026-01-31", "P1M", STAYS, "2026-02-28", "lör", "no 31 February"),
    ("2026-01-31", "P1M", MOVES, "2026-03-02", "mån", "28 February is a Saturday"),
    ("2024-01-31", "P1M", STAYS, "2024-02-29", "tor", "leap year"),
    ("2028-01-31", "P1M", STAYS, "2028-02-29", "tis", "leap year"),
    ("2027-01-31", "P1M", MOVES, "2027-03-01", "mån", "28 February is a Sunday"),
    ("2026-02-28", "P1M", STAYS, "2026-03-28", "lör", "the number counts, not being the last"),
    ("2026-03-31", "P1M", STAYS, "2026-04-30", "tor", "no 31 April"),
    ("2026-10-31", "P4M", STAYS, "2027-02-28", "sön", "over New Year to a short month"),
    ("2026-10-31", "P4M", MOVES, "2027-03-01", "mån", "and on to Monday"),
    ("2027-08-31", "P6M", STAYS, "2028-02-29", "tis", "half a year to a leap day"),
    ("2026-11-30", "P3M", STAYS, "2027-02-28", "sön", "no 30 February"),
    ("2026-06-15", "P4M", MOVES, "2026-10-15", "tor", "a child investigation"),
    ("2026-12-15", "P4M", MOVES, "2027-04-15", "tor", "over New Year"),
    ("2026-08-06", "P4M", MOVES, "2026-12-07", "mån", "6 December is a Sunday"),
    ("2026-09-24", "P3M", MOVES, "2026-12-28", "mån", "to julafton"),
    ("2026-03-31", "P6M", MOVES, "2026-09-30", "ons", "from a quarter's end, no 31 September"),
    ("2026-06-30", "P6M", MOVES, "2026-12-30", "ons", "from a quarter's end: the number, 30"),
    ("2026-12-31", "P6M", MOVES, "2027-06-30", "ons", "no 31 June"),
    ("2026-05-14", "R/P6M", STAYS, "2026-11-14", "lör", "the first period of a review"),
    ("2026-01-15", "P12M", STAYS, "2027-01-15", "fre", "twelve months are a year"),
    ("2026-12-20", "P22M", STAYS, "2028-10-20", "fre", "twelve months and ten"),
    ("2026-12-01", "P1M", STAYS, "2027-01-01", "fre", "December to January"),
    ("2026-11-01", "P1M", STAYS, "2026-12-01", "tis", "to December in the same year"),
    # Years
    ("2024-02-29", "P1Y", STAYS, "2025-02-28", "fre", "no leap day in 2025"),
    ("2024-02-29", "P4Y", STAYS, "2028-02-29", "tis", "leap day to leap day"),
    ("2028-02-29", "P1Y", STAYS, "2029-02-28", "ons", "no leap day in 2029"),
    ("2026-02-28", "P2Y", STAYS, "2028-02-28", "mån", "28, not the month's last day"),
    ("2026-06-06", "P2Y", MOVES, "2028-06-07", "ons", "to nationaldagen"),
    ("2023-12-24", "P3Y", MOVES, "2026-12-28", "mån", "to julafton"),
    ("2025-12-31", "P1Y", MOVES, "2027-01-04", "mån", "to nyårsafton"),
    ("2026-01-01", "P5Y", STAYS, "2031-01-01", "ons", "five years"),
    # Days with 23 and 25 hours are days
    ("2026-03-22", "P7D", STAYS, "2026-03-29", "sön", "clocks go forward on the last day"),
    ("2026-03-22", "P7D", MOVES, "2026-03-30", "mån", "and on to Monday"),
    ("2026-10-18", "P7D", STAYS, "2026-10-25", "sön", "clocks go back on the last day"),
    ("2026-10-18", "P7D", MOVES, "2026-10-26", "mån", "and on to Monday"),
    ("2027-03-21", "P7D", STAYS, "2027-03-28", "sön", "clocks go forward, 2027"),
]


@pytest.mark.parametrize(("start", "length", "shifts", "expected", "weekday", "why"), LAST_DAYS)
def test_the_last_day_is_the_one_worked_out_by_hand(start, length, shifts, expected, weekday, why):
    assert WEEKDAYS[date.fromisoformat(expected).weekday()] == weekday, "the table itself is wrong"

    assert last_day(date.fromisoformat(start), length, shifts=shifts).isoformat() == expected, why


# start (a day, or a time with its offset), length, when in UTC the time has run out, why
INSTANTS = [
    ("2026-01-12", "P7D", "2026-01-19T23:00", "winter: midnight is 23 UTC"),
    ("2026-06-01", "P7D", "2026-06-08T22:00", "summer: midnight is 22 UTC"),
    ("2026-03-21", "P7D", "2026-03-28T23:00", "ends before clocks go forward"),
    ("2026-03-22", "P7D", "2026-03-29T22:00", "the last day has 23 hours"),
    ("2026-10-17", "P7D", "2026-10-24T22:00", "ends before clocks go back"),
    ("2026-10-18", "P7D", "2026-10-25T23:00", "the last day has 25 hours"),
    ("2027-03-20", "P7D", "2027-03-27T23:00", "2027, ends before clocks go forward"),
    ("2027-03-21", "P7D", "2027-03-28T22:00", "2027, the last day has 23 hours"),
    ("2026-01-31", "P6M", "2026-07-31T22:00", "from winter to summer"),
    ("2026-06-01T21:30+00:00", "P7D", "2026-06-08T22:00", "half past eleven at night on 1 June"),
    ("2026-06-01T22:30+00:00", "P7D", "2026-06-09T22:00", "already 2 June in Sweden"),
    ("2026-12-31T23:30+00:00", "P1D", "2027-01-02T23:00", "already 2027 in Sweden"),
    ("2026-06-01T23:30-05:00", "P1D", "2026-06-03T22:00", "any offset is turned into Swedish time"),
    ("2026-06-01T12:00+02:00", "PT24H", "2026-06-02T10:00", "a day and a night"),
    ("2026-03-28T12:00+01:00", "PT24H", "2026-03-29T11:00", "13 o'clock after the short night"),
    ("2026-10-24T12:00+02:00", "PT24H", "2026-10-25T10:00", "11 o'clock after the long night"),
    ("2027-03-28T01:30+01:00", "PT1H", "2027-03-28T01:30", "02:30 does not exist: it is 03:30"),
    ("2026-06-19T17:00+02:00", "PT72H", "2026-06-22T15:00", "hours run through midsummer"),
]


@pytest.mark.parametrize(("start", "length", "expected", "why"), INSTANTS)
def test_the_instant_is_the_one_worked_out_by_hand(start, length, expected, why):
    moment = datetime.fromisoformat(start) if "T" in start else date.fromisoformat(start)

    due = due_at(moment, length, shifts=False)

    assert due == datetime.fromisoformat(expected).replace(tzinfo=UTC), why
    assert due.tzinfo is UTC


def test_the_instant_moves_with_the_last_day():
    due = due_at(date(2026, 12, 17), "P7D", shifts=True)

    assert due == datetime(2026, 12, 28, 23, tzinfo=UTC)


def test_hours_never_move():
    friday_night = datetime(2026, 6, 19, 22, tzinfo=UTC)

    assert due_at(friday_night, "PT24H", shifts=True) == friday_night + timedelta(hours=24)


def test_hours_are_real_hours_in_the_hour_that_comes_twice():
    first = datetime(2026, 10, 25, 2, 30, tzinfo=ZONE)

    assert due_at(first, "PT1H", shifts=False) == datetime(2026, 10, 25, 1, 30, tzinfo=UTC)
    assert due_at(first.replace(fold=1), "PT1H", shifts=False).hour == 2


def test_a_day_named_by_a_decision_lasts_until_midnight_even_when_it_is_a_holiday():
    assert end_of(date(2026, 6, 20)) == datetime(2026, 6, 20, 22, tzinfo=UTC)
    assert end_of(date(2026, 12, 31)) == datetime(2026, 12, 31, 23, tzinfo=UTC)


def test_the_day_shown_is_the_last_one_not_the_one_after_midnight():
    assert last_day_of(end_of(date(2026, 3, 29))) == date(2026, 3, 29)
    assert last_day_of(end_of(date(2026, 10, 25))) == date(2026, 10, 25)
    assert last_day_of(datetime(2026, 6, 1, 12, tzinfo=UTC)) == date(2026, 6, 1)
    assert last_day_of(datetime(2026, 6, 1, 22, 30, tzinfo=UTC)) == date(2026, 6, 2)


FREE = [
    "2026-01-01 nyårsdagen", "2026-01-06 trettondedag jul", "2026-04-03 långfredagen",
    "2026-04-04 påskafton", "2026-04-05 påskdagen", "2026-04-06 annandag påsk",
    "2026-05-01 första maj", "2026-05-14 Kristi himmelsfärdsdag", "2026-05-24 pingstdagen",
    "2026-06-06 nationaldagen", "2026-06-19 midsommarafton", "2026-06-20 midsommardagen",
    "2026-10-31 alla helgons dag", "2026-12-24 julafton", "2026-12-25 juldagen",
    "2026-12-26 annandag jul", "2026-12-31 nyårsafton",
]  # fmt: skip


def test_a_year_has_no_other_free_days_than_these():
    free = {date.fromisoformat(day.split()[0]) for day in FREE}
    year = [date(2026, 1, 1) + timedelta(days=number) for number in range(365)]

    assert [day for day in year if not is_weekday(day)] == [
        day for day in year if day in free or day.weekday() > 4
    ]


def test_a_weekday_is_its_own_next_weekday():
    assert next_weekday(date(2026, 6, 18)) == date(2026, 6, 18)
    assert next_weekday(date(2026, 6, 19)) == date(2026, 6, 22)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("P7D", Length(7, "D")),
        ("P6W", Length(6, "W")),
        ("P4M", Length(4, "M")),
        ("P3Y", Length(3, "Y")),
        ("PT72H", Length(72, "H")),
        ("R/P6M", Length(6, "M", repeats=True)),
    ],
)
def test_a_length_has_one_unit(text, expected):
    assert parse_length(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "", "P", "PT", "P0D", "PT0H", "-P7D", "P-7D", "p7d", "P7d", "P1.5D", "P1,5D", "P7", "7D",
        "P1M2D", "P1DT2H", "PT30M", "P7H", "PT7D", "R/", "R3/P6M", "R/R/P6M", "P07D", "P7D ",
        "P7D\n", "P1000D", "P1٧D",
    ],
)  # fmt: skip
def test_anything_else_is_no_length(text):
    with pytest.raises(ValueError, match="är ingen tidslängd"):
        parse_length(text)


NAIVE = datetime(2026, 6, 1, 12)  # noqa: DTZ001
NOON = datetime(2026, 6, 1, 12, tzinfo=UTC)


REFUSED = {
    "days from a naive time": (lambda: due_at(NAIVE, "P7D", shifts=False), "saknar tidszon"),
    "hours from a naive time": (lambda: due_at(NAIVE, "PT7H", shifts=False), "saknar tidszon"),
    "the day of a naive time": (lambda: last_day_of(NAIVE), "saknar tidszon"),
    "days left from a naive now": (lambda: days_left(NAIVE, NOON), "saknar tidszon"),
    "words from a naive now": (lambda: in_words(NAIVE, NOON), "saknar tidszon"),
    "words to a naive time": (lambda: in_words(NOON, NAIVE), "saknar tidszon"),
    "hours from a day": (
        lambda: due_at(date(2026, 6, 1), "PT24H", shifts=False),
        "PT24H räknas i timmar och behöver ett klockslag",
    ),
    "no length": (lambda: due_at(NOON, "P7X", shifts=False), "är ingen tidslängd"),
    "last day of hours": (lambda: last_day(date(2026, 6, 1), "PT1H", shifts=False), "ingen sista"),
    "last day from a time": (lambda: last_day(NOON, "P7D", shifts=False), "inte en tidpunkt"),
    "the end of a time": (lambda: end_of(NOON), "inte en tidpunkt"),
    "is a time a vardag": (lambda: is_weekday(NOON), "inte en tidpunkt"),
    "before the calendar": (lambda: is_weekday(date(1952, 12, 31)), "år 1952 är inte känd"),
    "for ever": (lambda: end_of(date(9999, 12, 31)), "år 9999 är inte känd"),
    "moved out of the calendar": (
        lambda: last_day(date(2100, 12, 31), "P7D", shifts=True),
        "år 2101 är inte känd",
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_cannot_be_counted_is_refused(case):
    refused, why = REFUSED[case]

    with pytest.raises(ValueError, match=why):
        refused()


def swedish(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZONE)


@pytest.mark.parametrize(
    ("now", "days", "words"),
    [
        ("2026-06-03T00:01", 5, "om 5 dagar"),
        ("2026-06-06T23:59", 2, "om 2 dagar"),
        ("2026-06-07T12:00", 1, "i morgon"),
        ("2026-06-08T00:00", 0, "i dag"),
        ("2026-06-08T23:59", 0, "i dag"),
        ("2026-06-09T00:00", -1, "i går"),
        ("2026-06-10T08:00", -2, "2 dagar sen"),
        ("2026-06-11T08:00", -3, "3 dagar sen"),
    ],
)
def test_days_are_counted_to_the_last_day(now, days, words):
    due = end_of(date(2026, 6, 8))

    assert days_left(swedish(now), due) == days
    assert in_words(swedish(now), due) == words


@pytest.mark.parametrize(
    ("now", "words"),
    [
        ("2026-06-05T14:00", "om 3 dagar"),
        ("2026-06-06T15:30", "om 2 dagar"),
        ("2026-06-06T16:00", "om 47 timmar"),
        ("2026-06-08T10:00", "om 5 timmar"),
        ("2026-06-08T13:45", "om 1 timme"),
        ("2026-06-08T14:45", "om mindre än en timme"),
        ("2026-06-08T15:30", "mindre än en timme sen"),
        ("2026-06-08T16:30", "1 timme sen"),
        ("2026-06-09T15:30", "24 timmar sen"),
        ("2026-06-11T15:30", "3 dagar sen"),
    ],
)
def test_hours_are_told_when_they_matter(now, words):
    assert in_words(swedish(now), swedish("2026-06-08T15:30")) == words


def test_the_short_night_is_an_hour_shorter():
    before, after = swedish("2026-03-28T20:00"), swedish("2026-03-29T08:00")

    assert in_words(before, after) == "om 11 timmar"


def test_the_zone_of_the_asker_does_not_matter():
    now = swedish("2026-06-08T00:30").astimezone(timezone(timedelta(hours=-8)))

    assert days_left(now, end_of(date(2026, 6, 8))) == 0


# --- the registry


@pytest.fixture(scope="module")
def registry():
    return read_deadlines(REGISTRY.read_text(encoding="utf-8"))


def test_the_registry_has_all_77_in_order(registry):
    assert list(registry) == [f"DL-{number:02}" for number in range(1, 78)]


def test_a_row_says_all_that_the_file_says(registry):
    row = registry["DL-10"]

    assert row.id == "DL-10"
    assert row.name == "Underställning av omedelbart omhändertagande"
    assert (row.law, row.length, row.kind) == ("LVU 7 §", "P7D", Kind.LEGAL_EFFECT)
    assert (row.statutory, row.shifts) == (True, True)
    assert row.reminders == ("P3D", "P5D", "P6D")
    assert row.counted_from.startswith("Dagen då beslutet")
    assert row.on_expiry.startswith("Omhändertagandet upphör")
    assert (row.owner, row.processes) == ("Socialtjänsten", ("omhandertagande",))


def test_genast_has_no_length_and_a_recommendation_is_not_law(registry):
    assert registry["DL-01"].length is None
    assert registry["DL-02"].statutory is False
    assert registry["DL-42"].law == ""


def test_a_permit_never_shifts(registry):
    assert not any(registry[row].shifts for row in ("DL-40", "DL-44", "DL-47", "DL-66"))


def test_only_law_shifts_and_only_single_actions(registry):
    shifting = [row for row in registry.values() if row.shifts]

    assert all(row.statutory and not parse_length(row.length).repeats for row in shifting)


def test_reminders_come_in_order_before_the_end_and_only_once(registry):
    for row in registry.values():
        forward = [length for length in row.reminders if not length.startswith("-")]
        lengths = [*forward, *([row.length] if row.length else [])]
        instants = [due_at(NOON, length, shifts=False) for length in lengths]
        assert all(earlier < later for earlier, later in pairwise(instants)), row.id
        assert not any(parse_length(length).repeats for length in forward), row.id


def test_reminders_counted_back_stand_before_the_last_day(registry):
    back = {row.id: [each for each in row.reminders if each.startswith("-")]
            for row in registry.values()}  # fmt: skip

    assert {id_: each for id_, each in back.items() if each} == {
        "DL-44": ["-P60D", "-P30D"],
        "DL-47": ["-P60D", "-P30D"],
    }


def test_a_law_is_always_written_in_one_way(registry):
    sections = r"\d+( [a-z])?((, \d+( [a-z])?)* och \d+( [a-z])? §§| §)"
    statute = r"[A-ZÅÄÖa-zåäö]+( \(\d{4}:\d+\))?"
    written = re.compile(
        rf"{statute} (\d+ kap\. )?{sections}|GDPR art\. 33|Direktiv \(EU\) \d+/\d+"
    )
    laws = [law for row in registry.values() if row.law for law in row.law.split("; ")]

    assert [law for law in laws if not written.fullmatch(law)] == []


ROW = """
["DL-10"]
namn = "Underställning"
lagrum = "LVU 7 §"
langd = "P7D"
slag = "rattsverkan"
grund = "lag"
flyttas = true
raknas_fran = "Beslutet"
vid_utgang = "Omhändertagandet upphör"
agare = "Socialtjänsten"
paminnelser = ["P3D"]
process = ["lvu"]
"""


def test_a_whole_row_is_accepted():
    assert read_deadlines(ROW)["DL-10"].name == "Underställning"


@pytest.mark.parametrize(
    ("right", "wrong", "message"),
    [
        ('namn = "Underställning"', "", "DL-10: nyckeln namn saknas"),
        ('namn = "Underställning"', 'namn = ""', "DL-10: nyckeln namn har fel sorts värde: ''"),
        ('namn = "Underställning"', "namn = 7", "DL-10: nyckeln namn har fel sorts värde: 7"),
        ("flyttas = true", "", "DL-10: nyckeln flyttas saknas"),
        ("flyttas = true", 'flyttas = "ja"', "DL-10: nyckeln flyttas har fel sorts värde: 'ja'"),
        ("flyttas = true", "flyttas = 1", "DL-10: nyckeln flyttas har fel sorts värde: 1"),
        ('agare = "Socialtjänsten"', 'agare = "S"\nagaren = "S"', "nyckeln agaren är okänd"),
        ('slag = "rattsverkan"', 'slag = "böter"', "DL-10: nyckeln slag ska vara något av ratts"),
        ('grund = "lag"', 'grund = "vana"', "DL-10: nyckeln grund ska vara något av lag, rek"),
        ('langd = "P7D"', 'langd = "7 dagar"', "DL-10: nyckeln langd: ”7 dagar” är ingen tidsl"),
        ('langd = "P7D"', "langd = 7", "DL-10: nyckeln langd har fel sorts värde: 7"),
        ('langd = "P7D"', 'langd = "PT24H"', "DL-10: nyckeln flyttas kan bara vara true när"),
        ('langd = "P7D"', "", "DL-10: nyckeln flyttas kan bara vara true när langd"),
        ('["P3D"]', '["3"]', "DL-10: nyckeln paminnelser: ”3” är ingen tidslängd"),
        ('["P3D"]', "[3]", r"DL-10: nyckeln paminnelser har fel sorts värde: \[3\]"),
        ('["P3D"]', '"P3D"', "DL-10: nyckeln paminnelser har fel sorts värde: 'P3D'"),
        ('["lvu"]', '[""]', r"DL-10: nyckeln process har fel sorts värde: \[''\]"),
        ('["DL-10"]', 'los = 1\n["DL-10"]', "los: nyckeln står utanför en rad"),
        ('["DL-10"]', '["DL-10"]\n["DL-10"]', "är inte giltig TOML"),
        ('"lag"', '"lag', "är inte giltig TOML"),
    ],
)
def test_a_wrong_row_is_refused_by_row_and_key(right, wrong, message):
    assert right in ROW

    with pytest.raises(ValueError, match=message):
        read_deadlines(ROW.replace(right, wrong, 1))


def test_every_wrong_row_is_told_at_once():
    wrong = ROW.replace('"lag"', '"vana"')

    with pytest.raises(ValueError, match=r"DL-10: [^\n]+\nDL-11: [^\n]+$"):
        read_deadlines(wrong + wrong.replace("DL-10", "DL-11"))


# --- what holds for every day

DAYS = st.dates(date(1990, 1, 1), date(2080, 12, 31))
TIMES = st.datetimes(
    datetime(1990, 1, 1),  # noqa: DTZ001
    datetime(2080, 12, 31),  # noqa: DTZ001
    timezones=st.sampled_from([UTC, ZONE]),
)
DAY_LENGTHS = st.builds("P{}{}".format, st.integers(1, 999), st.sampled_from("DW")) | st.builds(
    "P{}{}".format, st.integers(1, 12), st.sampled_from("MY")
)
LENGTHS = DAY_LENGTHS | st.builds("PT{}H".format, st.integers(1, 999))


@given(DAYS, DAY_LENGTHS)
def test_a_moved_last_day_is_the_first_vardag_not_before_the_unmoved(start, length):
    unmoved = last_day(start, length, shifts=False)
    moved = last_day(start, length, shifts=True)

    assert is_weekday(moved)
    assert timedelta() <= moved - unmoved <= timedelta(days=5)
    between = [unmoved + timedelta(days=n) for n in range((moved - unmoved).days)]
    assert not any(map(is_weekday, between))


@given(TIMES, LENGTHS, st.booleans())
def test_the_time_runs_out_after_it_began(start, length, shifts):
    assert due_at(start, length, shifts=shifts) > start.astimezone(UTC)


@given(TIMES, TIMES, LENGTHS, st.booleans())
def test_who_starts_later_is_not_done_earlier(one, other, length, shifts):
    first, second = sorted([one.astimezone(UTC), other.astimezone(UTC)])

    assert due_at(first, length, shifts=shifts) <= due_at(second, length, shifts=shifts)


@given(DAYS)
def test_the_end_of_a_day_is_midnight_in_sweden_and_shown_as_that_day(day):
    local = end_of(day).astimezone(ZONE)

    assert (local.date(), local.hour, local.minute) == (day + timedelta(days=1), 0, 0)
    assert last_day_of(end_of(day)) == day


@given(DAYS, DAY_LENGTHS)
def test_a_day_and_any_time_on_it_are_due_at_the_same_instant(day, length):
    noon = datetime(day.year, day.month, day.day, 12, tzinfo=ZONE)

    assert due_at(day, length, shifts=True) == due_at(noon, length, shifts=True)
