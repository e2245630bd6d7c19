"""What analysis counts, kept as rows, on both kinds of database."""

from collections import Counter

import pytest
from sqlalchemy import select

from engine.analysis.tally import (
    COURSE,
    DAY,
    LIMIT,
    LONGER,
    MONTH,
    PASSED,
    STEP,
    WAITING,
    WEEK,
    Counted,
    Course,
    Tally,
)
from engine.bootstrap import Engine
from engine.counts.statistics import year
from engine.db.tables import analysed
from tests.engine.bpmn.samples import user
from tests.engine.db.small import Office
from tests.engine.modelling.fleet import FLOWS, drawing
from tests.engine.modelling.small import LIVE, MAIN, NODES, START, Owners

A, B = Tally("v", "2026-03", "p", STEP, "a", "dygn"), Tally("v", "2026-04", "p", STEP, "b", "dygn")
COURSE_A = Course("v", "p", ("a",))
C = Tally("v", "2026-03", "p", COURSE, COURSE_A.key)


@pytest.fixture
def office(engine_on_both: Engine) -> Office:
    return Office(engine_on_both)


def keep(office: Office, case_id: str, counted: Counted, sequence: int = 1) -> None:
    with office.engine.store.transaction() as unit:
        unit.tallies.keep(case_id, sequence, unit.tallies.of(case_id), counted)


def test_a_case_that_counts_as_something_else_changes_the_sums_by_the_difference(
    office: Office,
) -> None:
    shelf, case = office.engine.analysis.counting.shelf, office.open()
    named = Counted(Counter({A: 1, C: 1}), {COURSE_A.key: COURSE_A})
    for _ in range(2):
        keep(office, case.id, named)
    keep(office, office.open().id, named)
    assert shelf.sums("v", year(2026)) == {
        ("p", STEP, "a", "dygn"): 2, ("p", COURSE, COURSE_A.key, ""): 2,
    }  # fmt: skip
    assert shelf.courses("v") == {COURSE_A.key: COURSE_A}

    keep(office, case.id, Counted(Counter({B: 1})))
    assert shelf.sums("v", year(2026))["p", STEP, "a", "dygn"] == 1
    assert shelf.sums("v", year(2026))["p", STEP, "b", "dygn"] == 1
    assert shelf.sums("v", year(2025)) == shelf.sums("w", year(2026)) == shelf.courses("w") == {}


def test_what_a_case_counts_as_is_sealed_and_gone_with_its_log(office: Office) -> None:
    case = office.open()
    keep(office, case.id, Counted(Counter({A: 1})))
    with office.engine.database.connect() as connection:
        stored = connection.execute(select(analysed.c.counted)).scalar_one()
    assert b"steg" not in stored

    office.engine.store.vault.erase(case.id, "logg")
    with office.engine.store.transaction() as unit:
        assert unit.tallies.of(case.id) == Counter()


def test_what_waits_is_counted_anew_each_night_by_how_long_it_has(engine_on_both: Engine) -> None:
    owners, counting = Owners(engine_on_both), engine_on_both.analysis.counting
    for _ in range(2):
        engine_on_both.casework.open_case(owners.soc)
    for wait, so_far in ((1, DAY), (6, WEEK), (20, MONTH), (20, LONGER)):
        owners.wait(days=wait, minutes=-5)
        for _ in range(2):
            counting.count()
            found = counting.shelf.waiting(owners.live)
            assert found == {("stod_och_skydd", WAITING, "a", so_far): 2}

    assert WAITING not in {key[1] for key in counting.shelf.sums(owners.live, year(2026))}
    assert counting.shelf.waiting("another") == {}


TIMED = drawing([START, user("a", frist="DL-10"), *NODES[2:]], FLOWS, "b", "late")


def test_cases_with_a_task_past_its_time_are_counted_anew_each_night(
    engine_on_both: Engine,
) -> None:
    owners, counting = Owners(engine_on_both), engine_on_both.analysis.counting
    version = owners.publish(LIVE | {MAIN: TIMED})
    for _ in range(2):
        engine_on_both.casework.open_case(owners.soc)
    counting.count()
    assert not [key for key in counting.shelf.sums(version, year(2026)) if key[3] == PASSED]

    owners.wait(days=30)
    for _ in range(2):
        counting.count()
        found = counting.shelf.sums(version, year(2026))
        assert found["stod_och_skydd", LIMIT, "a", PASSED] == 2
