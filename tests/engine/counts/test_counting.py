"""The nightly count, and who may read what of it; on real cases and both kinds of database."""

import pytest

from engine.bootstrap import Engine
from engine.counts.counting import Report
from engine.counts.statistics import Period, year
from engine.errors import NotFound
from tests.conftest import MONDAY
from tests.steps.desk import Desk

ANSWERS = {
    "alderskategori": "vuxen", "medborgarskap": "tredjeland", "vistelseratt": "nej",
    "misstanke": "kvarstar", "anledning_att_anta": "ja", "rubricering": "manniskohandel",
    "andamal": "tvangsarbete", "samtycke_rk": "givet", "samtycke_soc": "givet",
    "samtycke_polis": "givet", "samtycke_betanketid": "givet", "akut_fara": "nej",
    "behov_konsultation": "nej", "fu_status": "pagar", "fu_ledare": "aklagarmyndigheten",
    "beslut_betanketid": "bifall", "misstanke_soc": "ja",
}  # fmt: skip
THIS_YEAR = year(MONDAY.year)


@pytest.fixture
def desk(engine_on_both: Engine) -> Desk:
    desk = Desk(engine_on_both, answers=ANSWERS)
    opened = engine_on_both.casework.open_case(desk.person("Migrationsverket"))
    desk.case_id = opened.id
    return desk


def sums(desk: Desk, agency: str = "", period: Period = THIS_YEAR) -> dict[tuple[str, ...], int]:
    return dict(desk.engine.counting.kept.sums(agency, period))


def table(report: Report, id_: str) -> dict[str, list[str]]:
    found = next(each for each in report.tables if each.layout.id == id_)
    return {name: [cell.text for cell in cells] for name, cells in found.lines}


def test_a_night_counts_the_cases_that_have_changed_and_each_night_once(desk: Desk) -> None:
    counting = desk.engine.counting

    assert counting.nightly("2026-03-02") == 1
    assert counting.nightly("2026-03-02") is None
    assert counting.nightly("2026-03-03") == 0
    assert sums(desk)["upptackta", "migrationsverket", "uppgift_saknas"] == 1


def test_a_case_on_its_way_moves_between_the_sums_and_counts_once(desk: Desk) -> None:
    desk.engine.counting.count()
    desk.complete_until("Besluta om betänketid")
    desk.complete(desk.task("Migrationsverket", "Besluta om betänketid"))
    desk.engine.counting.count_now()

    found = {key: number for key, number in sums(desk).items() if number}
    assert found["upptackta", "migrationsverket", "vuxen"] == 1
    assert ("upptackta", "migrationsverket", "uppgift_saknas") not in found
    assert found["beslut", "beslut_betanketid:bifall", "vuxen"] == 1
    assert [key for key in found if key[0] == "betanketid"] == [
        ("betanketid", "aklagarmyndigheten", "bifall")
    ]
    assert found["statusvag", "betanketid", ""] == 1
    assert found["andamal", "tvangsarbete", ""] == 1
    assert found["steg", "okand", "1"] == found["steg", "okand", "2"] == 1
    assert found["region", "okand", ""] == 1
    assert sums(desk, "migrationsverket")["uppgifter", "2", "klara"] == 2
    assert [key for key in found if key[0] == "frister" and key[2] == "hallna"]


def test_a_reader_sees_the_views_that_are_theirs_and_no_other(desk: Desk) -> None:
    counting = desk.engine.counting
    counting.count()
    readers = {
        "Jämställdhetsmyndigheten": {"landet", "egna"},
        "Migrationsverket": {"tillstand", "egna"},
        "regionkoordinatorn": {"egna"},
        "Polismyndigheten": set(),
        "Socialtjänsten": set(),
    }
    for agency, views in readers.items():
        for view in ("landet", "tillstand", "egna", ""):
            if view in views:
                assert counting.report(desk.person(agency), view, THIS_YEAR).view == view
            else:
                with pytest.raises(NotFound):
                    counting.report(desk.person(agency), view, THIS_YEAR)


def test_one_case_is_too_few_to_be_told_of(desk: Desk) -> None:
    desk.engine.counting.count()
    report = desk.engine.counting.report(
        desk.person("Jämställdhetsmyndigheten"), "landet", THIS_YEAR
    )

    assert not report.exact
    found = table(report, "upptackta")
    assert found["Migrationsverket"] == found["Totalt"] == ["färre än 5"] * 5
    assert "1" not in {cell for each in report.tables for _, cells in each.lines
                       for cell in (shown.text for shown in cells)}  # fmt: skip


def test_an_agency_has_its_own_deadlines_and_tables_only(desk: Desk) -> None:
    desk.engine.counting.count()
    mig = desk.person("Migrationsverket")
    own = desk.engine.counting.report(mig, "egna", THIS_YEAR)
    permits = desk.engine.counting.report(mig, "tillstand", THIS_YEAR)
    all_ = desk.engine.counting.report(desk.person("Polismyndigheten", "chef"), "landet", THIS_YEAR)

    assert [each.layout.id for each in permits.tables] == ["betanketid", "tillstand"]
    assert "upptackta" not in {each.layout.id for each in own.tables}
    law = "frister"
    assert 0 < len(table(own, law)) < len(table(all_, law))
    assert table(own, law).keys() <= table(all_, law).keys()
    assert all("(" in name for name in table(all_, law) if name != "Totalt")


def test_a_case_that_changes_region_is_counted_in_its_new_one(desk: Desk) -> None:
    soc = desk.person("Socialtjänsten")
    desk.case_id = desk.engine.casework.open_case(soc, region="nord").id
    desk.engine.counting.count()
    desk.engine.regions.change(soc, desk.case_id, "syd", "flyttat")
    desk.engine.counting.count()
    found = {row: number for (measure, row, _), number in sums(desk).items() if measure == "region"}

    assert {row: number for row, number in found.items() if number} == {"okand": 1, "syd": 1}
    report = desk.engine.counting.report(
        desk.person("Jämställdhetsmyndigheten"), "landet", THIS_YEAR
    )
    assert list(table(report, "region"))[:7] == [
        *("Nord", "Mitt", "Stockholm", "Öst", "Väst", "Syd", "Bergslagen")
    ]
    assert set(table(report, "region")["Syd"]) == {"färre än 5"}
    assert "frister_region" in {each.layout.id for each in report.tables}


def test_taking_figures_out_is_noted_and_only_what_one_may_read(desk: Desk) -> None:
    counting, mig = desk.engine.counting, desk.person("Migrationsverket")
    taken = counting.take_out(mig, "egna", THIS_YEAR, "csv")

    assert taken.view == "egna"
    with pytest.raises(NotFound):
        counting.take_out(mig, "landet", THIS_YEAR, "csv")
