"""Called processes, messages and signals on small drawings."""

import json
from datetime import timedelta

from tests.engine.bpmn.samples import (
    END,
    START,
    bpmn,
    message,
    node,
    straight,
    timer,
    user,
)
from tests.engine.bpmn.table import Table

PARALLEL = bpmn(
    "p",
    [START, node("parallelGateway", "s"), user("a"), user("b"), node("parallelGateway", "j"),
     user("c"), END],
    "start -> s\ns -> a\ns -> b\na -> j\nb -> j\nj -> c\nc -> end",
)  # fmt: skip


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
