"""How it goes wrong, as one would tell it."""

from engine.bpmn.soundness.trace import Played
from engine.bpmn.soundness.words import SPOKEN, fault, named, spoken, told
from tests.engine.bpmn.soundness.played import (
    BLOCK,
    END,
    JOIN,
    SPLIT,
    START,
    STOP,
    A,
    B,
    drawn,
    late,
    xor,
)  # fmt: skip

BLOCKS = drawn([START, SPLIT, A, B, JOIN, END], BLOCK)


def test_an_element_is_named_as_it_is_drawn() -> None:
    assert [named(BLOCKS, id_) for id_ in ("a", "j", "end")] == [
        "”A”", "sammanföringen före end", "end",
    ]  # fmt: skip


def test_a_fault_names_its_element() -> None:
    assert fault(BLOCKS, "deadlock", "j").startswith(
        "processen kan fastna vid sammanföringen före end"
    )
    assert fault(BLOCKS, "unsafe", "a").startswith("två grenar kan mötas vid ”A”")


def test_steps_are_told_in_order() -> None:
    steps = [Played("start", "pass", ("start_s",), ()), Played("s", "pass", ("s_a", "s_b"), ()),
             Played("a", "pass", ("a_j",), ())]  # fmt: skip

    assert told(BLOCKS, steps) == (
        "Så här blir det: processen startar, grenarna går vidare till ”A” och ”B”, ”A” slutförs."
    )


def test_a_long_way_is_told_in_part() -> None:
    steps = [Played("a", "pass", ("a_j",), ())] * (SPOKEN + 3)

    assert "(3 steg till)" in told(BLOCKS, steps)


def test_a_gateway_is_told_only_where_there_is_a_choice() -> None:
    flows = "start -> x\nx -> a : val == 'ja'\nx -> b : default\na -> m\nb -> m\nm -> end"
    choice = drawn([START, xor("x"), A, B, xor("m"), END], flows)

    assert spoken(choice, Played("x", "pass", ("x_a",), ())) == "vägvalet x leder till ”A”"
    assert spoken(choice, Played("m", "pass", ("m_end",), ())) == ""


def test_events_on_tasks_and_ends_of_everything_are_told() -> None:
    flows = "start -> a\na -> end\nt -> b\nb -> stop"
    cut = drawn([START, A, B, END, STOP, late("t", "a")], flows)

    assert spoken(cut, Played("t", "interrupt", ("t_b",), ())) == "t avbryter ”A”"
    assert spoken(cut, Played("t", "beside", ("t_b",), ())) == "t inträffar utan att avbryta ”A”"
    assert spoken(cut, Played("stop", "terminate", (), ())) == "allt avslutas i stop"
