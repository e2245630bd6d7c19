"""Moves tokens on small drawings: what opens, what fires, what is sent, what is saved."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from engine.bpmn.codec import UnknownFormat
from engine.bpmn.definitions import read_process_set
from engine.bpmn.workflow import SpiffProcesses
from engine.errors import Conflict, NotFound
from engine.model import Instance, Message, Step, Timer
from tests.engine.bpmn.samples import REGISTERS, bpmn, extras, message, node, straight, timer, user

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
START, END = node("startEvent", "start"), node("endEvent", "end")


class Table:
    """A process set on a table, with one instance of `p` that is saved and loaded at each step."""

    def __init__(self, **texts: str) -> None:
        files = REGISTERS | {f"{name}.bpmn": text for name, text in texts.items()}
        self.processes = SpiffProcesses(lambda _: read)
        read = read_process_set(files)
        self.step = Step(Instance("i", "c", "p", "v"))

    @property
    def instance(self) -> Instance:
        return self.step.instance

    def start(self, by: str | None = None, **variables: str) -> "Table":
        new = replace(self.instance, variables=variables)
        self.step = self.processes.start(new, NOW, by)
        return self

    def do(self, element: str, **variables: str) -> "Table":
        task = next(t for t in self.instance.tasks if t.element == element)
        self.step = self.processes.complete(self._next(), task, variables, NOW)
        return self

    def fire(self, element: str) -> "Table":
        self.step = self.processes.fire(self._next(), self.timer(element), NOW)
        return self

    def catch(self, name: str, kind: str = "meddelande") -> "Table":
        arrived = Message("m", "c", name, kind, {})
        self.step = self.processes.catch(self._next(), arrived, NOW)
        return self

    def timer(self, element: str) -> Timer:
        return next(t for t in self.instance.timers if f"/{t.path}".split("#")[0].endswith(element))

    def open(self) -> list[str]:
        return sorted(task.element for task in self.instance.tasks)

    def _next(self) -> Instance:
        return replace(self.instance, revision=self.instance.revision + 1)


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


def called() -> dict[str, str]:
    call = node("callActivity", "ca", name="Q", calledElement="q")
    boundary = node("boundaryEvent", "s", message("signal", "slut"), attachedToRef="ca")
    caller = bpmn(
        "p", [START, call, boundary, user("z"), END, node("endEvent", "end2")],
        "start -> ca\nca -> z\nz -> end\ns -> end2",
    )  # fmt: skip
    return {"p": caller, "q": PARALLEL.replace('"p"', '"q"')}


def test_a_called_process_runs_inside_and_its_path_says_so() -> None:
    table = Table(**called()).start()

    assert [t.path for t in table.instance.tasks] == ["ca/a#1", "ca/b#1"]
    assert {t.process for t in table.instance.tasks} == {"q"}
    assert table.do("a").do("b").do("c").open() == ["z"]


def test_a_signal_interrupts_a_called_process_with_all_that_is_in_it() -> None:
    table = Table(**called()).start().do("a")

    assert table.instance.waiting == ("slut",)
    assert table.catch("slut", "signal").instance.ended


def test_a_finished_called_process_leaves_nothing_in_the_saved_state() -> None:
    table = Table(**called()).start().do("a")
    assert len(json.loads(table.instance.state)["parts"]) == 2

    assert len(json.loads(table.do("b").do("c").instance.state)["parts"]) == 1


def test_a_message_starts_a_process_and_carries_only_its_declared_fields() -> None:
    throw = node("intermediateThrowEvent", "x", message("message", "hej"))
    sender = bpmn("p", [START, user("a"), throw, END], "start -> a\na -> x\nx -> end")
    table = Table(p=sender).start(mer="ja").do("a", val="nej")
    (sent,) = table.step.sent

    assert (sent.name, sent.kind, sent.payload) == ("hej", "meddelande", {"val": "nej"})


def test_a_process_with_a_message_start_waits_for_nothing_else() -> None:
    text = straight("a").replace(
        '<bpmn:startEvent id="start">',
        f'<bpmn:startEvent id="start">{message("message", "hej")}',
    )
    table = Table(p=text)

    assert table.processes.starts("v", "hej") == "p"
    assert table.start("hej", val="ja").open() == ["a"]


def test_an_event_gateway_takes_the_first_event_and_forgets_the_others() -> None:
    text = bpmn(
        "p",
        [START, node("eventBasedGateway", "e"),
         node("intermediateCatchEvent", "m1", message("message", "hej")),
         node("intermediateCatchEvent", "t1", timer("P7D")),
         node("intermediateCatchEvent", "t2", timer("P9D")),
         user("a"), user("b"), user("c"), END, node("endEvent", "end2"), node("endEvent", "end3")],
        "start -> e\ne -> m1\ne -> t1\ne -> t2\nm1 -> a\nt1 -> b\nt2 -> c\n"
        "a -> end\nb -> end2\nc -> end3",
    )  # fmt: skip
    table = Table(p=text).start()

    # two timers on one gateway keep their own due times
    assert table.timer("t2").due_at - table.timer("t1").due_at == timedelta(days=2)
    assert Table(p=text).start().catch("hej").open() == ["a"]
    assert Table(p=text).start().fire("t2").open() == ["c"]
    fired = table.fire("t1")
    assert (fired.open(), fired.instance.timers, fired.instance.waiting) == (["b"], (), ())


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
        table.instance, state=table.instance.state.replace('"format":1', '"format":9')
    )

    with pytest.raises(UnknownFormat):
        table.processes.complete(strange, strange.tasks[0], {}, NOW)
