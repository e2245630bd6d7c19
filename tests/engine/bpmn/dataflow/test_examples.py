"""The shortest run to where something happens."""

from engine.bpmn.dataflow import examples
from engine.bpmn.dataflow.answers import Answers
from engine.bpmn.dataflow.effects import Effects
from engine.bpmn.dataflow.examples import Point, Search, Searches
from engine.bpmn.dataflow.facts import Facts
from engine.bpmn.soundness.net import Move, net_of
from tests.engine.bpmn.dataflow.small import set_of
from tests.engine.bpmn.samples import END, START
from tests.engine.bpmn.soundness.played import BLOCK, JOIN, SPLIT, A, B, xor


def searched(nodes: list[str], flows: str, element: str, tracked: tuple[str, ...] = ()) -> Search:
    processes = set_of(nodes, flows)
    diagram, known = processes.diagrams["p"], Effects(processes)
    net = net_of(diagram, diagram.start(), frozenset())
    answers = Answers(diagram, known, Facts(known.names), tracked, {})

    def there(point: Point) -> tuple[Move, ...] | None:
        return () if any(net.target[each] == element for each in point.tokens) else None

    return Searches().shortest(net, answers, there)


def passed(found: Search) -> list[str]:
    return [move.element for move in found.moves or ()]


def test_it_has_as_few_steps_as_can_be() -> None:
    flows = "start -> x\nx -> a : val == 'ja'\nx -> m : default\na -> m\nm -> b\nb -> end"

    assert passed(searched([START, xor("x"), A, xor("m"), B, END], flows, "b")) == [
        "start", "x", "m",
    ]  # fmt: skip


def test_values_close_ways() -> None:
    flows = "start -> x\nx -> a : val == 'ja'\nx -> end : default\na -> b\nb -> stop"
    nodes = [START, xor("x"), A, B, END, END.replace('"end"', '"stop"')]

    assert searched(nodes, flows, "a", ("val",)) == Search(None, whole=True)
    assert passed(searched(nodes, flows, "a")) == ["start", "x"]


def test_branches_are_each_followed() -> None:
    found = searched([START, SPLIT, A, B, JOIN, END], BLOCK, "end")

    assert sorted(passed(found)) == ["a", "b", "j", "s", "start"]


def test_a_limit_that_is_reached_is_said(monkeypatch) -> None:
    monkeypatch.setattr(examples, "MAX_POINTS", 1)

    assert searched([START, A, END], "start -> a\na -> end", "nowhere") == Search(None, whole=False)
