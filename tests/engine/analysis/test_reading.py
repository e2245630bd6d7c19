"""The known fleet: every figure was worked out by hand; see `tests.engine.analysis.fleet`."""

import pytest

from engine.analysis.heat import MISS, NOW, NUMBER, WAIT
from engine.counts.statistics import Shown, period, year
from engine.errors import NotAllowed, NotFound
from tests.engine.modelling.fleet import Fleet
from tests.engine.modelling.small import Owners

MAIN, FEW = "stod_och_skydd", "färre än 5"


def texts(cells: object) -> list[str]:
    return [cell.text for cell in cells]  # type: ignore[attr-defined]


def test_steps_ways_and_agencies_have_the_figures_that_are_known(counted: Owners) -> None:
    found = counted.engine.analysis.reading.report(counted.pia, counted.live, MAIN, year(2026))

    assert {each.id: texts(each.cells) for each in found.steps} == {
        "a": ["20", "10", "10", FEW, FEW, "0", "40"],
        "b": [FEW, "20", "10", "0", FEW, "0", "30"],
        "n": ["0"] * 7,
    }
    (vilket,) = found.gateways
    assert [(name, *texts(cells)) for name, cells in vilket.lines] == [
        ("B", "30"), ("Vidare", "5"), ("Totalt", "35"),
    ]  # fmt: skip
    polis, soc = found.agencies
    assert (polis.name, texts(polis.cells)[-1], polis.slow and polis.slow.percent) == (
        "Polismyndigheten", "30", 30,
    )  # fmt: skip
    assert (soc.name, [name for name, _ in soc.slowest]) == ("Socialtjänsten", ["A"])


def test_the_drawing_says_the_same_and_nothing_else(counted: Owners) -> None:
    reading = counted.engine.analysis.reading
    found = reading.report(counted.pia, counted.live, MAIN, year(2026))

    assert {id_: each.text for id_, each in found.heat(NUMBER).items()} == {
        "a": "40", "b": "30", "n": "0", "g_b": "30", "g_j": "5",
    }  # fmt: skip
    assert {id_: each.text for id_, each in found.heat(WAIT).items()} == {
        "a": "minst 20\u00a0%", "b": "ca 30\u00a0%",
    }  # fmt: skip
    assert found.heat(MISS) == {}
    svg = reading.picture(counted.pia, counted.live, MAIN, year(2026), NUMBER)
    assert 'class="bpmn-userTask heat4"' in svg
    assert "<title>A: 40</title>" in svg
    with pytest.raises(NotFound):
        found.heat("annat")


def test_what_waits_now_is_beside_it_and_hidden_where_it_is_few(counted: Owners) -> None:
    found = counted.engine.analysis.reading.report(counted.pia, counted.live, MAIN, year(2025))

    assert {each.id: texts(each.cells) for each in found.waiting} == {
        "a": [FEW] * 5, "b": [FEW] * 5, "n": ["0"] * 5,
    }  # fmt: skip
    assert {id_: each.text for id_, each in found.heat(NOW).items()} == {
        "a": "<\u00a05", "b": "<\u00a05", "n": "0",
    }  # fmt: skip


def test_what_waits_now_is_rounded_too(owners: Owners) -> None:
    fleet = Fleet(owners)
    for _ in range(12):
        fleet.at_a()
    owners.wait(days=2)
    owners.engine.analysis.counting.count_now()
    found = owners.engine.analysis.reading.report(owners.pia, owners.live, MAIN, year(2026))

    assert texts(found.waiting[0].cells) == ["0", "10", "0", "0", "10"]
    assert found.heat(NOW)["a"].level == 4


def test_no_number_is_exact_in_any_period(counted: Owners) -> None:
    reading, quarter = counted.engine.analysis.reading, period("2026-k1")
    assert quarter
    counted.engine.clock.set(counted.engine.clock.now().replace(year=2027))  # type: ignore[attr-defined]
    for chosen in (year(2026), quarter):
        found = reading.report(counted.pia, counted.live, MAIN, chosen)
        cells = [cell for each in (*found.steps, *found.agencies) for cell in each.cells]
        assert {cell.value % 5 for cell in cells if cell.value is not None} == {0}
    last = period("2025")
    assert last
    nothing = reading.report(counted.pia, counted.live, MAIN, last)
    assert {each.cells for each in nothing.steps} == {(Shown("0", 0),) * 7}


def test_only_owners_and_who_reads_statistics_of_all_cases_come_in(counted: Owners) -> None:
    reading, denied = counted.engine.analysis.reading, counted.engine.store.denials()
    jam = counted.person("jam")

    assert reading.report(jam, counted.live, MAIN, year(2026)).name == "Processen"
    assert reading.processes(jam, counted.live) == {MAIN: "Processen"}
    for other in (counted.soc, counted.chef, counted.polis, counted.rk):
        with pytest.raises(NotAllowed):
            reading.report(other, counted.live, MAIN, year(2026))
        with pytest.raises(NotAllowed):
            reading.processes(other, counted.live)
    assert counted.engine.store.denials() == denied + 4


def test_what_is_not_there_is_not_found(counted: Owners) -> None:
    for version, process in (("x", MAIN), (counted.live, "x")):
        with pytest.raises(NotFound):
            counted.engine.analysis.reading.report(counted.pia, version, process, year(2026))


def test_a_file_has_the_courses_that_many_took_and_is_noted(counted: Owners) -> None:
    take_out = counted.engine.analysis.reading.take_out
    _, courses = take_out(counted.pia, counted.live, MAIN, year(2026), "xes")

    assert [(each.steps, each.days, each.number) for each in courses] == [
        (("a", "b"), (1, 8), 30), (("a",), (10,), 5),
    ]  # fmt: skip
