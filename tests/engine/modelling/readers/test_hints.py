from engine.bpmn.definitions import read_process_set
from engine.modelling.readers.asking import asking
from engine.modelling.readers.hints import hints
from tests.engine.bpmn.samples import bpmn, node, user
from tests.engine.modelling.small import FORM, LIVE, MAIN, moved

OTHER = LIVE[FORM].replace('"id": "f"', '"id": "g"')


def told(*polices: str) -> object:
    """Return the hints of: Socialtjänsten asks, and the answer leads to b, or else to the end."""
    nodes = [node("startEvent", "start"), user("a", form="g"), node("exclusiveGateway", "w"),
             user("b"), user("c"), node("endEvent", "end")]  # fmt: skip
    flows = "start -> a\na -> w\nw -> b : val == 'ja'\nw -> c : default\nb -> end\nc -> end"
    text = moved(bpmn("stod_och_skydd", nodes, flows, lane="socialtjansten"), *polices)
    processes = read_process_set(LIVE | {"forms/g.form": OTHER, MAIN: text})
    return hints(processes, asking(processes))


def test_one_who_gets_a_task_by_an_answer_can_tell_it() -> None:
    assert told("b") == {("g", "val"): ("polismyndigheten",)}


def test_one_who_gets_a_task_whatever_the_answer_cannot() -> None:
    assert told("b", "c") == {}


def test_the_one_who_asks_is_not_told() -> None:
    assert told() == {}
