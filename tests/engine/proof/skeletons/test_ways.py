from engine.bpmn.diagram import Diagram, read_diagram
from engine.proof.skeletons.ways import Way, loops, way_to, way_to_element
from tests.engine.bpmn.samples import bpmn, node, user
from tests.engine.modelling.small import LIVE, MAIN

LIVELY = read_diagram(MAIN, LIVE[MAIN].encode())
AGAIN = read_diagram("p.bpmn", bpmn(
    "p", [node("startEvent", "start"), node("exclusiveGateway", "in"), user("a"),
          node("exclusiveGateway", "again"), node("endEvent", "end")],
    "start -> in\nin -> a\na -> again\nagain -> in : val == 'ja'\nagain -> end : default",
).encode())  # fmt: skip


def ids(way: Way | None) -> list[str]:
    return [leg.element.id for leg in way or ()]


def flow(diagram: Diagram, source: str, target: str):
    return next(f for f in diagram.flows if (f.source, f.target) == (source, target))


def test_the_shortest_way_goes_over_the_flow_and_on_to_the_next_task_or_end() -> None:
    assert ids(way_to(LIVELY, flow(LIVELY, "g", "b"))) == ["start", "a", "g", "b"]
    assert ids(way_to(LIVELY, flow(LIVELY, "g", "j"))) == ["start", "a", "g", "j", "end"]


def test_a_way_passes_events_on_the_border_of_tasks() -> None:
    way = way_to(LIVELY, flow(LIVELY, "late", "n"))

    assert ids(way) == ["start", "a", "g", "b", "late", "n"]
    assert way is not None
    assert way[4].flow is None
    assert ids(way_to_element(LIVELY, "n")) == ids(way)


def test_a_loop_is_gone_round_no_time_once_and_twice() -> None:
    ((back, ways),) = loops(AGAIN)

    assert back.target == "in"
    assert [ids(way).count("a") for way in ways] == [1, 2, 3]
    assert {ids(way)[-1] for way in ways} == {"end"}
    assert list(loops(LIVELY)) == []
