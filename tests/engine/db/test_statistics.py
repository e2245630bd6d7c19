"""Sums of a period, what is past its time, and who took a file, on both kinds of database."""

from collections import Counter
from datetime import timedelta

import pytest
from sqlalchemy import select, update

from engine.bootstrap import Engine
from engine.counts.statistics import Figure, Period, year
from engine.db.connection import writing
from engine.db.statistics import SqlStatistics
from engine.db.tables import exports, open_tasks
from engine.model import Case
from tests.conftest import MONDAY
from tests.engine.db.small import Office

PASSED = {(measure, "DL-10", "passerade"): 1 for measure in ("frister", "frister/okand")}


@pytest.fixture
def kept(engine_on_both: Engine) -> SqlStatistics:
    return SqlStatistics(engine_on_both.database)


def count(engine: Engine, case: Case, *figures: Figure) -> None:
    with engine.store.transaction() as unit:
        unit.figures.keep(case.id, 1, unit.figures.of(case.id), Counter(figures))


def test_sums_are_of_one_agency_and_of_the_months_of_the_period(
    engine_on_both: Engine, kept: SqlStatistics, case: Case
) -> None:
    in_ = [Figure("m", "soc", month, "a", "x") for month in ("2026-01", "2026-12")]
    out = [Figure("m", "soc", "2027-01", "a", "x"), Figure("m", "polis", "2026-05", "a", "x")]
    count(engine_on_both, case, *in_, *out, Figure("m", "soc", "2026-03", "b"))

    assert kept.sums("soc", year(2026)) == {("m", "a", "x"): 2, ("m", "b", ""): 1}
    assert kept.sums("soc", Period("2026-01", "2026-03", "", "")) == {
        ("m", "a", "x"): 1, ("m", "b", ""): 1,
    }  # fmt: skip
    assert kept.sums("ingen", year(2026)) == {}


def test_an_open_task_past_its_time_counts_for_its_agency_and_for_all(
    engine_on_both: Engine, kept: SqlStatistics, office: Office, case: Case
) -> None:
    due = office.task(case, "b").due_at
    assert due is not None
    for now, expected in ((due, {}), (due + timedelta(seconds=1), PASSED)):
        for _ in range(2):
            kept.count_passed(now)
        assert [dict(kept.sums(agency, year(2026))) for agency in ("", "socialtjansten")] == [
            expected, expected,
        ]  # fmt: skip

    with writing(engine_on_both.database) as connection:
        connection.execute(update(open_tasks).values(paused_at=MONDAY))
    kept.count_passed(due + timedelta(days=1))
    assert kept.sums("", year(2026)) == {}


def test_a_case_is_uncounted_until_it_is_counted_up_to_its_newest_entry(
    engine_on_both: Engine, kept: SqlStatistics, office: Office, case: Case
) -> None:
    assert kept.uncounted() == [case.id]

    engine_on_both.counting.count()
    assert kept.uncounted() == []

    office.complete(case, "a")
    assert kept.uncounted() == [case.id]


def test_it_is_known_when_the_count_was_begun(engine_on_both: Engine, kept: SqlStatistics) -> None:
    assert kept.counted_at() is None

    engine_on_both.store.take_chore("statistik", "2026-03-02", MONDAY)
    engine_on_both.store.take_chore("ombyggnad", "2026-03-03", MONDAY + timedelta(days=1))
    assert kept.counted_at() == MONDAY


def test_who_took_a_file_is_noted(
    engine_on_both: Engine, kept: SqlStatistics, office: Office
) -> None:
    kept.note(MONDAY, office.mig, "tillstand", "2025", "xlsx")

    with engine_on_both.database.connect() as connection:
        (row,) = connection.execute(select(exports)).mappings().all()
    assert dict(row) == {
        "id": 1, "at": MONDAY, "actor": "mig", "agency": "migrationsverket", "what": "tillstand",
        "period": "2025", "format": "xlsx",
    }  # fmt: skip


def test_a_report_is_read_while_somebody_writes(
    engine_on_both: Engine, office: Office, case: Case
) -> None:
    with engine_on_both.store.transaction() as unit:
        unit.figures.keep(case.id, 1, Counter(), Counter({Figure("m", "", "2026-01", "a"): 1}))
        report = engine_on_both.counting.report(office.mig, "egna", year(2025))

    assert all(each.is_empty for each in report.tables)
