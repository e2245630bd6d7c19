"""What is told of a diagram: all of it, with examples; and never OK when it was not finished."""

from engine.bpmn.soundness.findings import Flaw, soundness_findings
from tests.engine.bpmn.soundness.played import (
    BLOCK,
    END,
    JOIN,
    SPLIT,
    START,
    STOP,
    A,
    B,
    C,
    catch,
    example,
    flaws,
    found,
    heard,
    late,
    set_of,
    xor,
)  # fmt: skip

NODES = [START, SPLIT, A, B, JOIN, END]
STUCK = "start -> x\nx -> a : val == 'ja'\nx -> b : default\na -> j\nb -> j\nj -> end"
OTHER = END.replace('"end"', '"other"')


def test_nothing_is_said_of_a_sound_diagram() -> None:
    assert found(NODES, BLOCK) == []


def test_a_deadlock_is_told_at_the_join_with_how_it_comes_to_it() -> None:
    (flaw,) = found([START, xor("x"), A, B, JOIN, END], STUCK)

    assert isinstance(flaw, Flaw)
    assert (flaw.rule, flaw.element) == ("deadlock", "j")
    assert "processen kan fastna vid sammanföringen före end" in flaw.message
    assert "Så här blir det: processen startar, vägvalet x leder till" in flaw.message
    assert flaw.trace[-1].marking in {("a_j",), ("b_j",)}


def test_two_branches_that_meet_without_a_join_are_told() -> None:
    flows = "start -> s\ns -> a\ns -> b\na -> m\nb -> m\nm -> c\nc -> end"

    assert flaws([START, SPLIT, A, B, xor("m"), C, END], flows) == [("unsafe", "c")]


def test_a_loop_without_a_way_out_and_one_that_waits_for_nothing_are_told() -> None:
    spin = "start -> m\nm -> x\nx -> m : val == 'ja'\nx -> end : default"

    assert flaws([START, xor("m"), A, END], "start -> m\nm -> a\na -> m") == [("endless", "a")]
    assert flaws([START, xor("m"), xor("x"), END], spin) == [("spin", "x")]


def test_a_timer_that_interrupts_one_branch_leaves_the_join_waiting() -> None:
    flows = f"{BLOCK}\nt -> other"

    assert flaws([*NODES, OTHER, late("t", "a")], flows) == [("deadlock", "j")]
    assert example([*NODES, OTHER, late("t", "a")], flows)[-1] in {"b", "other"}


def test_an_end_of_everything_takes_a_waiting_join_with_it() -> None:
    assert flaws([*NODES, STOP, late("t", "a")], f"{BLOCK}\nt -> stop") == []


def test_a_reminder_that_meets_what_it_reminds_of_is_told() -> None:
    beside = late("t", "a", cancelActivity="false")
    flows = "start -> a\na -> m\nt -> m\nm -> b\nb -> end"

    assert flaws([START, A, xor("m"), B, END, beside], flows) == [("unsafe", "b")]
    assert (
        flaws([START, A, B, END, OTHER, beside], "start -> a\na -> end\nt -> b\nb -> other") == []
    )


def test_a_message_that_two_branches_wait_for_comes_to_both() -> None:
    flows = "start -> s\ns -> a\ns -> k\na -> other\nt -> m\nk -> m\nm -> c\nc -> end"
    nodes = [START, SPLIT, A, catch("k"), xor("m"), C, END, OTHER, heard("t", "a")]

    assert flaws(nodes, flows) == [("unsafe", "c")]
    assert example(nodes, flows) == ["start", "s", "t", "k", "m", "m"]


def test_a_join_that_never_fires_and_what_follows_on_it_are_told() -> None:
    flows = "start -> s\ns -> x\ns -> c\nc -> stop\n" + STUCK.removeprefix("start -> x\n")
    nodes = [START, SPLIT, xor("x"), A, B, C, JOIN, END, STOP]

    assert flaws(nodes, flows) == [("dead", "end"), ("dead", "j")]


def test_a_diagram_that_was_not_played_to_the_end_is_never_right() -> None:
    processes = set_of(NODES, BLOCK)
    (finding,) = soundness_findings(processes.diagrams["p"], processes, limit=1)

    assert finding.rule == "too-large"
    assert "inte helt kontrollerad" in finding.message


def test_what_cannot_be_played_is_left_to_other_rules() -> None:
    assert found([START, A, END], "start -> a\na -> nowhere") == []
    assert found([A, END], "a -> end") == []
