"""Sums follow what each case is counted as, on both kinds of database."""

from collections import Counter

from sqlalchemy import select

from engine.bootstrap import Engine
from engine.counts.statistics import Figure
from engine.db.tables import statistics
from engine.db.unit import SqlUnit

A, B = Figure("arenden", "soc", "2026-03", "barn", "x"), Figure("steg", "", "2026-03", "1")


def sums(unit: SqlUnit) -> dict[Figure, int]:
    rows = unit._db.execute(select(statistics)).mappings()
    found = {Figure(r["measure"], r["agency"], r["month"], r["row"], r["column"]): r["number"]
             for r in rows}  # fmt: skip
    return {figure: number for figure, number in found.items() if number}


def test_a_case_is_counted_as_nothing_until_it_is(unit: SqlUnit) -> None:
    assert unit.figures.of("c") == Counter()


def test_a_case_that_counts_as_something_else_changes_the_sums_by_the_difference(
    unit: SqlUnit,
) -> None:
    before = Counter({A: 1, B: 2})
    unit.figures.keep("c", 3, unit.figures.of("c"), before)
    assert unit.figures.of("c") == before
    assert sums(unit) == {A: 1, B: 2}

    unit.figures.keep("c", 5, before, Counter({B: 3}))
    assert unit.figures.of("c") == Counter({B: 3})
    assert sums(unit) == {B: 3}


def test_counting_the_same_twice_changes_nothing(unit: SqlUnit) -> None:
    for _ in range(2):
        unit.figures.keep("c", 3, unit.figures.of("c"), Counter({A: 1}))

    assert sums(unit) == {A: 1}


def test_the_sums_of_all_cases_are_added(office: object, engine_on_both: Engine) -> None:
    ids = [office.open().id for _ in range(2)]  # type: ignore[attr-defined]
    with engine_on_both.store.transaction() as unit:
        for case_id in ids:
            unit.figures.keep(case_id, 1, Counter(), Counter({A: 1}))
        assert sums(unit) == {A: 2}
