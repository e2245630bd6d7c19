"""The tables name every code that can be counted."""

import pytest

from engine.bootstrap import Engine
from engine.counts import layouts
from engine.counts.figures import DECIDED, STARTED, UNKNOWN
from engine.counts.layouts import Names, of_agency, of_country, of_permits, with_regions
from engine.registers import Registers

REGIONS = {"nord": "Nord", "syd": "Syd"}


@pytest.fixture
def registers(engine: Engine) -> Registers:
    version = engine.publications.current() or ""
    return engine.processes.registers(version)


@pytest.mark.parametrize(
    ("variable", "named"),
    [
        ("alderskategori", layouts.AGES),
        ("andamal", layouts.PURPOSES),
        ("statusvag", layouts.ROUTES),
        ("medborgarskap", layouts.CITIZENSHIPS),
        ("beslut_betanketid", layouts.ANSWERS),
    ],
)
def test_every_code_of_a_variable_has_its_row(registers, variable, named) -> None:
    assert {*registers.variables[variable].codes, UNKNOWN} == named.keys()


def test_every_row_of_decisions_is_something_that_is_counted(registers: Registers) -> None:
    counted = {f"{name}:{code}" for name in DECIDED for code in registers.variables[name].codes}

    assert {*layouts.PERMITS, *layouts.OUTCOMES} <= counted | {*STARTED.values()}
    assert layouts.APPLICANTS.keys() == set(registers.variables["sokande"].codes)


def test_tables_have_ids_of_their_own_and_say_what_they_count(engine: Engine) -> None:
    version = engine.publications.current() or ""
    due = engine.counting.catalogue.task_deadlines(version)
    names = Names({"soc": "Socialtjänsten"}, {"A1": "Avskriven"}, due, REGIONS)

    for found in (of_agency(names), of_country(names), of_permits()):
        assert len({each.id for each in found}) == len(found)
        assert all(each.about and each.title and each.rows and each.columns for each in found)


def test_a_target_is_never_among_the_times_of_law(engine: Engine) -> None:
    version = engine.publications.current() or ""
    due = {d.id: d for d in engine.counting.catalogue.task_deadlines(version)}
    tables = {each.id: each for each in of_country(Names({}, {}, tuple(due.values())))}

    assert {*tables["frister"].rows, *tables["riktmarken"].rows} == due.keys()
    assert all(due[id_].statutory and due[id_].kind != "mal" for id_ in tables["frister"].rows)
    assert "DL-02" in tables["riktmarken"].rows


def test_the_limits_in_law_are_added_up_in_each_region_and_targets_are_not(engine: Engine) -> None:
    version = engine.publications.current() or ""
    due = tuple(engine.counting.catalogue.task_deadlines(version))
    tables = of_country(Names({}, {}, due, REGIONS))
    first, second, *_ = next(each.rows for each in tables if each.id == "frister")
    kept = {(first, "hallna"): 7, (second, "hallna"): 2, ("DL-02", "hallna"): 90}
    sums = {("frister/syd", *place): number for place, number in kept.items()}
    sums["frister/nord", first, "missade"] = 1
    found = with_regions(tables, sums)

    assert found["frister_region", "syd", "hallna"] == 9
    assert found["frister_region", "nord", "missade"] == 1
    assert with_regions(of_permits(), sums) == sums


def test_tables_of_the_same_things_have_the_same_columns(engine: Engine) -> None:
    version = engine.publications.current() or ""
    due = tuple(engine.counting.catalogue.task_deadlines(version))
    names = Names({}, {}, due, REGIONS)
    for tables in (of_agency(names), of_country(names)):
        for each in (table for table in tables if table.kin):
            other = next(table for table in tables if table.kin == each.kin and table != each)
            assert (other.columns, other.column_totals, other.row_totals) == (
                each.columns, True, each.row_totals,
            )  # fmt: skip
