from pathlib import Path

import pytest

from engine.bpmn.diagram import read_diagram
from engine.errors import InvalidAnswers, NotFound
from engine.modelling.table.edits import remove_step
from engine.modelling.table.happenings import (
    Event,
    add_border,
    add_branch,
    add_event,
    add_first,
    add_parallel,
    add_wait,
)
from tests.engine.modelling.table.drawn import END, START, TASK, branch, event, kind_of
from tests.engine.modelling.table.kinds import (
    BORDER,
    MADE,
    WAIT,
    asked,
    at_border,
    beside,
    first,
    sending,
    waiting,
)

PUBLISHED = Path(__file__).parents[4] / "processes"


def test_every_kind_of_our_published_diagrams_can_be_made_in_the_table() -> None:
    diagrams = [read_diagram(p.name, p.read_bytes()) for p in PUBLISHED.glob("*.bpmn")]

    assert {kind_of(e) for d in diagrams for e in d.elements.values()} - MADE.keys() == set()


@pytest.mark.parametrize("kind", MADE, ids=lambda kind: "-".join(map(str, kind)))
def test_a_process_with_each_kind_is_right_and_drawn_well(kind: tuple[str, str, bool]) -> None:
    made = MADE[kind]()

    assert kind in {kind_of(each) for each in made.diagram.elements.values()}
    assert made.wrong() == []


def test_a_wait_lasts_until_what_it_waits_for() -> None:
    table = waiting("message hej").running().do("ut_fraga", val="ja", dag="2026-03-09")

    assert not table.instance.ended
    assert table.catch("hej").instance.ended
    assert waiting("signal slut").running().do("ut_fraga").catch("slut", "signal").instance.ended
    timed = waiting("deadline DL-10").running().do("ut_fraga")
    assert timed.fire("t_nagot_hander").instance.ended


def test_what_is_sent_is_sent_and_what_is_set_is_set() -> None:
    sent = sending("message hej").running().do("ut_fraga", val="ja").step
    assert [each.name for each in sent.sent] == ["hej"]

    plain = sending("", satter="mer=ja").running().do("ut_fraga", val="ja")
    assert plain.instance.variables["mer"] == "ja"


def test_at_a_border_the_step_ends_or_goes_on() -> None:
    assert at_border("message hej").running().catch("hej").open() == []
    assert at_border("message hej", interrupting=False).running().catch("hej").open() == [
        "ut_fraga"
    ]


def test_what_follows_at_a_border_joins_what_leads_there() -> None:
    made = asked()
    made.by(add_border, "ut_fraga", event(BORDER, "deadline DL-10", target=END),
            interrupting=True)  # fmt: skip

    assert made.wrong() == []
    assert {w.target for w in made.row(made.new).ways} == {f"gw_{END}_in"}
    assert made.running().fire(made.new).instance.ended


def test_a_limit_at_a_border_is_counted_from_its_day() -> None:
    made = asked()
    late = event(BORDER, "deadline DL-10", fran="dag", lagrum="LVU 7 §")
    made.by(add_border, "ut_fraga", late, interrupting=False)

    assert made.row(made.new).settings == {"fran": "dag", "lagrum": "LVU 7 §", "frist": "DL-10"}
    assert made.row(made.new).trigger == "duration P7D"


def test_the_first_thing_that_happens_decides() -> None:
    made = first()
    answered = made.running().do("ut_fraga").catch("hej")
    assert answered.instance.ended
    assert answered.instance.timers == ()

    assert made.running().do("ut_fraga").fire("t_inget_svar").instance.ended


def test_one_more_thing_may_be_the_first() -> None:
    made = first()
    made.by(add_event, made.new, event(WAIT, "signal slut", "Avslut", END))

    assert made.wrong() == []
    assert made.running().do("ut_fraga").catch("slut", "signal").instance.ended


def test_branches_are_done_in_any_order_and_joined() -> None:
    table = beside().running()

    assert table.open() == ["ut_stod", "ut_vard"]
    assert not table.do("ut_stod").instance.ended
    assert table.do("ut_vard").instance.ended


def test_a_split_gets_one_more_branch() -> None:
    made = beside()
    split = made.row(START).ways[0].target
    made.by(add_branch, split, branch("Samtal"), f"{split}_klart").change("ut_samtal",
                                                                       settings=TASK)  # fmt: skip

    assert made.wrong() == []
    assert made.running().open() == ["ut_samtal", "ut_stod", "ut_vard"]


def test_an_event_is_taken_from_those_that_may_come_first() -> None:
    made = first()
    made.text = remove_step("p.bpmn", made.text, "t_inget_svar")

    assert [each.target for each in made.row("ebg_vad_hander_forst").ways] == ["m_svar"]


@pytest.mark.parametrize(("edit", "missing"), [
    (lambda made: add_wait("p.bpmn", made.text, made.way(START), Event(" ", None)),
     {"namn", "aktor", "utlosare"}),
    (lambda made: add_border("p.bpmn", made.text, "ut_fraga", Event("", None),
                             interrupting=True), {"namn", "till", "utlosare"}),
    (lambda made: add_event("p.bpmn", made.text, "x", Event("", None)),
     {"namn", "till", "utlosare"}),
    (lambda made: add_first("p.bpmn", made.text, "x", "", [Event("", None)] * 2),
     {"aktor", "namn1", "namn2", "till2", "utlosare1", "utlosare2"}),
    (lambda made: add_parallel("p.bpmn", made.text, "x", [branch("", ("", ""))] * 2),
     {"namn1", "aktor1", "namn2", "aktor2"}),
    (lambda made: add_branch("p.bpmn", made.text, "x", branch("", ("", "")), ""),
     {"namn", "aktor", "till"}),
])  # fmt: skip
def test_what_is_left_out_is_told(edit, missing) -> None:
    with pytest.raises(InvalidAnswers) as refused:
        edit(asked())

    assert set(refused.value.problems) == missing


def test_nothing_is_put_where_it_does_not_belong() -> None:
    made = asked()
    for host in (START, "x"):
        with pytest.raises(NotFound):
            made.by(add_border, host, event(BORDER, "message hej"), interrupting=True)
    with pytest.raises(NotFound):
        made.by(add_event, "ut_fraga", event(WAIT, "message hej"))
    with pytest.raises(NotFound):
        made.by(add_branch, "ut_fraga", branch("A"), END)
