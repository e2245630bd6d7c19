"""What pages read: values made for showing, already filtered for the reader."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from engine.papers import NOT_SAVED, DraftSaved

if TYPE_CHECKING:
    from engine.caseviews import ErrandLine, Term, Wait
    from engine.forms import Form
    from engine.model import Actor, Case, Task


@dataclass(frozen=True)
class Due:
    """When a task is due, and what kind of time limit that is."""

    at: datetime
    day: str
    """The last day, ISO, in Stockholm."""
    words: str
    """`om 3 dagar`, `om 2 arbetsdagar`, `i dag`, `2 dagar sen`."""
    passed: bool
    statutory: bool
    """True for a limit set by law; a target is never shown as one."""
    name: str | None = None
    law: str | None = None
    on_expiry: str | None = None
    paused_since: str | None = None
    """The day (ISO) since when it stands still, as a time of ours may (X2)."""


@dataclass(frozen=True)
class TaskLine:
    """A row of the work list."""

    task: Task
    case_number: str
    process_name: str
    due: Due | None
    assignee_name: str | None
    mine: bool
    reminded: bool = False
    pressing: bool = False
    """A limit in law has passed, or will within a few working days."""
    new: bool = False
    """It has come since the reader last looked."""
    proposed: bool = False
    """True while answers wait for a second person."""
    follow_up: date | None = None
    follow_up_due: bool = False
    """True from the day on which it is to be looked at again."""


@dataclass(frozen=True)
class HandoverLine:
    """What a task hands over when it is completed, as far as it is known before."""

    name: str
    to: tuple[str, ...]
    fields: tuple[str, ...]
    """The questions whose answers go along."""
    law: str
    when: tuple[tuple[str, str], ...]
    """(question, answer): the answers that it takes; empty when it is always handed over."""
    ground: str | None
    """The ground that is used if nothing changes; None when there is none, or it is chosen."""
    choices: tuple[str, ...]
    """The grounds that are open, where the form asks for one."""
    consent: str | None
    """The consent that it rests on, by its question."""
    consent_given: bool = False


@dataclass(frozen=True)
class Answered:
    """The answers of one form, with what is masked left out of them."""

    pairs: tuple[tuple[str, str], ...] = ()
    """(question, answer)"""
    reveals: tuple[str, str] | None = None
    """(what, id): where that which is masked can be asked for; None if nothing is."""


@dataclass(frozen=True)
class ReceivedLine:
    """What another agency has handed over to the reader's."""

    at: datetime
    name: str
    sender: str
    ground: str
    answers: tuple[tuple[str, str], ...]
    """(question, answer): a copy, as it was when it was handed over."""
    reveals: tuple[str, str] | None = None
    """See Answered."""


@dataclass(frozen=True)
class TaskPage:
    """A task with all that its page shows."""

    task: Task
    case_number: str
    process_name: str
    agency_name: str
    due: Due | None
    form: Form
    answers: Mapping[str, Any]
    """The draft, keyed by field; empty when there is none."""
    guidance: str | None
    law: tuple[str, ...]
    responsibilities: tuple[str, ...]
    assignee_name: str | None
    mine: bool
    handovers: tuple[HandoverLine, ...] = ()
    reader: Actor | None = None
    """The reader as they stand to the task: perhaps in the place of the one who holds it."""
    draft: DraftSaved = NOT_SAVED
    approval: str | None = None
    """The role whose approval is needed before the task is completed."""


@dataclass(frozen=True)
class DonePage:
    """What has come of a task, as far as its agency may know."""

    task_name: str
    case_id: str
    case_number: str
    at: datetime
    new: tuple[TaskLine, ...]
    """Tasks of the agency that have been opened since, in this case."""
    others: tuple[TaskLine, ...]
    """Tasks of the agency that were open already."""
    handed: tuple[TimelineEntry, ...]
    closed: bool
    answers: tuple[tuple[str, str], ...] = ()
    """(question, answer): what was kept in the agency's record."""


@dataclass(frozen=True)
class CaseLine:
    """A row of the list of cases that concern the reader's agency."""

    case: Case
    open_tasks: int
    last_event_at: datetime
    erased: bool = False
    """Whether the agency's part of it is erased (gallrad)."""


@dataclass(frozen=True)
class TimelineEntry:
    """Something in the history of a case that this reader may know."""

    at: datetime
    title: str
    """`Klar: Gör samlad bedömning`."""
    by: str | None
    text: str | None = None
    answers: tuple[tuple[str, str], ...] = ()
    """(question, answer) of the form, for the agency that filled it in."""
    reveals: tuple[str, str] | None = None
    """See Answered."""


@dataclass(frozen=True)
class DiagramLine:
    """A diagram of the case that this reader takes part in."""

    instance_id: str
    process: str
    name: str
    current: tuple[str, ...] = ()
    """Element ids with an open task of the reader's agency."""
    done: tuple[str, ...] = ()
    """Element ids of the reader's agency that have been completed."""


@dataclass(frozen=True)
class CasePage:
    """A case as this reader may see it."""

    case: Case
    end_state_name: str | None
    tasks: tuple[TaskLine, ...]
    diagrams: tuple[DiagramLine, ...]
    timeline: tuple[TimelineEntry, ...]
    registrable: tuple[tuple[str, str], ...] = ()
    """(message name, label) of the events that the reader may register now."""
    may_close: bool = False
    end_states: tuple[tuple[str, str], ...] = field(default=())
    received: tuple[ReceivedLine, ...] = ()
    """The newest first."""
    waits: tuple[Wait, ...] = ()
    """Why the case waits and on whom, as far as the reader may know."""
    terms: tuple[Term, ...] = ()
    errands: tuple[ErrandLine, ...] = ()
