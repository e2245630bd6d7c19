"""Who may say which region a case belongs to, and what the log tells of it."""

import pytest

from engine.bootstrap import Engine
from engine.casebook.regions import REASONS, keeps_region
from engine.errors import InvalidAnswers, NotAllowed, NotFound
from engine.model import Actor, Case, Event
from engine.registers import NO_REGION
from tests.steps.desk import Desk

MOVED = "flyttat"


@pytest.fixture
def desk(engine: Engine) -> Desk:
    desk = Desk(engine, answers={"misstanke": "kvarstar"})
    opened = engine.casework.open_case(desk.person("Socialtjänsten"), region="nord")
    desk.case_id = opened.id
    return desk


def region(desk: Desk) -> str:
    with desk.engine.store.transaction() as unit:
        return unit.regions.of(desk.case_id)


def told(desk: Desk) -> list[Event]:
    log = desk.engine.casefile.log(desk.case_id)
    return [entry for entry in log if "region" in entry.details]


def test_a_case_is_opened_in_a_region_or_in_none_yet(desk: Desk) -> None:
    soc = desk.person("Socialtjänsten")
    silent: Case = desk.engine.casework.open_case(soc)

    assert region(desk) == "nord"
    assert [entry.details["region"] for entry in told(desk)] == ["nord"]
    desk.case_id = silent.id
    assert region(desk) == NO_REGION
    with pytest.raises(InvalidAnswers):
        desk.engine.casework.open_case(soc, region="skane")


def test_a_keeper_changes_it_with_a_reason_and_the_log_tells_codes_only(desk: Desk) -> None:
    soc = desk.person("Socialtjänsten")
    for _ in range(2):
        desk.engine.regions.change(soc, desk.case_id, "syd", MOVED, "k1")

    assert region(desk) == "syd"
    (entry,) = told(desk)[1:]
    assert (entry.kind, entry.actor, entry.agency) == ("region_changed", soc.id, soc.agency)
    assert entry.details == {"region": "syd", "before": "nord", "reason": MOVED}
    page = desk.engine.casefile.case_page(soc, desk.case_id)
    assert page.timeline[0].title == "Regionen ändrades"
    assert page.timeline[0].text == f"Till: Syd. Skäl: {REASONS[MOVED]}."


@pytest.mark.parametrize(
    ("chosen", "reason", "wrong"),
    [("nord", MOVED, "region"), ("skane", MOVED, "region"), ("syd", "", "skal")],
)
def test_without_another_region_or_a_reason_nothing_is_changed(
    desk: Desk, chosen: str, reason: str, wrong: str
) -> None:
    with pytest.raises(InvalidAnswers) as refused:
        desk.engine.regions.change(desk.person("Socialtjänsten"), desk.case_id, chosen, reason)

    assert list(refused.value.problems) == [wrong]
    assert (region(desk), len(told(desk))) == ("nord", 1)


def test_others_who_take_part_neither_see_nor_change_it(engine: Engine) -> None:
    desk = Desk(engine)
    amv = desk.person("Arbetsmiljöverket")
    desk.case_id = engine.casework.open_case(amv, region="vast").id

    assert not keeps_region(amv)
    assert engine.regionfile.shown(amv, desk.case_id) is None
    with pytest.raises(NotAllowed):
        engine.regions.change(amv, desk.case_id, "syd", MOVED)
    assert region(desk) == "vast"


def test_a_keeper_who_does_not_take_part_finds_nothing(desk: Desk) -> None:
    rk: Actor = desk.person("regionkoordinatorn")

    for ask in (
        lambda: desk.engine.regions.change(rk, desk.case_id, "syd", MOVED),
        lambda: desk.engine.regionfile.shown(rk, desk.case_id),
        lambda: desk.engine.regionfile.to_change(rk, desk.case_id),
    ):
        with pytest.raises(NotFound):
            ask()
