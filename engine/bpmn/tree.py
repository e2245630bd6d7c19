"""The tree of tasks of a running process: SpiffWorkflow's, without what it does for nobody.

The stock one words a line of log for each change of state, gives each task a random id, walks the
whole tree when nothing waits, and predicts what may come two steps ahead of every task, again and
again. Ours predicts one step, when a task becomes sure.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from typing import Any

from SpiffWorkflow.bpmn.util.subworkflow import BpmnSubWorkflow
from SpiffWorkflow.bpmn.util.task import BpmnTaskIterator
from SpiffWorkflow.bpmn.workflow import BpmnWorkflow
from SpiffWorkflow.specs.Join import Join
from SpiffWorkflow.task import Task
from SpiffWorkflow.util.task import TaskState

NO_DEPTH_LIMIT = 10**9
OFTEN = {"state", "manual", "spec_name"}
FORESEEN = TaskState.FUTURE | TaskState.PREDICTED_MASK
SURE = TaskState.WAITING | TaskState.READY | TaskState.STARTED
GOES_ON = SURE | TaskState.COMPLETED
_IDS = count(1)


class Token(Task):  # type: ignore[misc]
    """A task of the tree. Its id is good for this process only, and is not saved."""

    _state: int
    forgetful = False
    """Whether what may come next has been forgotten, and is foreseen anew when it goes on."""

    def __init__(self, part: Any, spec: Any, parent: Any = None, state: int = 0) -> None:
        super().__init__(part, spec, parent, state, id=next(_IDS))

    def _add_child(self, task_spec: Any, state: int = TaskState.MAYBE) -> Token:
        if self.has_state(TaskState.PREDICTED_MASK) and not state & TaskState.PREDICTED_MASK:
            raise ValueError(f"{self.task_spec.name} is only predicted: nothing is sure after it")
        child = Token(self.workflow, task_spec, self, state)
        if state == TaskState.READY:
            child._ready()
        return child

    def _set_state(self, value: int) -> None:
        """Change the state, and foresee the next step where this makes the task sure."""
        if self.forgetful and value & GOES_ON and value != self._state:
            self.forgetful = False
            self.task_spec._predict_hook(self)
        foreseen, self._state = self._state & FORESEEN, value
        if foreseen and value & SURE:
            self.task_spec._predict_hook(self)

    def _sync_children(self, task_specs: Any, state: int = TaskState.MAYBE) -> None:
        """Foresee one step ahead: what comes after a task that is only predicted is not made."""
        if not self._state & FORESEEN:
            super()._sync_children(task_specs, state)

    def may_forget(self) -> bool:
        """Say whether this is an unfinished task that a person or an event completes, no join."""
        return bool(self._state & SURE) and not isinstance(self.task_spec, Join)

    def forget_foreseen(self) -> None:
        """Let go of what may come next."""
        near = self.workflow.tasks
        for child in [near[id_] for id_ in self._children if near[id_].has_state(FORESEEN)]:
            self.workflow._remove_task(child.id)


class _Tree:
    """Walks all of the tree: the stock walk stops at depth 1000 and the case is stuck."""

    tasks: dict[int, Any]
    task_tree: Any
    top_workflow: Any
    completed: bool

    def begin(self) -> None:
        """Put the first task in."""
        self.task_tree = Token(self, self.spec.start, state=TaskState.FUTURE)  # type: ignore[attr-defined]
        self.task_tree._ready()

    def in_order(self) -> Iterator[Any]:
        """Yield the tasks of this process itself, each before its children."""
        left = [self.task_tree]
        while left:
            task = left.pop()
            left += [self.tasks[child] for child in reversed(task._children)]
            yield task

    def get_tasks_iterator(self, first_task: Any = None, **wanted: Any) -> Iterator[Any]:
        """Return the tasks that are wanted, those of called processes right after their caller."""
        first = first_task or self.task_tree
        if wanted.keys() <= OFTEN:
            return self._walk(first, **wanted)
        stock: Iterator[Any] = BpmnTaskIterator(first, max_depth=NO_DEPTH_LIMIT, **wanted)
        return stock

    def _walk(
        self, first: Any, state: int = TaskState.ANY_MASK, manual: bool | None = None,
        spec_name: str | None = None,
    ) -> Iterator[Any]:  # fmt: skip
        left, called = [first], self.top_workflow.subprocesses
        while left:
            task = left.pop()
            near = task.workflow.tasks
            left += [near[child] for child in reversed(task._children)]
            if task.id in called:
                left.append(called[task.id].task_tree)
            right = manual in (None, task.task_spec.manual)
            if right and spec_name in (None, task.task_spec.name) and task.has_state(state):
                yield task

    def is_completed(self) -> bool:
        """Say whether nothing is left to do."""
        self.completed = self.completed or not self._any(TaskState.NOT_FINISHED_MASK)
        return self.completed

    def update_waiting_tasks(self) -> None:
        """Let what waits look whether it still has to."""
        if self._any(TaskState.WAITING):
            super().update_waiting_tasks()  # type: ignore[misc]

    def _any(self, state: int) -> bool:
        return any(task.has_state(state) for task in self.tasks.values())


class SubWorkflow(_Tree, BpmnSubWorkflow):  # type: ignore[misc]
    """A called process."""


class Workflow(_Tree, BpmnWorkflow):  # type: ignore[misc]
    """A running process."""

    def create_subprocess(self, my_task: Any, spec_name: str) -> SubWorkflow:
        """Start a called process as our own kind of workflow."""
        called = self.empty_subprocess(my_task, spec_name)
        called.begin()
        return called

    def empty_subprocess(self, caller: Any, spec_name: str) -> SubWorkflow:
        """Return a called process to be filled, already known to its caller."""
        spec = self.subprocess_specs[spec_name]
        called = SubWorkflow(spec, caller.id, self, deserializing=True)
        self.subprocesses[caller.id] = called
        return called
