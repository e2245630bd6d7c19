"""Two versions of a small process, and an instance that stands somewhere in the first."""

from datetime import datetime, timedelta
from itertools import pairwise

from engine.bpmn.definitions import ProcessSet, read_process_set
from engine.bpmn.workflow import SpiffProcesses
from engine.model import Instance
from tests.conftest import MONDAY
from tests.engine.bpmn.samples import REGISTERS, bpmn, extras, node, timer, user

START, END = node("startEvent", "s"), node("endEvent", "e")
FORK, JOIN = node("parallelGateway", "f"), node("parallelGateway", "j")
LIMIT = node("boundaryEvent", "late", extras({"frist": "DL-10"}) + timer("P7D"), attachedToRef="a",
             cancelActivity="false", name="Sent")  # fmt: skip


def sets(nodes: list[str], flows: str, **files: str) -> ProcessSet:
    """Return a set of the process `p`."""
    return read_process_set(REGISTERS | {"p.bpmn": bpmn("p", nodes, flows)} | files)


def line(*tasks: str) -> ProcessSet:
    """Return a process of user tasks, one after the other."""
    flows = "\n".join(f"{a} -> {b}" for a, b in pairwise(("s", *tasks, "e")))
    return sets([START, *map(user, tasks), END], flows)


def forked(*branches: str) -> ProcessSet:
    """Return a process with parallel branches, each of steps: `a b` is one after the other."""
    flows, tasks = ["s -> f", "j -> e"], []
    for branch in branches:
        steps = branch.split()
        tasks += [user(each) for each in steps]
        way = ["f", *steps, "j"]
        flows += [f"{a} -> {b}" for a, b in pairwise(way)]
    return sets([START, FORK, *tasks, JOIN, END], "\n".join(flows))


LIMITED = sets([START, user("a"), LIMIT, user("n"), node("endEvent", "e2"), END],
               "s -> a\na -> e\nlate -> n\nn -> e2")  # fmt: skip
"""`a` has a limit that does not end it."""


class Pair:
    """Runs instances of two sets."""

    def __init__(self, old: ProcessSet, new: ProcessSet) -> None:
        self.old, self.new = old, new
        known = {each.version: each for each in (old, new)}
        self.processes = SpiffProcesses(lambda version: known[version])

    def at(self, *done: str) -> Instance:
        """Return an instance of the first set in which these steps are done."""
        instance = self.processes.start(Instance("i", "c", "p", self.old.version), MONDAY).instance
        return self.go(instance, *done)

    def go(self, instance: Instance, *done: str) -> Instance:
        for element in done:
            task = next(t for t in instance.tasks if t.element == element)
            instance = self.processes.complete(instance, task, {}, MONDAY).instance
        return instance

    def moved(self, instance: Instance, now: datetime = MONDAY + timedelta(days=1)) -> Instance:
        return self.processes.moved(instance, self.new.version, now).instance

    def open(self, *done: str) -> list[str]:
        """Return what is open once an instance with these steps done is moved."""
        return elements(self.moved(self.at(*done)))


def elements(instance: Instance) -> list[str]:
    return sorted(task.element for task in instance.tasks)
