"""What is noted of each step; the deadlines each met and missed once."""

from dataclasses import replace
from datetime import timedelta

import pytest

from engine.bpmn.definitions import read_process_set
from engine.model import Instance, Message, Step
from engine.proof.recorder import Recorder
from tests.engine.bpmn.samples import REGISTERS, bpmn, extras, message, node, timer, user
from tests.engine.bpmn.table import NOW

START, END = node("startEvent", "start"), node("endEvent", "end")
UNDER = extras({"frist": "DL-10"}) + "{flows}"
TIMER = node("boundaryEvent", "t", timer("P7D"), attachedToRef="a").replace("{flows}", UNDER)
TIMED = bpmn("p", [START, user("a"), TIMER, END, node("endEvent", "late")],
             "start -> a\na -> end\nt -> late")  # fmt: skip
OWN = bpmn("p", [START, user("a", frist="DL-10"), user("b"), END], "start -> a\na -> b\nb -> end")
EVENTS = bpmn(
    "p",
    [START, node("eventBasedGateway", "e"),
     node("intermediateCatchEvent", "m", message("message", "hej")),
     node("intermediateCatchEvent", "t", timer("P7D")).replace("{flows}", UNDER),
     END, node("endEvent", "late")],
    "start -> e\ne -> m\ne -> t\nm -> end\nt -> late",
)  # fmt: skip
CALLS = bpmn("p", [START, node("callActivity", "ca", calledElement="q"), END],
             "start -> ca\nca -> end")  # fmt: skip


class Desk:
    """One instance of `p`, moved through a recorder."""

    def __init__(self, **texts: str) -> None:
        read = read_process_set(REGISTERS | {f"{k}.bpmn": text for k, text in texts.items()})
        self.recorder = Recorder(lambda _: read)
        self.notes = self.recorder.notes
        self.keep(self.recorder.start(Instance("i", "c", "p", "v"), NOW))

    def keep(self, step: Step) -> None:
        self.instance = replace(step.instance, revision=step.instance.revision + 1)

    def do(self, days: int = 0) -> None:
        now = NOW + timedelta(days=days)
        self.keep(self.recorder.complete(self.instance, self.instance.tasks[0], {}, now))

    def fire(self) -> None:
        waiting = next(t for t in self.instance.timers if not t.reminds)
        self.keep(self.recorder.fire(self.instance, waiting, NOW + timedelta(days=9)))

    def catch(self) -> None:
        self.keep(
            self.recorder.catch(self.instance, Message("m", "c", "hej", "meddelande", {}), NOW)
        )


def test_elements_flows_and_opened_tasks_are_noted() -> None:
    desk = Desk(p=OWN)
    assert (desk.notes.passed, desk.notes.opened) == ({"p/start"}, {"p/a"})

    desk.do()
    assert desk.notes.flows == {"p/start_a", "p/a_b"}
    assert desk.notes.opened == {"p/a", "p/b"}


def test_a_call_is_noted_with_what_is_inside_it() -> None:
    desk = Desk(p=CALLS, q=OWN.replace('"p"', '"q"'))

    assert desk.notes.passed == {"p/start", "p/ca", "q/start"}


@pytest.mark.parametrize(("days", "held"), [(1, True), (30, False)])
def test_a_task_done_in_time_holds_its_deadline(days: int, held: bool) -> None:
    desk = Desk(p=OWN)
    desk.do(days)

    assert (desk.notes.held, desk.notes.expired) == (
        ({"p/DL-10"}, set()) if held else (set(), {"p/DL-10"})
    )


def test_a_task_done_before_its_timer_holds_the_timers_deadline() -> None:
    desk = Desk(p=TIMED)
    desk.do()

    assert (desk.notes.held, desk.notes.expired) == ({"p/DL-10"}, set())


def test_a_timer_that_fires_lets_its_deadline_expire() -> None:
    desk = Desk(p=TIMED)
    desk.fire()

    assert (desk.notes.held, desk.notes.expired) == (set(), {"p/DL-10"})


def test_a_timer_that_has_fired_is_not_held_when_the_task_is_done_later() -> None:
    late = 'attachedToRef="a" cancelActivity="false"'
    desk = Desk(p=TIMED.replace('attachedToRef="a"', late))
    desk.fire()
    desk.do()

    assert (desk.notes.held, desk.notes.expired) == (set(), {"p/DL-10"})


def test_an_event_that_came_first_holds_the_deadline_beside_it() -> None:
    came, ran_out = Desk(p=EVENTS), Desk(p=EVENTS)
    came.catch()
    ran_out.fire()

    assert (came.notes.held, came.notes.expired) == ({"p/DL-10"}, set())
    assert (ran_out.notes.held, ran_out.notes.expired) == (set(), {"p/DL-10"})


def test_the_end_of_the_case_is_noted() -> None:
    ends = bpmn("p", [START, END.replace("{flows}", extras({"slutstatus": "A1"}) + "{flows}")],
                "start -> end")  # fmt: skip

    assert Desk(p=ends).notes.end_states == {"A1"}


def test_the_notes_become_a_scenario() -> None:
    scenario = Desk(p=OWN).notes.scenario("lvu", "Ett")

    assert (scenario.title, scenario.passed, scenario.flows) == (
        "lvu: Ett", ("p/start",), ("p/start_a",),
    )  # fmt: skip


def test_what_only_reads_is_passed_on() -> None:
    desk = Desk(p=OWN)
    task = desk.instance.tasks[0]

    assert "hej" in desk.recorder.registers("v").messages
    assert desk.recorder.form(desk.instance, task).id == "f"
    assert desk.recorder.starts("v", "hej") is None
    assert desk.recorder.carried(desk.instance, "hej") == {}
