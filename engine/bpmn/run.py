"""One command on one workflow: moves its tokens and notes what happened on the way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from SpiffWorkflow.bpmn.specs.control import BoundaryEventSplit
from SpiffWorkflow.bpmn.specs.event_definitions.item_aware_event import SignalEventDefinition
from SpiffWorkflow.bpmn.specs.event_definitions.message import MessageEventDefinition
from SpiffWorkflow.bpmn.specs.event_definitions.multiple import MultipleEventDefinition
from SpiffWorkflow.bpmn.specs.mixins.events.event_types import ThrowingEvent
from SpiffWorkflow.bpmn.specs.mixins.events.intermediate_event import BoundaryEvent
from SpiffWorkflow.bpmn.util import BpmnEvent
from SpiffWorkflow.util.task import TaskState

from engine.bpmn.definitions import ProcessSet
from engine.bpmn.diagram import Element
from engine.bpmn.spiff import ConditionEngine, DueDefinition
from engine.bpmn.tree import Workflow
from engine.decisions import evaluate
from engine.errors import Conflict

DEFINITIONS = {"meddelande": MessageEventDefinition, "signal": SignalEventDefinition}


@dataclass
class Run:
    """A loaded workflow while a command works on it; thrown away afterwards, also on any error."""

    workflow: Workflow
    processes: ProcessSet
    variables: dict[str, str]
    passed: list[str] = field(default_factory=list)
    sent: list[tuple[str, str]] = field(default_factory=list)
    """(kind, name) of messages and signals that leave the instance."""
    taken: list[str] = field(default_factory=list)
    """`process/flow` of each sequence flow that a token went along."""
    end_state: str | None = None

    def __post_init__(self) -> None:
        self.workflow.script_engine = ConditionEngine(self.variables)

    def advance(self) -> None:
        """Run everything that needs no person and no event, until nothing moves."""
        self.workflow.do_engine_steps(did_complete_task=self._passed)
        self.sent += [("meddelande", e.event_definition.name)
                      for e in self.workflow.get_events()
                      if isinstance(e.event_definition, MessageEventDefinition)]  # fmt: skip

    def complete(self, task: Any) -> None:
        """Complete a user task that is READY; Conflict if it is not (it may run only once)."""
        if not task.has_state(TaskState.READY):
            raise Conflict("Uppgiften är inte längre öppen.")
        task.run()
        self._passed(task)
        self.advance()

    def fire(self, task: Any, element: str) -> None:
        """Let a timer event that is waiting fire."""
        self._catch_in(task, BpmnEvent(DueDefinition(element)))
        self.advance()

    def catch(self, kind: str, name: str) -> None:
        """Let every event that waits for this message or signal catch it."""
        event = BpmnEvent(DEFINITIONS[kind](name), payload={})
        self.workflow.event_manager.catch(event, internal=False)
        self.advance()

    def ready(self) -> Iterator[tuple[str, Any]]:
        """Yield (path, task) of each open user task, in the order of the tree."""
        for task in self.workflow.get_tasks(state=TaskState.READY, manual=True):
            yield self.path(task), task

    def timers(self) -> Iterator[tuple[str, str, Any]]:
        """Yield (path, element id, task) of each timer event that is waiting, by path."""
        found = [(self._sibling(task, definition.name), definition.name, task)
                 for task, definition in self._awaited()
                 if isinstance(definition, DueDefinition)]  # fmt: skip
        yield from sorted(found, key=lambda item: item[0])

    def waiting(self) -> tuple[str, ...]:
        """Return the names of the messages and signals that can be caught now."""
        named = (MessageEventDefinition, SignalEventDefinition)
        return tuple(sorted({d.name for _, d in self._awaited() if isinstance(d, named)}))

    def path(self, task: Any) -> str:
        """Return the ids of the call activities and the element, with slashes between."""
        return self._sibling(task, str(task.task_spec.bpmn_id))

    def element(self, task: Any) -> Element:
        """Return the element in its diagram."""
        return self.processes.element(task.workflow.spec.name, task.task_spec.bpmn_id)

    def _awaited(self) -> Iterator[tuple[Any, Any]]:
        for task in list(self.workflow.event_manager.tasks.values()):
            if task.has_state(TaskState.WAITING):
                definition = task.task_spec.event_definition
                many = isinstance(definition, MultipleEventDefinition)
                for each in definition.event_definitions if many else [definition]:
                    yield task, each

    @staticmethod
    def _catch_in(task: Any, event: BpmnEvent) -> None:
        task.task_spec.catch(task, event)
        task.task_spec._update(task)

    @staticmethod
    def _sibling(task: Any, element: str) -> str:
        names, part = [element], task.workflow
        while part.parent_task_id is not None:
            caller = part.top_workflow.get_task_from_id(part.parent_task_id)
            names.append(caller.task_spec.bpmn_id)
            part = caller.workflow
        return "/".join(reversed(names))

    def _set_by(self, element: Element) -> dict[str, str]:
        """Return what passing an element sets: what it says, or what its table decides."""
        if element.kind != "businessRuleTask":
            return element.sets()
        table = self.processes.decision(element.properties["beslut"])
        (decided,) = evaluate(table, self.variables)  # a published table has no hole
        return decided

    def _passed(self, task: Any) -> None:
        if not getattr(task.task_spec, "bpmn_id", None):
            return  # SpiffWorkflow's own helpers between our elements
        element = self.element(task)
        self.passed.append(self.path(task))
        self.taken += self._flows_out_of(element, task)
        self.variables.update(self._set_by(element))
        self.end_state = element.properties.get("slutstatus", self.end_state)
        definition = getattr(task.task_spec, "event_definition", None)
        if isinstance(task.task_spec, ThrowingEvent) and isinstance(
            definition, SignalEventDefinition
        ):
            self.sent.append(("signal", definition.name))

    def _flows_out_of(self, element: Element, task: Any) -> Iterator[str]:
        """Yield the flows that lead to what SpiffWorkflow kept after a task: its children.

        A gateway has let go of the ways it did not choose, an event-based one of the events that
        did not occur (BPMN 2.0 section 10.6.6); a join has children once it has fired.
        """
        reached = {_entered(child.task_spec) for child in task.children}
        for flow in self.processes.diagram(element.process).outgoing(element.id):
            if flow.target in reached:
                yield f"{element.process}/{flow.id}"


def _entered(spec: Any) -> str | None:
    """Return the element that a token enters; an activity with boundary events is wrapped."""
    if isinstance(spec, BoundaryEventSplit):
        spec = next(each for each in spec.outputs if not isinstance(each, BoundaryEvent))
    return getattr(spec, "bpmn_id", None)
