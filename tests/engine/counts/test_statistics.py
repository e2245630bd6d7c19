"""Periods, and how numbers may be shown."""

from datetime import date

import pytest

from engine.counts import statistics
from engine.counts.statistics import Layout, month_of, period, tables
from tests.engine.counted import NEW_YEARS_EVE

TODAY = date(2026, 8, 14)
ROWS = {"barn": "Barn", "vuxen": "Vuxen"}
LAYOUT = Layout("a", "Ålder", "m", "Vad som räknas.", "Ålder", ROWS, {"x": "X", "y": "Y"})


def texts(found: statistics.Table) -> list[list[str]]:
    return [[name, *(cell.text for cell in cells)] for name, cells in found.lines]


@pytest.mark.parametrize(
    ("asked", "first", "last", "name"),
    [
        (("2026",), "2026-01", "2026-12", "2026"),
        (("2026-k1",), "2026-01", "2026-03", "2026, kvartal 1"),
        (("2026-k4",), "2026-10", "2026-12", "2026, kvartal 4"),
        (("egen", "2025-11", "2026-01"), "2025-11", "2026-01", "november 2025 till januari 2026"),
    ],
)
def test_a_period_is_whole_months(asked, first, last, name) -> None:
    found = period(*asked)

    assert found is not None
    assert (found.first, found.last, found.name) == (first, last, name)


@pytest.mark.parametrize(
    "asked",
    [("",), ("20260",), ("2026-k5",), ("egen",), ("egen", "2026-01", "2026-02"), ("2026-k1\n",),
     ("egen", "2026-05", "2026-01"), ("egen", "2026-13", "2027-05"), ("egen", "x", "y"), ("٢٠٢٦",)],
)  # fmt: skip
def test_what_is_no_period_or_shorter_than_a_quarter_is_refused(asked) -> None:
    assert period(*asked) is None


def test_only_a_calendar_year_that_is_over_is_exact() -> None:
    keys = ("2025", "2026", "2027", "2025-k1")
    found = [key for key in keys if (each := period(key)) and each.is_exact(TODAY)]
    own = period("egen", "2025-01", "2025-12")

    assert found == ["2025"]
    assert own is not None
    assert not own.is_exact(TODAY)


def test_years_and_quarters_that_have_begun_can_be_chosen() -> None:
    keys = [key for key, _ in statistics.choices(TODAY)]

    assert keys[:5] == ["2026", "2026-k3", "2026-k2", "2026-k1", "2025"]
    assert statistics.months(TODAY)[-1] == "2026-08"
    assert statistics.months(TODAY)[0] == "2021-01"


def test_the_month_of_an_instant_is_that_of_stockholm() -> None:
    assert month_of(NEW_YEARS_EVE) == "2027-01"


def test_a_table_has_its_totals_and_hides_the_small() -> None:
    figures = {("m", "barn", "x"): 6, ("m", "barn", "y"): 8, ("m", "vuxen", "x"): 1234}
    figures |= {("m", "vuxen", "y"): 9, ("other", "barn", "x"): 99, ("m", "okänd", "x"): 7}
    (table,) = tables([LAYOUT], figures, exact=True)

    assert table.columns == ("X", "Y", "Totalt")
    assert texts(table) == [["Barn", "6", "8", "14"], ["Vuxen", "1\xa0234", "9", "1\xa0243"],
                            ["Totalt", "1\xa0240", "17", "1\xa0257"]]  # fmt: skip
    small = figures | {("m", "barn", "x"): 3}
    assert texts(tables([LAYOUT], small, exact=True)[0])[0] == [
        "Barn", "färre än 5", "visas inte", "11",
    ]  # fmt: skip


def test_a_period_that_overlaps_others_is_shown_to_the_nearest_five() -> None:
    figures = {("m", row, column): 7 for row in ROWS for column in ("x", "y")}
    (table,) = tables([LAYOUT], figures, exact=False)

    assert texts(table)[0] == ["Barn", "5", "5", "15"]


def test_an_empty_table_says_so() -> None:
    (table,) = tables([LAYOUT], {}, exact=True)

    assert table.is_empty
    assert texts(table)[0] == ["Barn", "0", "0", "0"]


def test_tables_of_the_same_people_hide_their_sum_together() -> None:
    one = {"columns": {"": "Antal"}, "row_totals": False, "same_people": True, "head": "",
           "about": "", "title": ""}  # fmt: skip
    layouts = [Layout(id=m, measure=m, rows=ROWS, **one) for m in ("tight", "easy")]
    figures = {("tight", "barn", ""): 4, ("tight", "vuxen", ""): 4, ("easy", "barn", ""): 8}
    tight, easy = tables(layouts, figures, exact=True)

    assert texts(tight)[-1] == texts(easy)[-1] == ["Totalt", "visas inte"]
