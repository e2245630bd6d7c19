"""The region of a case on both kinds of database, and who reads it."""

import pytest

from engine.bootstrap import Engine
from engine.errors import NotFound
from tests.steps.desk import Desk


def test_it_is_kept_and_read_by_those_who_keep_it(engine_on_both: Engine) -> None:
    desk = Desk(engine_on_both)
    soc = desk.person("Socialtjänsten")
    case = engine_on_both.casework.open_case(soc, region="ost")
    shown = engine_on_both.regionfile.shown(soc, case.id)

    assert shown is not None
    assert (shown.number, shown.code, shown.name) == (case.number, "ost", "Öst")
    assert list(shown.choices)[-1] == "okand"
    assert shown == engine_on_both.regionfile.to_change(soc, case.id)
    with engine_on_both.store.transaction() as unit:
        unit.regions.keep(case.id, "vast")
        assert unit.regions.of(case.id) == "vast"
        assert unit.regions.of("ingen") == "okand"


def test_who_opens_a_case_chooses_among_the_regions_of_the_register(engine: Engine) -> None:
    assert list(engine.regionfile.choices().values()) == [
        *("Nord", "Mitt", "Stockholm", "Öst", "Väst", "Syd", "Bergslagen", "Inte känd än")
    ]


def test_one_who_opened_a_case_and_does_not_keep_its_region_is_told_nothing(
    engine: Engine,
) -> None:
    desk = Desk(engine)
    amv = desk.person("Arbetsmiljöverket")
    case = engine.casework.open_case(amv, region="ost")

    assert engine.regionfile.shown(amv, case.id) is None
    with pytest.raises(NotFound):
        engine.regionfile.to_change(amv, case.id)
    assert "region" not in vars(engine.casefile.case_page(amv, case.id).case)
