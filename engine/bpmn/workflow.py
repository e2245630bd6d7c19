"""Processes, run by SpiffWorkflow: the port `engine.ports.Processes`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from engine.bpmn import codec
from engine.bpmn.definitions import ProcessSet
from engine.bpmn.expiring import expiring
from engine.bpmn.moves import carried_over, refusing
from engine.bpmn.run import Run
from engine.errors import Conflict, NotFound
from engine.forms import Form
from engine.model import Expiry, Instance, Message, Step, Task, Timer
from engine.pausing import standing_still, told
from engine.registers import Registers
from engine.secrecy.handovers import Handover


@dataclass(frozen=True)
class SpiffProcesses:
    """Moves tokens. Takes an instance as a value and returns it as it is after one command."""

    published: Callable[[str], ProcessSet]
    """Returns the process set of a version, from a cache; raises NotFound."""

    def registers(self, version: str) -> Registers:
        """Return the registers of a version."""
        return self.published(version).registers

    def warm(self, version: str) -> None:
        """Read all that a version's commands will ask for, once."""
        _ = self.published(version).specifications  # parsed by being asked for

    def form(self, instance: Instance, task: Task) -> Form:
        """Return the form of a user task, as of the version that the instance runs on."""
        return self.published(instance.version).form(task.form)

    def handovers(self, version: str, process: str, element: str) -> tuple[Handover, ...]:
        """Return what an element hands over to others when it is completed."""
        return self.published(version).handed_over_by(process, element)

    def approval(self, version: str, process: str, element: str) -> str | None:
        """Return the role whose approval an element asks for before it is completed."""
        return self.published(version).element(process, element).properties.get("godkannande")

    def decide(self, version: str, table: str, values: Mapping[str, str]) -> Sequence[str]:
        """Return the codes that a decision table collects for these values."""
        return self.published(version).collected(table, values)

    def starts(self, version: str, message: str) -> str | None:
        """Return the process that a message starts in this version, if any."""
        return self.published(version).started_by(message)

    def carried(self, instance: Instance, message: str) -> dict[str, str]:
        """Return the variables that a message takes with it: its declared fields, nothing else."""
        fields = self.published(instance.version).registers.messages[message].fields
        return {name: instance.variables[name] for name in fields if name in instance.variables}

    def start(self, instance: Instance, now: datetime, message: str | None = None) -> Step:
        """Start a process, by a message when its start event waits for one."""
        processes = self.published(instance.version)
        processes.diagram(instance.process)
        run = Run(processes.specifications[instance.process].new(), processes,
                  dict(instance.variables))  # fmt: skip
        run.advance()
        if message:
            run.catch("meddelande", message)
        return self._step(instance, run, {}, now)

    def complete(
        self, instance: Instance, task: Task, variables: Mapping[str, str], now: datetime
    ) -> Step:
        """Complete a user task with the routing variables of its form.

        Raises Conflict when the task is not open any more.
        """
        run, marks = self._load(instance, variables)
        if task.path not in marks:
            raise Conflict("Uppgiften är inte längre öppen.")
        run.complete(marks.pop(task.path))
        return self._step(instance, run, marks, now)

    def expiring(self, before: Instance, after: Instance, now: datetime) -> tuple[Expiry, ...]:
        """Return what a step would end at once, because a time of law has already run out."""
        return tuple(expiring(self.published(after.version), before, after, now))

    def fire(self, instance: Instance, timer: Timer, now: datetime) -> Step:
        """Let a timer event fire. Raises NotFound when it does not wait any more."""
        run, marks = self._load(instance, {})
        if timer.path not in marks:
            raise NotFound(f"timer {timer.path}")
        run.fire(marks.pop(timer.path), _element_of(timer.path))
        return self._step(instance, run, marks, now)

    def catch(self, instance: Instance, message: Message, now: datetime) -> Step:
        """Let the instance catch a message or signal that it waits for."""
        processes = self.published(instance.version)
        run, marks = self._load(instance, message.payload)
        run.catch(message.kind, message.name)
        effect = processes.registers.messages[message.name].clock
        return self._step(told(instance, effect, processes.deadlines, now), run, marks, now)

    def renewed(self, instance: Instance) -> Instance:
        """Return the instance with its saved state as this version of the program writes it.

        Raises Unreadable when the state cannot be read.
        """
        if instance.ended:
            return instance
        run, marks = self._load(instance, {})
        return replace(instance, state=codec.dump(run.workflow, marks))

    def moved(self, instance: Instance, version: str, now: datetime) -> Step:
        """Return the instance as it goes on on another version. Raises Immovable if it cannot."""
        old, new = self.published(instance.version), self.published(version)
        with refusing():
            ready = carried_over(self.renewed(instance), old, new, now)
            run, marks = self._load(ready, {})
            run.advance()
            return self._step(ready, run, marks, now)

    def _load(self, instance: Instance, variables: Mapping[str, str]) -> tuple[Run, dict[str, Any]]:
        if instance.ended:
            raise NotFound(f"instance {instance.id} has ended")
        processes = self.published(instance.version)
        workflow, marks = codec.load(processes.specifications[instance.process], instance.state)
        return Run(workflow, processes, {**instance.variables, **variables}), marks

    def _step(self, before: Instance, run: Run, marks: dict[str, Any], now: datetime) -> Step:
        """Read off the workflow what is open now, and pack it up."""
        after = _Reader(before, run, marks, now)
        tasks = tuple(after.tasks())
        timers = tuple(after.timers(tasks))
        ended = run.workflow.is_completed()
        instance = replace(
            before,
            state="" if ended else codec.dump(run.workflow, after.found),
            variables=run.variables,
            rounds=after.rounds,
            tasks=tasks,
            timers=timers,
            waiting=() if ended else run.waiting(),
            ended=ended,
            end_state=run.end_state or before.end_state,
        )
        sent = tuple(self._message(instance, *each, n) for n, each in enumerate(run.sent))
        instance = standing_still(instance, run.processes.deadlines, now)
        return Step(instance, tuple(run.passed), sent, tuple(run.taken))

    def _message(self, instance: Instance, kind: str, name: str, number: int) -> Message:
        payload = self.carried(instance, name)
        id_ = _id(instance.id, f"message {instance.revision} {number} {name}")
        return Message(id_, instance.case_id, name, kind, payload, instance.id)


class _Reader:
    """Reads the open tasks and timers off a workflow, keeping those that were open before."""

    def __init__(self, before: Instance, run: Run, marks: dict[str, Any], now: datetime) -> None:
        self.before, self.run, self.now = before, run, now
        self.rounds = dict(before.rounds)
        self.found: dict[str, Any] = {}
        self._known = {(task.id, _plain(key)): key for key, task in marks.items()}
        self._timers = {(each.path, each.reminds): each for each in before.timers}
        self._tasks = {each.path: each for each in before.tasks}

    def tasks(self) -> Iterator[Task]:
        """Yield the open tasks, each with a path that has its round."""
        for path, spiff in self.run.ready():
            key = self._key(path, spiff)
            yield self._tasks.get(key) or self._new_task(key, spiff)

    def timers(self, tasks: tuple[Task, ...]) -> Iterator[Timer]:
        """Yield the waiting timer events and the reminders of the open tasks."""
        for path, element, spiff in self.run.timers():
            key = self._key(path, spiff)
            yield self._timers.get((key, None)) or self._new_timer(key, element, spiff)
        for task in tasks:
            yield from self._reminders(task)

    def _key(self, path: str, spiff: Any) -> str:
        key = self._known.get((spiff.id, path))
        if key is None:
            self.rounds[path] = self.rounds.get(path, 0) + 1
            key = f"{path}#{self.rounds[path]}"
        self.found[key] = spiff
        return key

    def _new_task(self, key: str, spiff: Any) -> Task:
        element = self.run.element(spiff)
        diagram = self.run.processes.diagram(element.process)
        due, deadline = self.run.processes.dues.of_task(
            element, diagram, self.run.variables, self.now
        )
        return Task(
            id=_id(self.before.id, key), case_id=self.before.case_id, instance_id=self.before.id,
            path=key, process=element.process, element=element.id, name=element.name,
            agency=element.agency or "system", form=element.properties["form"],
            opened_at=self.now, role=element.properties.get("roll"), due_at=due, deadline=deadline,
        )  # fmt: skip

    def _new_timer(self, key: str, element: str, spiff: Any) -> Timer:
        drawn = self.run.processes.element(spiff.workflow.spec.name, element)
        due = self.run.processes.dues.of_timer(drawn, self.run.variables, self.now)
        return Timer(self.before.id, key, due, drawn.properties.get("frist"))

    def _reminders(self, task: Task) -> Iterator[Timer]:
        if task.path in self._tasks:
            yield from (t for t in self.before.timers if t.reminds == task.id)
            return
        element = self.run.processes.element(task.process, task.element)
        dues = self.run.processes.dues
        for length, at in dues.reminders(task, element, self.run.variables, self.now):
            yield Timer(self.before.id, f"{task.path}@{length}", at, task.deadline, task.id)


def _id(instance: str, key: str) -> str:
    """Return an id that a replay of the same commands arrives at again."""
    return str(uuid5(NAMESPACE_URL, f"{instance} {key}"))


def _plain(key: str) -> str:
    return key.partition("#")[0]


def _element_of(key: str) -> str:
    return _plain(key).rpartition("/")[2]
