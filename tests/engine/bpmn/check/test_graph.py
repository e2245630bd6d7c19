"""Which elements a token can come to, and come from."""

from engine.bpmn.check.graph import reached
from tests.engine.bpmn.samples import END, START, user
from tests.engine.bpmn.soundness.played import A, B, drawn, late

OTHER = END.replace('"end"', '"other"')
DIAGRAM = drawn(
    [START, A, late("t", "a"), END, OTHER, B, user("c")],
    "start -> a\na -> end\nt -> other\nb -> c\nc -> b",
)


def test_what_sits_on_a_task_is_reached_with_it() -> None:
    assert reached(DIAGRAM, ["start"]) == {"start", "a", "t", "end", "other"}


def test_backward_is_against_the_flows() -> None:
    assert reached(DIAGRAM, ["end"], backward=True) == {"end", "a", "t", "start"}


def test_a_ring_is_gone_round_once() -> None:
    assert reached(DIAGRAM, ["b"]) == {"b", "c"}
