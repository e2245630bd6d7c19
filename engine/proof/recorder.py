"""The processes, written down as they are used: what the commands executed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from engine.bpmn.diagram import Diagram, Element
from engine.bpmn.models import ProcessModels
from engine.bpmn.workflow import SpiffProcesses
from engine.model import Instance, Message, Step, Task, Timer
from engine.proof.recording import Scenario


@dataclass
class Notes:
    """What has been executed since the notes were begun; see `engine.proof.recording.Scenario`."""

    passed: set[str] = field(default_factory=set)
    opened: set[str] = field(default_factory=set)
    flows: set[str] = field(default_factory=set)
    held: set[str] = field(default_factory=set)
    expired: set[str] = field(default_factory=set)
    end_states: set[str] = field(default_factory=set)

    def scenario(self, feature: str, name: str) -> Scenario:
        """Return the notes as the notes of a scenario."""
        return Scenario(feature, name, **{k: tuple(sorted(v)) for k, v in vars(self).items()})


@dataclass(frozen=True)
class Recorder(SpiffProcesses):
    """Does what the processes do, and notes each step."""

    notes: Notes = field(default_factory=Notes)

    def start(self, instance: Instance, now: datetime, message: str | None = None) -> Step:
        """Start a process."""
        return self._noted(instance, super().start(instance, now, message))

    def complete(
        self, instance: Instance, task: Task, variables: Mapping[str, str], now: datetime
    ) -> Step:
        """Complete a user task; too late if its day is over."""
        late = task if task.due_at and now > task.due_at else None
        return self._noted(instance, super().complete(instance, task, variables, now), late)

    def fire(self, instance: Instance, timer: Timer, now: datetime) -> Step:
        """Let a timer event fire."""
        return self._noted(instance, super().fire(instance, timer, now))

    def catch(self, instance: Instance, message: Message, now: datetime) -> Step:
        """Let the instance catch a message or signal."""
        return self._noted(instance, super().catch(instance, message, now))

    def _noted(self, before: Instance, step: Step, late: Task | None = None) -> Step:
        notes, known = self.notes, {task.id for task in before.tasks}
        notes.flows.update(step.taken)
        notes.opened.update(f"{t.process}/{t.element}" for t in step.instance.tasks
                            if t.id not in known)  # fmt: skip
        if step.instance.end_state:
            notes.end_states.add(step.instance.end_state)
        for path in step.passed:
            places = list(self._places(before, path))
            notes.passed.update(f"{process}/{element}" for process, element in places)
            self._note_deadlines(before, path, *places[-1], late)
        return step

    def _places(self, instance: Instance, path: str) -> Iterator[tuple[str, str]]:
        return ProcessModels(self.published).places(instance.version, instance.process, path)

    def _note_deadlines(
        self, before: Instance, path: str, process: str, name: str, late: Task | None
    ) -> None:
        diagram = self.published(before.version).diagram(process)
        element = diagram.elements[name]
        if own := element.properties.get("frist"):
            over = is_timer(element) or (late is not None and late.path.split("#")[0] == path)
            (self.notes.expired if over else self.notes.held).add(f"{process}/{own}")
        waited = {timer.path.split("#")[0] for timer in before.timers if not timer.reminds}
        beside = path.rpartition("/")[0]
        for timer in _stopped_by(element, diagram):
            if f"{beside}/{timer.id}".lstrip("/") in waited and "frist" in timer.properties:
                self.notes.held.add(f"{process}/{timer.properties['frist']}")


def is_timer(element: Element) -> bool:
    """Say whether an element is a timer event."""
    return any(trigger.kind in {"date", "duration"} for trigger in element.triggers)


def _stopped_by(element: Element, diagram: Diagram) -> Iterator[Element]:
    """Yield the timers that stop waiting when an element is passed.

    Those on its border, and those it shared an event-based gateway with (BPMN 2.0 section 10.6.6).
    """
    yield from filter(is_timer, diagram.boundaries(element.id))
    for flow in diagram.incoming(element.id):
        if diagram.elements[flow.source].kind == "eventBasedGateway":
            others = (diagram.elements[f.target] for f in diagram.outgoing(flow.source))
            yield from (other for other in others if is_timer(other) and other != element)
