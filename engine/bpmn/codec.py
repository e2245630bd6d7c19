"""Saves a running workflow as one compact document, and reads it back.

The document holds tasks only: no specification (it is stored once per version), no data (variables
are in the instance's row), no clock times and no random ids. So the same commands always give the
same text, which is what `engine.replay` compares.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import orjson
from SpiffWorkflow.bpmn.specs.mixins.events.event_types import CatchingEvent
from SpiffWorkflow.util.task import TaskState

from engine.bpmn.prune import prune
from engine.bpmn.spiff import Specification
from engine.bpmn.tree import Token, Workflow
from engine.errors import Unreadable
from engine.model import STATE_FORMAT

READABLE = {1, STATE_FORMAT}
"""Format 1 also held what was foreseen, in the order in which it had been made."""
KEPT_INTERNALS = {"event_fired"}


def dump(workflow: Workflow, marks: Mapping[str, Any]) -> str:
    """Return the document; `marks` names SpiffWorkflow tasks that must be found again."""
    _drop_finished_calls(workflow)
    parts = [workflow, *workflow.subprocesses.values()]
    for part in parts:
        prune(part)
    told = [(part, [*part.in_order()]) for part in parts]
    numbers = {task.id: n for n, task in enumerate(task for _, tasks in told for task in tasks)}
    document = {
        "format": STATE_FORMAT,
        "parts": [_part(part, tasks, numbers) for part, tasks in told],
        "marks": {key: numbers[task.id] for key, task in sorted(marks.items())},
    }
    return orjson.dumps(document).decode()


def load(specification: Specification, text: str) -> tuple[Workflow, dict[str, Any]]:
    """Return the workflow and its marked tasks.

    Raises Unreadable for a document that is broken, of an unknown format or of another process.
    """
    try:
        document = orjson.loads(text)
        _require_known(document)
        return _filled(specification.empty(), document)
    except (ValueError, LookupError, TypeError, AttributeError) as error:
        raise Unreadable(f"a saved workflow cannot be read: {error}") from error


def _require_known(document: Mapping[str, Any]) -> None:
    if document.get("format") not in READABLE:
        raise ValueError(f"unknown format {document.get('format')!r}")


def _filled(workflow: Workflow, document: Mapping[str, Any]) -> tuple[Workflow, dict[str, Any]]:
    tasks: list[Any] = []
    for part in document["parts"]:
        _fill(_container(workflow, part, tasks), part, tasks)
    return workflow, {key: tasks[number] for key, number in document["marks"].items()}


def _drop_finished_calls(workflow: Workflow) -> None:
    """Forget called processes that are over: their history is in the log."""
    for task_id in list(workflow.subprocesses):
        caller = _caller(workflow, task_id)
        if caller is None or caller.has_state(TaskState.FINISHED_MASK):
            del workflow.subprocesses[task_id]


def _caller(workflow: Workflow, task_id: int) -> Any:
    for part in (workflow, *workflow.subprocesses.values()):
        if task_id in part.tasks:
            return part.tasks[task_id]
    return None  # its own caller has just been forgotten


def _part(part: Any, tasks: Sequence[Any], numbers: Mapping[int, int]) -> dict[str, Any]:
    return {
        "caller": numbers[part.parent_task_id] if part.parent_task_id else None,
        "done": part.completed,
        "ok": part.success,
        "last": numbers.get(part.last_task.id) if part.last_task is not None else None,
        "tasks": [_row(task, numbers) for task in tasks],
    }


def _row(task: Any, numbers: Mapping[int, int]) -> list[Any]:
    internals = {k: v for k, v in task.internal_data.items() if k in KEPT_INTERNALS and v}
    children = [numbers[child] for child in task._children]
    return [task.task_spec.name, task.state, children, int(task.triggered), internals]


def _container(workflow: Workflow, part: Mapping[str, Any], tasks: list[Any]) -> Any:
    if part["caller"] is None:
        return workflow
    caller = tasks[part["caller"]]
    called = workflow.empty_subprocess(caller, caller.task_spec.spec)
    called.completed_event.connect(caller.task_spec._on_subworkflow_completed, caller)
    return called


def _fill(part: Any, saved: Mapping[str, Any], tasks: list[Any]) -> None:
    first = len(tasks)
    for name, state, _, triggered, internals in saved["tasks"]:
        task = Token(part, part.spec.task_specs[name], state=state)
        task.triggered, task.internal_data = bool(triggered), dict(internals)
        tasks.append(task)
    for task, row in zip(tasks[first:], saved["tasks"], strict=True):
        _adopt(task, [tasks[number] for number in row[2]])
        task.forgetful = task.may_forget()
        if task.state == TaskState.WAITING and isinstance(task.task_spec, CatchingEvent):
            part.top_workflow.event_manager.add_task(task)
    part.task_tree = tasks[first]
    part.completed, part.success = saved["done"], saved["ok"]
    part.last_task = tasks[saved["last"]] if saved["last"] is not None else None


def _adopt(parent: Any, children: list[Any]) -> None:
    parent._children = [child.id for child in children]
    for child in children:
        child._parent = parent.id
