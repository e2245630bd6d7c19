import pytest

from engine.errors import ModelError
from engine.modelling.table.rows import read_table
from tests.engine.modelling.small import LIVE, MAIN


def test_steps_stand_in_their_lanes_in_the_order_that_they_come() -> None:
    table = read_table(MAIN, LIVE[MAIN])

    assert {agency: [row.id for row in rows] for agency, rows in table.lanes.items()} == {
        "socialtjansten": ["start", "a", "g", "j", "end", "n", "end2"],
        "polismyndigheten": ["b", "late"],
    }


def test_a_step_says_what_it_leads_to_and_when() -> None:
    table = read_table(MAIN, LIVE[MAIN])
    choice, late = table.row("g"), table.row("late")

    assert choice is not None
    assert choice.chooses
    assert choice.splits
    assert {(way.target, way.condition, way.is_default) for way in choice.ways} == {
        ("b", "val == 'ja'", False),
        ("j", "", True),
    }
    assert late is not None
    assert (late.host, late.trigger) == ("b", "duration P7D")


def test_a_step_says_what_its_settings_are() -> None:
    row = read_table(MAIN, LIVE[MAIN]).row("b")

    assert row is not None
    assert row.is_activity
    assert (row.settings["form"], row.settings["lagrum"]) == ("f", "LVU 7 §")
    assert read_table(MAIN, LIVE[MAIN]).row("x") is None


def test_a_step_in_no_lane_is_shown_too() -> None:
    text = LIVE[MAIN].replace("<bpmn:flowNodeRef>a</bpmn:flowNodeRef>", "")

    assert [row.id for row in read_table(MAIN, text).lanes[""]] == ["a"]


def test_what_cannot_be_read_is_refused() -> None:
    with pytest.raises(ModelError):
        read_table(MAIN, "<a")
