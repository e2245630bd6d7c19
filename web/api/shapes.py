"""What is told of tasks and cases, as the reader's agency may know it."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from pydantic import Field

from engine.views import CasePage, TaskLine, TaskPage, TimelineEntry
from web.api.answering import Shape

Pairs = tuple[tuple[str, str], ...]


class Due(Shape):
    """When something is due, and what kind of time limit that is."""

    at: datetime
    day: date
    passed: bool
    statutory: bool
    name: str | None
    law: str | None
    on_expiry: str | None
    paused_since: str | None


class TaskSummary(Shape):
    """A task as it is listed."""

    id: str
    case_id: str
    case_number: str
    process: str
    process_name: str
    element: str
    name: str
    agency: str
    role: str | None = Field(description="The role that the task asks for.")
    form: str
    opened_at: datetime
    due: Due | None
    assignee: str | None
    assignee_name: str | None
    proposed: bool = Field(description="Answers wait for a second person.")


class Handover(Shape):
    """What completing the task hands over."""

    name: str
    to: tuple[str, ...]
    fields: tuple[str, ...]
    law: str
    ground: str | None
    consent: str | None
    consent_given: bool


class Task(TaskSummary):
    """A task with its form; the same questions and rules as on its page."""

    form_title: str
    form_schema: dict[str, Any] = Field(description="JSON Schema 2020-12 of the answers.")
    guidance: str | None
    law: tuple[str, ...]
    responsibilities: tuple[str, ...]
    handovers: tuple[Handover, ...]
    approval: str | None = Field(description="The role whose approval completing it needs.")
    draft_version: int


class CaseSummary(Shape):
    """A case as it is listed."""

    id: str
    number: str
    opened_at: datetime
    closed_at: datetime | None
    end_state: str | None
    open_tasks: int = Field(description="Open tasks of the reader's agency.")
    last_event_at: datetime
    erased: bool


class Received(Shape):
    """What another agency has handed over."""

    at: datetime
    name: str
    sender: str
    ground: str
    answers: Pairs = Field(description="(question, answer), with what is masked left out.")


class Case(Shape):
    """A case as the reader's agency may see it."""

    id: str
    number: str
    opened_at: datetime
    closed_at: datetime | None
    end_state: str | None
    end_state_name: str | None
    tasks: tuple[TaskSummary, ...]
    received: tuple[Received, ...]
    waits: tuple[str, ...] = Field(description="What the case waits for, in Swedish sentences.")
    registrable: dict[str, str] = Field(description="Events that may be registered now, by id.")


class Entry(Shape):
    """Something in the history of a case that the reader may know."""

    at: datetime
    title: str
    by: str | None
    text: str | None
    answers: Pairs


def summary(line: TaskLine) -> TaskSummary:
    """Return a task of a list."""
    return TaskSummary(**_common(line), case_number=line.case_number,
                       process_name=line.process_name, assignee_name=line.assignee_name,
                       proposed=line.proposed)  # fmt: skip


def task(page: TaskPage, *, proposed: bool) -> Task:
    """Return a task with its form."""
    handovers = tuple(Handover(**{name: getattr(each, name) for name in Handover.model_fields})
                      for each in page.handovers)  # fmt: skip
    return Task(
        **_common(page), case_number=page.case_number, process_name=page.process_name,
        assignee_name=page.assignee_name, proposed=proposed, form_title=page.form.title,
        form_schema=page.form.schema(), guidance=page.guidance, law=page.law,
        responsibilities=page.responsibilities, handovers=handovers, approval=page.approval,
        draft_version=page.draft.version,
    )  # fmt: skip


def case(page: CasePage) -> Case:
    """Return a case."""
    whole = page.case
    return Case(
        id=whole.id, number=whole.number, opened_at=whole.opened_at, closed_at=whole.closed_at,
        end_state=whole.end_state, end_state_name=page.end_state_name,
        tasks=tuple(map(summary, page.tasks)),
        received=tuple(Received(at=r.at, name=r.name, sender=r.sender, ground=r.ground,
                                answers=r.answers) for r in page.received),
        waits=tuple(wait.text for wait in page.waits), registrable=dict(page.registrable),
    )  # fmt: skip


def entry(told: TimelineEntry) -> Entry:
    """Return an entry of a timeline."""
    return Entry(at=told.at, title=told.title, by=told.by, text=told.text, answers=told.answers)


def _common(line: TaskLine | TaskPage) -> dict[str, Any]:
    known = line.task
    due = Due.model_validate(line.due) if line.due else None
    named = ("id", "case_id", "process", "element", "name", "agency", "role", "form",
             "opened_at", "assignee")  # fmt: skip
    return {name: getattr(known, name) for name in named} | {"due": due}
