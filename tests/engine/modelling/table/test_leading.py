import pytest

from engine.errors import InvalidAnswers, NotFound
from engine.modelling.table.leading import AN_END, AN_END_OF_ALL, found, lead, target_of
from engine.modelling.table.parts import Parts
from engine.modelling.table.rows import Table, read_table
from tests.engine.modelling.small import LIVE, MAIN


@pytest.fixture
def parts() -> Parts:
    return Parts.read(MAIN, LIVE[MAIN])


def table(parts: Parts) -> Table:
    return read_table(MAIN, parts.text())


def test_a_way_may_lead_to_a_new_end_in_the_lane_that_it_comes_from(parts: Parts) -> None:
    end = table(parts).row(target_of(parts, "b", AN_END)) or table(parts).row("end_slut")

    assert end is not None
    assert (end.kind, end.agency, end.trigger) == ("endEvent", "polismyndigheten", "")


def test_an_end_may_end_all_that_is_open(parts: Parts) -> None:
    end = table(parts).row(target_of(parts, "b", AN_END_OF_ALL)) or table(parts).row("end_slut")

    assert end is not None
    assert end.trigger == "terminate"


def test_ways_that_meet_at_a_step_do_so_in_a_choice_before_it(parts: Parts) -> None:
    flow = lead(parts, "late", "n")

    gateway = table(parts).row(flow.get("targetRef", ""))
    assert gateway is not None
    assert (gateway.kind, [way.target for way in gateway.ways]) == ("exclusiveGateway", ["n"])
    assert len(parts.flows(target=gateway.id)) == 2


def test_a_way_leads_straight_to_a_gateway(parts: Parts) -> None:
    assert lead(parts, "a", "j").get("targetRef") == "j"


def test_what_is_not_there_cannot_be_led_to(parts: Parts) -> None:
    with pytest.raises(NotFound):
        lead(parts, "a", "x")
    with pytest.raises(NotFound):
        found(parts, "x")
    with pytest.raises(InvalidAnswers):
        target_of(parts, "a", "")
