"""The tree of tasks of a running process: SpiffWorkflow's, without what it does for nobody.

The stock one words a line of log for each change of state, gives each task a random id, and walks
the whole tree when nothing waits. Together that was a third of what it cost to run a process on.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from typing import Any

from SpiffWorkflow.bpmn.util.subworkflow import BpmnSubWorkflow
from SpiffWorkflow.bpmn.util.task import BpmnTaskIterator
from SpiffWorkflow.bpmn.workflow import BpmnWorkflow
from SpiffWorkflow.task import Task
from SpiffWorkflow.util.task import TaskState

NO_DEPTH_LIMIT = 10**9
OFTEN = {"state", "manual", "spec_name"}
_IDS = count(1)


class Token(Task):  # type: ignore[misc]
    """A task of the tree. Its id is good for this process only, and is not saved."""

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
        self._state = value


class _Tree:
    """Walks all of the tree: the stock walk stops at depth 1000 and the case is stuck."""

    tasks: dict[int, Any]
    task_tree: Any
    top_workflow: Any
    completed: bool

    def begin(self) -> None:
        """Put the first task in."""
        self.task_tree = Token(self, self.spec.start, state=TaskState.FUTURE)  # type: ignore[attr-defined]
        self.task_tree.task_spec._predict(self.task_tree, mask=TaskState.NOT_FINISHED_MASK)
        self.task_tree._ready()

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
