"""Where a variable is read that some way has not set."""

from engine.bpmn.dataflow.proof import suspected
from tests.engine.bpmn.dataflow.small import form, question, whole
from tests.engine.bpmn.samples import END, START, node, timer
from tests.engine.bpmn.soundness.played import A, B, xor

OTHER = END.replace('"end"', '"other"')
CHOICE = "x -> b : {}\nx -> end : default\nb -> other"


def found(flows: str, *more: str, forms: dict[str, str] | None = None) -> list[tuple[str, ...]]:
    known = whole([START, A, B, xor("x"), END, OTHER, *more], flows, forms)
    unset = suspected(known, known.processes.diagrams["p"])
    return [
        (u.element, u.variable, u.way or "", *u.like, *(["never"] if u.never else []))
        for u in unset
    ]


def test_what_a_task_before_it_sets_is_not() -> None:
    assert found("start -> a\na -> x\n" + CHOICE.format("val == 'ja'")) == []


def test_what_nothing_sets_is_with_the_way_that_is_taken_then() -> None:
    told = found("start -> a\na -> x\n" + CHOICE.format("mer == 'ja'"))

    assert told == [("x", "mer", "x_end", "nej", "never")]


def test_what_is_not_equal_is_so_when_it_is_unset() -> None:
    told = found("start -> a\na -> x\n" + CHOICE.format("mer != 'ja'"))

    assert told == [("x", "mer", "x_b", "nej", "never")]


def test_a_variable_that_does_not_decide_is_not_read() -> None:
    only_then = CHOICE.format("val == 'nej' and mer == 'ja'")
    asked = form(question("val"), question("mer", hide='val = "ja"'), name="f")

    assert found("start -> a\na -> x\n" + only_then, forms=asked) == []
    assert found("start -> a\na -> x\n" + CHOICE.format("mer == 'ja'"), forms=asked) == [
        ("x", "mer", "x_end", "nej")
    ]


def test_a_timer_waits_for_a_day_that_must_be_set() -> None:
    late = node("boundaryEvent", "t", timer("dag", "timeDate"), attachedToRef="b")
    stop = END.replace('"end"', '"stop"')
    flows = "start -> a\na -> b\nb -> end\nt -> stop"
    asked = form(question("val"), question("dag"), name="f")

    def told(forms: dict[str, str] | None) -> list[tuple[str, ...]]:
        known = whole([START, A, B, END, stop, late], flows, forms)
        unset = suspected(known, known.processes.diagrams["p"])
        return [(each.element, each.variable) for each in unset]

    assert told(None) == [("t", "dag")]
    assert told(asked) == []
