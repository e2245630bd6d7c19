"""How a rule is made of what is said of one element, and when it is silent."""

from collections.abc import Iterator

from engine.bpmn.check.rule import of_each_element, where_no_flow_dangles
from engine.bpmn.definitions import ProcessSet
from engine.bpmn.diagram import Element
from tests.engine.bpmn.dataflow.small import set_of
from tests.engine.bpmn.samples import END, START, user

NODES = [START, user("a"), END]


@of_each_element("seen")
def every(element: Element, _: ProcessSet) -> Iterator[str]:
    yield f"{element.id} är sedd"


@of_each_element("seen", "userTask")
def tasks(element: Element, _: ProcessSet) -> Iterator[str]:
    yield f"{element.id} är sedd"


def test_a_rule_is_asked_of_each_element_and_names_it() -> None:
    processes = set_of(NODES, "start -> a\na -> end")

    assert [str(each) for each in every(processes.diagrams["p"], processes)] == [
        f"p.bpmn#{name}: {name} är sedd [seen]" for name in ("start", "a", "end")
    ]


def test_a_rule_of_some_kinds_is_asked_of_those_only() -> None:
    processes = set_of(NODES, "start -> a\na -> end")

    assert [each.element for each in tasks(processes.diagrams["p"], processes)] == ["a"]


def test_a_rule_of_flows_is_silent_while_one_dangles() -> None:
    whole, dangling = (set_of(NODES, f"start -> a\na -> {to}") for to in ("end", "borta"))
    rule = where_no_flow_dangles(tasks)

    assert [each.element for each in rule(whole.diagrams["p"], whole)] == ["a"]
    assert [*rule(dangling.diagrams["p"], dangling)] == []


def test_a_rule_keeps_its_name() -> None:
    assert where_no_flow_dangles(tasks).__name__ == "tasks"
