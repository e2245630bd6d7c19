"""Tasks: the list, one with its form, taking it, its draft, completing it."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from flask import Response
from pydantic import Field

from engine.accounts.account import TASKS_DO, TASKS_READ
from engine.errors import Conflict, NotFound
from engine.lists.worklist import Wanted
from engine.views import TaskPage
from web.api import shapes
from web.api.answering import Paged, Shape, page, place_of, plain, require_seen, tag_of, tagged
from web.api.asking import actor, command, engine
from web.api.filling import typed
from web.api.room import api, needs
from web.api.shapes import Task, TaskSummary

SCOPES = {"alla": "", "mina": "mina", "otilldelade": "otilldelade"}


class Asked(Paged):
    """Which tasks."""

    visa: Literal["alla", "mina", "otilldelade"] = "alla"
    process: str = Field("", max_length=80)
    arende: str = Field("", max_length=20, description="The number of a case.")


class TaskList(Shape):
    """A part of the work list, what is due first first."""

    items: tuple[TaskSummary, ...]
    next: str | None


class Draft(Shape):
    """What has been filled in so far, good or not."""

    version: int = Field(description="How often it has been saved; 0 while there is none.")
    saved_at: datetime | None
    answers: dict[str, Any]


class Answers(Shape):
    """Answers by the keys of the form's schema."""

    answers: dict[str, Any]


class Completing(Answers):
    """Answers that complete the task."""

    confirmed: tuple[str, ...] = Field(
        (), max_length=20, description="Keys of the expiries that a refusal told of."
    )


class Done(Shape):
    """What became of a command."""

    task_id: str
    case_id: str
    state: Literal["claimed", "released", "draft_saved", "completed", "proposed"]
    draft_version: int | None = None


@api.get("/tasks")
@needs(TASKS_READ)
@api.input(Asked, location="query")
@api.output(TaskList)
def tasks(query_data: Asked) -> Response:
    """List the open tasks of the agency."""
    wanted = Wanted(scope=SCOPES[query_data.visa], process=query_data.process,
                    search=query_data.arende, after=place_of(query_data.cursor))  # fmt: skip
    lines, after = engine().worklists.lines(actor(), wanted, query_data.limit)
    return page(TaskList, [shapes.summary(line) for line in lines], after)


@api.get("/tasks/<task_id>")
@needs(TASKS_READ)
@api.output(Task)
def task(task_id: str) -> Response:
    """Tell a task with the schema of its form, by when, under which paragraph."""
    return tagged(_task(engine().queries.task_page(actor(), task_id)))


@api.get("/tasks/<task_id>/draft")
@needs(TASKS_READ)
@api.output(Draft)
def draft(task_id: str) -> Response:
    """Tell what has been filled in so far."""
    return tagged(_draft(engine().queries.task_page(actor(), task_id)))


@api.put("/tasks/<task_id>/draft")
@needs(TASKS_DO, command=True, seen=True)
@api.input(Answers)
@api.output(Done)
def save_draft(task_id: str, json_data: Answers) -> Response:
    """Keep a draft in place of the one that was seen; nothing is checked yet."""
    known = engine().queries.task_page(actor(), task_id)
    require_seen(_draft(known))
    filled = typed(known.form, json_data.answers)
    version = engine().casework.save_draft(actor(), task_id, filled, known.draft.version)
    after = _draft(engine().queries.task_page(actor(), task_id))
    done = Done(task_id=task_id, case_id=known.task.case_id, state="draft_saved",
                draft_version=version)  # fmt: skip
    return tagged(done, tag=tag_of(after))


@api.post("/tasks/<task_id>/claim")
@needs(TASKS_DO, command=True, seen=True)
@api.output(Done)
def claim(task_id: str) -> Response:
    """Take a free task. The ETag is the one that the task has now."""
    known = _seen(task_id)
    engine().casework.claim(actor(), task_id)
    return _handled(known, "claimed")


@api.post("/tasks/<task_id>/release")
@needs(TASKS_DO, command=True, seen=True)
@api.output(Done)
def release(task_id: str) -> Response:
    """Give a task back. The ETag is the one that the task has now."""
    known = _seen(task_id)
    engine().casework.release(actor(), task_id)
    return _handled(known, "released")


@api.post("/tasks/<task_id>/complete")
@needs(TASKS_DO, command=True, seen=True)
@api.input(Completing)
@api.output(Done)
def complete(task_id: str, json_data: Completing) -> Response:
    """Complete a task, or propose its answers where a second person must approve."""
    try:
        known = _seen(task_id)
    except (NotFound, Conflict):
        return _completed_before(task_id)
    filled = typed(known.form, json_data.answers)
    engine().casework.complete_task(actor(), task_id, filled, command(), json_data.confirmed)
    state: Literal["completed", "proposed"] = "proposed" if known.approval else "completed"
    return plain(Done(task_id=task_id, case_id=known.task.case_id, state=state))


def _completed_before(task_id: str) -> Response:
    """Answer a command that was done although its answer was lost; else say why there is no task.

    The verb knows its own command again, and does nothing twice.
    """
    engine().casework.complete_task(actor(), task_id, {}, command())
    case_id = engine().readings.case_of(task_id) or ""
    return plain(Done(task_id=task_id, case_id=case_id, state="completed"))


def _seen(task_id: str) -> TaskPage:
    known = engine().queries.task_page(actor(), task_id)
    require_seen(_task(known))
    return known


def _handled(known: TaskPage, state: Literal["claimed", "released"]) -> Response:
    after = _task(engine().queries.task_page(actor(), known.task.id))
    done = Done(task_id=known.task.id, case_id=known.task.case_id, state=state)
    return tagged(done, tag=tag_of(after))


def _task(known: TaskPage) -> Task:
    papers = engine().taskfile.papers(actor(), known.task)
    return shapes.task(known, proposed=papers.proposal is not None)


def _draft(known: TaskPage) -> Draft:
    return Draft(version=known.draft.version, saved_at=known.draft.at, answers=dict(known.answers))
