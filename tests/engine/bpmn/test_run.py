"""One command on one workflow: what it passes, what it sends, what waits after it."""

import pytest

from engine.bpmn.definitions import read_process_set
from engine.bpmn.run import Run
from engine.errors import Conflict
from tests.engine.bpmn.samples import REGISTERS, bpmn, extras, message, node, timer, user

START, END = node("startEvent", "start"), node("endEvent", "end")
SENDS = bpmn(
    "q",
    [START, user("a"), node("intermediateThrowEvent", "x", message("message", "hej")),
     node("intermediateThrowEvent", "y", message("signal", "slut")), END],
    "start -> a\na -> x\nx -> y\ny -> end",
)  # fmt: skip
CALLS = bpmn(
    "p",
    [START, node("callActivity", "ca", calledElement="q"),
     node("boundaryEvent", "s", message("signal", "slut"), attachedToRef="ca",
          cancelActivity="false"),
     user("z"), END, node("endEvent", "end2").replace(
         "{flows}", extras({"satter": "mer=nej", "slutstatus": "A1"}) + "{flows}")],
    "start -> ca\nca -> z\nz -> end\ns -> end2",
)  # fmt: skip
WAITS = bpmn(
    "p",
    [START, node("eventBasedGateway", "e"),
     node("intermediateCatchEvent", "m", message("message", "hej")),
     node("intermediateCatchEvent", "s", message("signal", "slut")),
     node("intermediateCatchEvent", "t2", timer("P9D")),
     node("intermediateCatchEvent", "t1", timer("P7D")),
     END, node("endEvent", "e2"), node("endEvent", "e3"), node("endEvent", "e4")],
    "start -> e\ne -> m\ne -> s\ne -> t2\ne -> t1\nm -> end\ns -> e2\nt2 -> e3\nt1 -> e4",
)  # fmt: skip


def run(**texts: str) -> Run:
    files = REGISTERS | {f"{name}.bpmn": text for name, text in texts.items()}
    read = read_process_set(files)
    started = Run(read.specifications["p"].new(), read, {})
    started.advance()
    return started


@pytest.fixture
def calling() -> Run:
    return run(p=CALLS, q=SENDS)


@pytest.fixture
def waiting() -> Run:
    return run(p=WAITS)


def test_a_path_names_the_calls_on_the_way(calling: Run) -> None:
    ((path, task),) = calling.ready()

    assert path == "ca/a"
    assert calling.element(task).process == "q"


def test_what_was_passed_is_told_in_order_with_its_path(calling: Run) -> None:
    ((_, task),) = calling.ready()
    calling.complete(task)

    inside = ["ca/start", "ca/a", "ca/x", "ca/y", "ca/end"]
    assert [path for path in calling.passed if path in inside] == inside
    assert [path for path, _ in calling.ready()] == ["z"]


def test_messages_and_signals_leave_the_instance_once_each(calling: Run) -> None:
    ((_, task),) = calling.ready()
    calling.complete(task)

    assert sorted(calling.sent) == [("meddelande", "hej"), ("signal", "slut")]


def test_a_signal_reaches_those_inside_the_same_instance(calling: Run) -> None:
    ((_, task),) = calling.ready()
    calling.complete(task)

    assert "end2" in calling.passed
    assert (calling.variables, calling.end_state) == ({"mer": "nej"}, "A1")


def test_a_task_runs_only_once(calling: Run) -> None:
    ((_, task),) = calling.ready()
    calling.complete(task)
    passed = list(calling.passed)

    with pytest.raises(Conflict, match="inte längre öppen"):
        calling.complete(task)
    assert calling.passed == passed


def test_everything_that_can_be_caught_is_told(waiting: Run) -> None:
    assert waiting.waiting() == ("hej", "slut")


def test_timers_are_told_by_path(waiting: Run) -> None:
    assert [(path, element) for path, element, _ in waiting.timers()] == [
        ("t1", "t1"), ("t2", "t2"),
    ]  # fmt: skip


@pytest.mark.parametrize(("element", "end"), [("t1", "e4"), ("t2", "e3")])
def test_the_timer_that_fires_is_the_one_that_was_named(
    waiting: Run, element: str, end: str
) -> None:
    task = next(task for path, _, task in waiting.timers() if path == element)
    waiting.fire(task, element)

    assert waiting.passed[-1] == end
    assert waiting.workflow.is_completed()


@pytest.mark.parametrize(
    ("kind", "name", "end"), [("meddelande", "hej", "end"), ("signal", "slut", "e2")]
)
def test_what_is_waited_for_is_caught(waiting: Run, kind: str, name: str, end: str) -> None:
    waiting.catch(kind, name)

    assert waiting.passed[-1] == end


@pytest.mark.parametrize(("kind", "name"), [("meddelande", "slut"), ("signal", "hej")])
def test_what_nobody_waits_for_changes_nothing(waiting: Run, kind: str, name: str) -> None:
    passed = list(waiting.passed)
    waiting.catch(kind, name)

    assert waiting.passed == passed
    assert waiting.waiting() == ("hej", "slut")
