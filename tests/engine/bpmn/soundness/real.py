"""The real engine, driven one command at a time through one diagram: what it does is what is right.

A called process is a single task here, so that a call lasts until that is completed.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from SpiffWorkflow.util.task import TaskState

from engine.bpmn import codec
from engine.bpmn.definitions import ProcessSet
from engine.bpmn.diagram import Diagram, read_diagram
from engine.bpmn.workflow import SpiffProcesses
from engine.model import Instance, Message, Step
from tests.conftest import MONDAY
from tests.engine.bpmn.samples import bpmn, node, user

RESTING = {"userTask", "callActivity", "intermediateCatchEvent", "eventBasedGateway"}
OPEN = TaskState.READY | TaskState.WAITING | TaskState.STARTED


@dataclass(frozen=True)
class Command:
    """Something that somebody or something can do now."""

    kind: str
    """`task`, `timer` or `message`."""
    name: str
    """The element, or the message or signal."""
    place: str = ""
    """The path that the engine knows it by."""


@dataclass(frozen=True)
class Real:
    """A process as it stands in the engine."""

    processes: SpiffProcesses
    published: ProcessSet
    instance: Instance
    step: Step

    def commands(self) -> Iterator[Command]:
        """Yield everything that can happen now."""
        for task in self.instance.tasks:
            yield Command("task", task.path.partition("#")[0].split("/")[0], task.path)
        for timer in self.instance.timers:
            if not timer.reminds:
                yield Command("timer", timer.path.partition("#")[0], timer.path)
        for name in self.instance.waiting:
            yield Command("message", name)

    def after(self, command: Command, values: Mapping[str, str]) -> "Real":
        """Return how it stands after a command, with these variables set as it was given."""
        before = replace(self.instance, variables=_set(self.published, values))
        if command.kind == "task":
            (task,) = (t for t in before.tasks if t.path == command.place)
            step = self.processes.complete(before, task, {}, MONDAY)
        elif command.kind == "timer":
            (timer,) = (t for t in before.timers if t.path == command.place and not t.reminds)
            step = self.processes.fire(before, timer, MONDAY)
        else:
            kind = self.published.registers.messages[command.name].kind
            message = Message("m", "c", command.name, kind, {})
            step = self.processes.catch(before, message, MONDAY)
        return replace(self, instance=step.instance, step=step)

    def is_stuck(self) -> bool:
        """Say whether it has not ended, and nothing can happen any more."""
        return not self.instance.ended and not any(True for _ in self.commands())

    def doubled(self) -> set[str]:
        """Return the elements in which two tokens lie."""
        if self.instance.ended:
            return set()
        specification = self.published.specifications[self.instance.process]
        workflow, _ = codec.load(specification, self.instance.state)
        lying = Counter(
            str(task.task_spec.bpmn_id)
            for task in workflow.tasks.values()
            if task.has_state(OPEN) and getattr(task.task_spec, "bpmn_id", None)
        )
        elements = self.published.diagram(self.instance.process).elements
        return {e for e, n in lying.items() if n > 1 and elements[e].kind in RESTING}


def started(published: ProcessSet, xml: str, values: Mapping[str, str]) -> Real:
    """Start a diagram in the engine, with these variables set. Raises what the engine raises."""
    diagram = read_diagram("mutant.bpmn", xml.encode())
    alone = with_calls(published, diagram)
    processes = SpiffProcesses(lambda _: alone)
    new = Instance("i", "c", diagram.process, "v", variables=_set(published, values))
    trigger = diagram.start().trigger
    step = processes.start(new, MONDAY, trigger.value if trigger else None)
    return Real(processes, alone, step.instance, step)


def with_calls(published: ProcessSet, diagram: Diagram) -> ProcessSet:
    """Return a set that holds one diagram, and a task for each process that it calls."""
    called = {e.called for e in diagram.elements.values() if e.called}
    stubs = {each: _stub(each) for each in called - {diagram.process}}
    return replace(published, diagrams={diagram.process: diagram, **stubs})


def _set(published: ProcessSet, values: Mapping[str, str]) -> dict[str, str]:
    """Return the values that are set, and each day that a deadline may count from."""
    kinds = {variable.id: variable.kind for variable in published.registers.variables.values()}
    days = {id_: MONDAY.date().isoformat() for id_, kind in kinds.items() if kind == "datum"}
    return days | {name: value for name, value in values.items() if value}


def _stub(process: str) -> Diagram:
    start, task, end = (f"{letter}_{process}" for letter in "sue")
    nodes = [node("startEvent", start), user(task), node("endEvent", end)]
    return read_diagram(
        f"{process}.bpmn", bpmn(process, nodes, f"{start} -> {task}\n{task} -> {end}").encode()
    )
