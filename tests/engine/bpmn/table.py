"""A process set on a table: one instance that is saved and loaded at each step."""

from dataclasses import replace
from datetime import UTC, datetime

from engine.bpmn.definitions import read_process_set
from engine.bpmn.workflow import SpiffProcesses
from engine.model import Instance, Message, Step, Timer
from tests.engine.bpmn.samples import files

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)


class Table:
    """A process set on a table, with one instance of `p` that is saved and loaded at each step."""

    def __init__(self, **texts: str) -> None:
        self.processes = SpiffProcesses(lambda _: read)
        read = read_process_set(files(**texts))
        self.step = Step(Instance("i", "c", "p", "v"))

    @property
    def instance(self) -> Instance:
        return self.step.instance

    def start(self, by: str | None = None, **variables: str) -> "Table":
        new = replace(self.instance, variables=variables)
        self.step = self.processes.start(new, NOW, by)
        return self

    def do(self, element: str, **variables: str) -> "Table":
        task = next(t for t in self.instance.tasks if t.element == element)
        self.step = self.processes.complete(self._next(), task, variables, NOW)
        return self

    def fire(self, element: str) -> "Table":
        self.step = self.processes.fire(self._next(), self.timer(element), NOW)
        return self

    def catch(self, name: str, kind: str = "meddelande") -> "Table":
        arrived = Message("m", "c", name, kind, {})
        self.step = self.processes.catch(self._next(), arrived, NOW)
        return self

    def timer(self, element: str) -> Timer:
        return next(t for t in self.instance.timers if f"/{t.path}".split("#")[0].endswith(element))

    def open(self) -> list[str]:
        return sorted(task.element for task in self.instance.tasks)

    def _next(self) -> Instance:
        return replace(self.instance, revision=self.instance.revision + 1)
