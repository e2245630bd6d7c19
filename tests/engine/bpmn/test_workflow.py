"""Moves tokens on small drawings: what opens, what fires, what is saved."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from engine.errors import Conflict, NotFound, Unreadable
from tests.engine.bpmn.samples import (
    END,
    START,
    bpmn,
    extras,
    node,
    straight,
    timer,
    user,
)
from tests.engine.bpmn.table import NOW, Table


def test_a_row_of_tasks_opens_one_after_the_other() -> None:
    table = Table(p=straight("a", "b")).start()

    assert table.open() == ["a"]
    assert table.do("a").open() == ["b"]
    assert table.do("b").instance.ended


def test_a_task_belongs_to_the_agency_of_its_lane_and_carries_its_form() -> None:
    (task,) = Table(p=straight("a")).start().instance.tasks

    assert (task.agency, task.form, task.name, task.path) == ("soc", "f", "A", "a#1")


def test_task_ids_are_the_same_when_the_same_is_done_again() -> None:
    first = Table(p=straight("a", "b")).start().do("a")
    second = Table(p=straight("a", "b")).start().do("a")

    assert first.instance == second.instance


CHOICE = bpmn(
    "p",
    [START, user("q"), node("exclusiveGateway", "gw"), user("a"), user("b"),
     node("exclusiveGateway", "m"), END],
    "start -> q\nq -> gw\ngw -> a : val == 'ja'\ngw -> b : default\na -> m\nb -> m\nm -> end",
)  # fmt: skip


@pytest.mark.parametrize(("value", "chosen"), [("ja", "a"), ("nej", "b"), ("kanske", "b")])
def test_a_choice_follows_the_routing_variable(value: str, chosen: str) -> None:
    assert Table(p=CHOICE).start().do("q", val=value).open() == [chosen]


PARALLEL = bpmn(
    "p",
    [START, node("parallelGateway", "s"), user("a"), user("b"), node("parallelGateway", "j"),
     user("c"), END],
    "start -> s\ns -> a\ns -> b\na -> j\nb -> j\nj -> c\nc -> end",
)  # fmt: skip


@pytest.mark.parametrize("order", ["ab", "ba"])
def test_a_join_waits_for_every_branch(order: str) -> None:
    table = Table(p=PARALLEL).start()

    assert table.do(order[0]).open() == [order[1]]
    assert table.do(order[1]).open() == ["c"]


def test_what_one_branch_sets_is_not_overwritten_by_the_other() -> None:
    table = Table(p=PARALLEL).start(val="nej").do("a", val="ja").do("b", mer="nej")

    assert table.instance.variables == {"val": "ja", "mer": "nej"}


def test_a_loop_opens_the_task_anew_with_its_own_id() -> None:
    text = bpmn(
        "p",
        [START, node("exclusiveGateway", "m"), user("a"), node("exclusiveGateway", "gw"), END],
        "start -> m\nm -> a\na -> gw\ngw -> m : val == 'ja'\ngw -> end : default",
    )
    table = Table(p=text).start()
    (first,) = table.instance.tasks
    (second,) = table.do("a", val="ja").instance.tasks

    assert (first.path, second.path) == ("a#1", "a#2")
    assert first.id != second.id


def timed(interrupting: str) -> str:
    boundary = node(
        "boundaryEvent", "t", timer("P7D"), attachedToRef="a", cancelActivity=interrupting
    ).replace("{flows}", extras({"frist": "DL-10", "fran": "dag"}) + "{flows}")
    nodes = [START, user("a"), boundary, user("late"), END, node("endEvent", "end2")]
    return bpmn("p", nodes, "start -> a\na -> end\nt -> late\nlate -> end2")


def test_a_deadline_counts_from_the_day_in_the_form_and_not_from_now() -> None:
    table = Table(p=timed("true")).start(dag="2026-02-27")

    # Friday 27 February + one week = Friday 6 March; it is over at midnight, Swedish winter time
    assert table.timer("t").due_at == datetime(2026, 3, 6, 23, tzinfo=UTC)
    assert table.instance.tasks[0].due_at == datetime(2026, 3, 6, 23, tzinfo=UTC)
    assert table.instance.tasks[0].deadline == "DL-10"


def test_an_interrupting_timer_takes_the_task_away() -> None:
    table = Table(p=timed("true")).start(dag="2026-02-27").fire("t")

    assert table.open() == ["late"]
    assert table.instance.timers == ()


def test_a_timer_that_does_not_interrupt_leaves_the_task() -> None:
    table = Table(p=timed("false")).start(dag="2026-02-27").fire("t")

    assert table.open() == ["a", "late"]
    assert table.do("a").do("late").instance.ended


def test_a_completed_task_takes_its_timers_and_reminders_with_it() -> None:
    table = Table(p=timed("true")).start(dag="2026-03-02")
    assert {t.reminds is not None for t in table.instance.timers} == {True, False}

    assert table.do("a").instance.timers == ()


def test_what_is_due_at_once_has_no_last_day_but_reminds() -> None:
    process = bpmn("p", [START, user("a", frist="DL-01"), END], "start -> a\na -> end")
    here = Table(p=process).start().instance
    (task,), (timer_,) = here.tasks, here.timers

    assert (task.due_at, timer_.deadline, timer_.reminds) == (None, "DL-01", task.id)
    assert timer_.due_at == NOW + timedelta(hours=4)


def test_a_timer_that_is_gone_does_not_fire() -> None:
    table = Table(p=timed("true")).start(dag="2026-03-02")
    gone = table.timer("t")

    with pytest.raises(NotFound):
        table.processes.fire(table.do("a").instance, gone, NOW)


def test_a_task_that_is_gone_cannot_be_completed() -> None:
    table = Table(p=straight("a", "b")).start()
    (gone,) = table.instance.tasks

    with pytest.raises(Conflict, match="inte längre öppen"):
        table.processes.complete(table.do("a").instance, gone, {}, NOW)


def test_an_end_event_sets_variables_and_the_end_state() -> None:
    end = node("endEvent", "end").replace(
        "{flows}", extras({"satter": "val=ja mer=nej", "slutstatus": "A1"}) + "{flows}"
    )
    table = Table(p=bpmn("p", [START, user("a"), end], "start -> a\na -> end")).start().do("a")

    assert table.instance.variables == {"val": "ja", "mer": "nej"}
    assert table.instance.end_state == "A1"


def test_a_terminate_end_takes_everything_in_its_process_with_it() -> None:
    text = bpmn(
        "p",
        [START, node("parallelGateway", "s"), user("a"), user("b"), END,
         node("endEvent", "end2", "<bpmn:terminateEventDefinition />")],
        "start -> s\ns -> a\ns -> b\na -> end\nb -> end2",
    )  # fmt: skip

    assert Table(p=text).start().do("b").instance.ended


def test_three_hundred_rounds_of_a_loop_do_not_lose_the_task() -> None:
    text = bpmn(
        "p",
        [START, node("exclusiveGateway", "m"), user("a"), node("exclusiveGateway", "gw"), END],
        "start -> m\nm -> a\na -> gw\ngw -> m : val == 'ja'\ngw -> end : default",
    )
    table = Table(p=text).start()
    for _ in range(300):
        table.do("a", val="ja")

    assert table.open() == ["a"]
    assert table.do("a", val="nej").instance.ended


def test_a_saved_state_of_an_unknown_format_is_refused() -> None:
    table = Table(p=straight("a", "b")).start()
    strange = replace(
        table.instance, state=table.instance.state.replace('"format":2', '"format":9')
    )

    with pytest.raises(Unreadable):
        table.processes.complete(strange, strange.tasks[0], {}, NOW)
