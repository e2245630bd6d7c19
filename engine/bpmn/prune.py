"""Takes out of a workflow what is finished: its history is in the log, and nothing asks for it.

SpiffWorkflow keeps every task it ever made, so that a case costs more the longer it lives. Of the
finished ones it consults only three kinds, and these we keep:

- the arrivals at a parallel join that has not fired yet, with the element each came from
  (a join of ours fires once: none lies in a loop);
- the split before an activity with boundary events, with all its children, while one of them or
  the join behind them is unfinished;
- the root.

Any other finished task is spliced out: its children take its place under its parent, in order.
What is only foreseen after an unfinished task is taken out too.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from SpiffWorkflow.bpmn.specs.control import BoundaryEventJoin, BoundaryEventSplit
from SpiffWorkflow.bpmn.specs.mixins.parallel_gateway import ParallelGateway
from SpiffWorkflow.util.task import TaskState


def prune(part: Any) -> None:
    """Take out of one workflow or called process what is finished and never asked for again."""
    kept = _asked_for(part)
    for task in reversed(list(part.in_order())):
        if task.id not in kept and task.has_state(TaskState.FINISHED_MASK):
            _splice_out(part, task)
        elif task.may_forget():
            task.forget_foreseen()


def _asked_for(part: Any) -> set[int]:
    """Return the finished tasks that SpiffWorkflow will still look at."""
    kept = {part.task_tree.id}
    tasks = list(part.tasks.values())
    kept |= _arrivals(task for task in tasks if _is_join(task))
    for task in tasks:
        if task.has_state(TaskState.FINISHED_MASK):
            continue
        split = _split_of(task)
        if split is not None:
            kept |= {split.id, *split._children}
    return kept


def _is_join(task: Any) -> bool:
    spec = task.task_spec
    return isinstance(spec, ParallelGateway) and len(spec.inputs) > 1


def _arrivals(joins: Iterable[Any]) -> set[int]:
    arrived = list(joins)
    fired = {task.task_spec.name for task in arrived if task.has_state(TaskState.COMPLETED)}
    open_ = [task for task in arrived if task.task_spec.name not in fired]
    return {id_ for task in open_ for id_ in (task.id, task._parent)}


def _split_of(task: Any) -> Any:
    """Return the boundary split that an unfinished task or boundary join depends on."""
    parent = task.parent
    if parent is not None and isinstance(parent.task_spec, BoundaryEventSplit):
        return parent
    if isinstance(task.task_spec, BoundaryEventJoin):
        return task.find_ancestor(task.task_spec.split_task)
    return None


def _splice_out(part: Any, task: Any) -> None:
    parent = part.tasks[task._parent]
    at = parent._children.index(task.id)
    parent._children[at : at + 1] = task._children
    for child in task._children:
        part.tasks[child]._parent = parent.id
    del part.tasks[task.id]
    if part.last_task is task:
        part.last_task = None
