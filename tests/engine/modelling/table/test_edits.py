import pytest

from engine.bpmn.check import findings
from engine.bpmn.definitions import read_process_set
from engine.errors import InvalidAnswers, NotFound
from engine.modelling.diff import compare
from engine.modelling.table.edits import (
    NewStep,
    StepEdit,
    WayEdit,
    add_step,
    edit_step,
    remove_step,
)
from engine.modelling.table.leading import AN_END
from engine.modelling.table.rows import Row, Table, read_table
from tests.engine.modelling.small import LIVE, MAIN

SOC, POLICE = ("socialtjansten", "Socialtjänsten"), ("polismyndigheten", "Polismyndigheten")
NEW = NewStep("userTask", "Läs beslutet", *POLICE, {"form": "f", "lagrum": "LVU 7 §"})


def table(text: str) -> Table:
    return read_table(MAIN, text)


def row(text: str, element: str) -> Row:
    found = table(text).row(element)
    assert found is not None
    return found


def way(text: str, source: str, target: str) -> str:
    return next(each.id for each in row(text, source).ways if each.target == target)


def as_it_is(text: str, element: str, **changed: object) -> StepEdit:
    there = row(text, element)
    same = {"name": there.name, "agency": there.agency, "agency_name": there.agency,
            "guidance": there.guidance}  # fmt: skip
    return StepEdit(**(same | changed))  # type: ignore[arg-type]


def said(text: str) -> list[str]:
    """Return what differs from what is live, in words."""
    before, after = read_process_set(LIVE), read_process_set(LIVE | {MAIN: text})
    return [change.words for change in compare(before, after).changes]


def wrong(text: str) -> list[str]:
    return [f"{each.element}: {each.message}" for each in findings(LIVE | {MAIN: text})]


def test_a_step_is_put_in_on_a_way_in_the_lane_of_another() -> None:
    text, new = add_step(MAIN, LIVE[MAIN], way(LIVE[MAIN], "start", "a"), NEW)

    assert new == "ut_las_beslutet"
    assert row(text, new).agency == "polismyndigheten"
    assert row(text, new).settings == {"form": "f", "lagrum": "LVU 7 §"}
    assert [each.target for each in row(text, "start").ways] == [new]
    assert [each.target for each in row(text, new).ways] == ["a"]
    assert wrong(text) == []


def test_a_step_on_a_way_with_a_condition_keeps_the_condition_before_it() -> None:
    text, new = add_step(MAIN, LIVE[MAIN], way(LIVE[MAIN], "g", "b"), NEW)

    before, *_ = (each for each in row(text, "g").ways if each.target == new)
    assert before.condition == "val == 'ja'"
    assert wrong(text) == []


def test_a_step_for_an_agency_without_a_lane_gets_one() -> None:
    step = NewStep("userTask", "Samordna", "regionkoordinator", "Regionkoordinator",
                   {"form": "f", "lagrum": "LVU 7 §"})  # fmt: skip
    text, new = add_step(MAIN, LIVE[MAIN], way(LIVE[MAIN], "start", "a"), step)

    assert row(text, new).agency == "regionkoordinator"
    assert list(table(text).lanes)[-1] == "regionkoordinator"
    assert wrong(text) == []


def test_what_is_missing_is_told_by_the_check_at_the_step() -> None:
    step = NewStep("userTask", "Läs", *POLICE)
    text, new = add_step(MAIN, LIVE[MAIN], way(LIVE[MAIN], "start", "a"), step)

    assert f"{new}: uppgiften saknar formulär (skydd.form)" in wrong(text)


def test_a_step_without_a_name_or_an_agency_is_not_added() -> None:
    with pytest.raises(InvalidAnswers) as refused:
        add_step(MAIN, LIVE[MAIN], way(LIVE[MAIN], "start", "a"), NewStep("userTask", " ", "", ""))

    assert set(refused.value.problems) == {"namn", "aktor"}


def test_a_step_is_renamed_and_said_more_of() -> None:
    edit = as_it_is(LIVE[MAIN], "a", name="Fråga igen", guidance="Läs först.",
                    settings={"lagrum": "SoL 20:1", "ansvar": ""})  # fmt: skip
    text = edit_step(MAIN, LIVE[MAIN], "a", edit)

    assert (row(text, "a").name, row(text, "a").guidance) == ("Fråga igen", "Läs först.")
    assert row(text, "a").settings["lagrum"] == "SoL 20:1"
    assert "ansvar" not in row(text, "a").settings
    assert row(edit_step(MAIN, text, "a", as_it_is(text, "a", guidance="")), "a").guidance == ""


def test_a_step_moves_with_what_waits_at_its_border_and_an_empty_lane_goes() -> None:
    edit = as_it_is(LIVE[MAIN], "b", agency=SOC[0], agency_name=SOC[1])
    text = edit_step(MAIN, LIVE[MAIN], "b", edit)

    assert list(table(text).lanes) == ["socialtjansten"]
    assert row(text, "late").host == "b"
    assert wrong(text) == []


def test_nothing_changed_is_no_difference() -> None:
    assert said(edit_step(MAIN, LIVE[MAIN], "g", as_it_is(LIVE[MAIN], "g"))) == []


def test_a_way_leads_elsewhere_with_another_condition() -> None:
    ways = {way(LIVE[MAIN], "g", "b"): WayEdit("n", "val == 'nej'")}
    text = edit_step(MAIN, LIVE[MAIN], "g", as_it_is(LIVE[MAIN], "g", ways=ways))

    assert [(w.target, w.condition) for w in row(text, "g").ways if not w.is_default] == [
        ("n", "val == 'nej'")
    ]


def test_a_choice_gets_one_more_way_to_a_new_end_and_another_default() -> None:
    old = way(LIVE[MAIN], "g", "j")
    edit = as_it_is(LIVE[MAIN], "g", ways={old: WayEdit("j", "val == 'nej'")},
                    new_way=WayEdit(AN_END, is_default=True))  # fmt: skip
    text = edit_step(MAIN, LIVE[MAIN], "g", edit)

    new = next(each for each in row(text, "g").ways if each.is_default)
    assert row(text, new.target).kind == "endEvent"
    assert len(row(text, "g").ways) == 3


def test_a_way_is_taken_away() -> None:
    edit = as_it_is(LIVE[MAIN], "g", ways={way(LIVE[MAIN], "g", "b"): WayEdit("")})
    text = edit_step(MAIN, LIVE[MAIN], "g", edit)

    assert [each.target for each in row(text, "g").ways] == ["j"]
    assert wrong(text) != []


def test_a_step_is_removed_and_what_led_to_it_leads_on() -> None:
    text = remove_step(MAIN, remove_step(MAIN, LIVE[MAIN], "late"), "b")

    assert {each.target for each in row(text, "g").ways} == {"j"}
    assert table(text).row("b") is None
    assert table(text).row("late") is None


@pytest.mark.parametrize(("element", "why"), [
    ("start", "starthändelse"), ("b", "under tiden"), ("g", "leder till flera"),
])  # fmt: skip
def test_what_would_leave_nothing_to_check_is_not_removed(element: str, why: str) -> None:
    with pytest.raises(InvalidAnswers) as refused:
        remove_step(MAIN, LIVE[MAIN], element)

    assert why in refused.value.problems["steg"]


def test_what_is_not_there_is_not_found() -> None:
    with pytest.raises(NotFound):
        remove_step(MAIN, LIVE[MAIN], "x")
    with pytest.raises(NotFound):
        add_step(MAIN, LIVE[MAIN], "x", NEW)
