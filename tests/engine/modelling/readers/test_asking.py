from engine.bpmn.definitions import read_process_set
from engine.modelling.readers.asking import asking
from tests.engine.modelling.small import LIVE


def test_the_tasks_of_a_form_are_told_with_their_agencies() -> None:
    tasks = asking(read_process_set(LIVE))["f"]

    assert [(task.id, task.agency) for task in tasks] == [
        ("a", "socialtjansten"), ("b", "polismyndigheten"), ("n", "socialtjansten"),
    ]  # fmt: skip
