"""Whether a moved case can still come to an end: it is run on, with whatever may be answered.

People complete their tasks with any outcome, times run out and events occur, in an order drawn by
lot; no condition is asked, so nothing depends on what the case is about.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random
from typing import Any

from SpiffWorkflow.bpmn.util import BpmnEvent
from SpiffWorkflow.exceptions import SpiffWorkflowException

from engine.bpmn import codec
from engine.bpmn.definitions import ProcessSet
from engine.bpmn.diagram import Element
from engine.bpmn.prune import prune
from engine.bpmn.run import Run
from engine.bpmn.spiff import ConditionEngine
from engine.bpmn.tree import SURE
from engine.model import Instance

LIMIT = 400
"""Steps after which a walk is given up: a loop can go round for as long as people like."""
Marking = tuple[tuple[str, int], ...]


class AnyAnswer(ConditionEngine):
    """Takes a way out of each gateway by lot."""

    def __init__(self, random: Random) -> None:
        super().__init__({})
        self._random = random
        self._left: dict[Any, int] = {}

    def evaluate(self, task: Any, expression: str, external_context: Any = None) -> bool:
        """Say whether this is the way; asked in the order of the ways, the default never."""
        spec = task.task_spec
        if task.id not in self._left:
            asked = sum(1 for condition, _ in spec.cond_task_specs if condition is not None)
            ways = asked + (spec.default_task_spec is not None)
            self._left[task.id] = self._random.randrange(ways)
        self._left[task.id] -= 1
        return self._left[task.id] == -1


@dataclass
class _Walk(Run):
    """A run that decides nothing by what the case is about."""

    def _set_by(self, element: Element) -> dict[str, str]:
        return {}

    def offered(self) -> Iterator[tuple[Any, Any]]:
        """Yield what could happen now: a task that is completed, or an event that occurs."""
        ready = [(task, None) for _, task in self.ready()]
        yield from ready or self._awaited()

    def let(self, task: Any, event: Any) -> None:
        """Let one of them happen."""
        if event is None:
            self.complete(task)
            return
        self._catch_in(task, BpmnEvent(event, payload={}))
        self.advance()

    def forget(self) -> None:
        """Take out what is finished, as when the case is saved and loaded again."""
        for part in (self.workflow, *self.workflow.subprocesses.values()):
            prune(part)
            for task in part.tasks.values():
                task.forgetful = task.may_forget()

    def marking(self) -> Marking:
        """Return where the tokens are."""
        parts = (self.workflow, *self.workflow.subprocesses.values())
        open_ = (t for part in parts for t in part.tasks.values() if t.has_state(SURE))
        return tuple(sorted((self._sibling(t, t.task_spec.name), t.state) for t in open_))


@dataclass
class Walker:
    """Runs moved instances of one set to their ends; remembers from where one has come there."""

    processes: ProcessSet
    random: Random = field(default_factory=lambda: Random(1))  # noqa: S311  a walk, no secret
    _good: set[tuple[str, Marking]] = field(default_factory=set)

    def ends(self, instance: Instance) -> bool | None:
        """Say whether it comes to an end; False when it is stuck, None when the walk was long."""
        if instance.ended:
            return True
        specification = self.processes.specifications[instance.process]
        workflow, _ = codec.load(specification, instance.state)
        walk = _Walk(workflow, self.processes, dict(instance.variables))
        workflow.script_engine = AnyAnswer(self.random)
        try:
            return self._walked(walk, instance.process)
        except SpiffWorkflowException:
            return False

    def _walked(self, walk: _Walk, process: str) -> bool | None:
        seen: set[tuple[str, Marking]] = set()
        for _ in range(LIMIT):
            here = process, walk.marking()
            if walk.workflow.is_completed() or here in self._good:
                self._good |= seen
                return True
            seen.add(here)
            offered = list(walk.offered())
            if not offered:
                return False
            walk.let(*self.random.choice(offered))
            walk.forget()
        return None
