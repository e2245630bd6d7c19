from engine.bpmn.definitions import read_process_set
from engine.proof.skeletons.answers import answers_along, every_way_to
from engine.proof.skeletons.ways import loops, way_to
from tests.engine.bpmn.samples import bpmn, node, user
from tests.engine.modelling.small import LIVE, MAIN

SET = read_process_set(LIVE)
DIAGRAM = SET.diagrams["stod_och_skydd"]
LOOP = bpmn(
    "stod_och_skydd",
    [node("startEvent", "start"), node("exclusiveGateway", "in"), user("a"),
     node("exclusiveGateway", "again"), node("endEvent", "end")],
    "start -> in\nin -> a\na -> again\nagain -> in : mer == 'ja'\nagain -> end : default",
    lane="socialtjansten",
)  # fmt: skip


def flow(target: str):
    return next(f for f in DIAGRAM.flows if (f.source, f.target) == ("g", target))


def test_an_answer_is_given_in_the_task_that_asks_for_it() -> None:
    way = way_to(DIAGRAM, flow("b"))
    assert way is not None

    assert answers_along(SET, DIAGRAM, way).at == {1: {"val": "ja"}}


def test_every_answer_to_the_default_way_is_known() -> None:
    assert list(every_way_to(SET, DIAGRAM, flow("j"))) == [{"val": "nej"}, {"val": "kanske"}]
    assert list(every_way_to(SET, DIAGRAM, DIAGRAM.flows[0])) == []


def test_what_is_answered_elsewhere_stands_before_and_changes_on_the_way() -> None:
    processes = read_process_set(LIVE | {MAIN: LOOP})
    diagram = processes.diagrams["stod_och_skydd"]
    ((_, ways),) = loops(diagram)
    given = answers_along(processes, diagram, ways[1])

    assert (given.before, given.at) == ({"mer": "ja"}, {})
    assert list(given.then.values()) == [{"mer": "nej"}]
