"""What an agency keeps about a task beside its answers; all of it stays in its compartment."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Protocol

from engine.model import Task

COMMENT, REASSIGNED, RETURNED = "kommentar", "overlamning", "retur"
"""Why a note was written."""


@dataclass(frozen=True)
class Attachment:
    """A file that belongs to a task, without its content."""

    id: str
    case_id: str
    task_id: str
    agency: str
    name: str
    """Cleaned; may name a person, so it is sealed like the content."""
    kind: str
    """What the content is, by a name in `engine.casebook.filetypes`."""
    size: int
    at: datetime
    actor: str


@dataclass(frozen=True)
class Note:
    """What colleagues write to each other about a task; never leaves the agency."""

    id: str
    case_id: str
    task_id: str
    agency: str
    kind: str
    text: str
    at: datetime
    actor: str


@dataclass(frozen=True)
class Proposal:
    """Answers that wait for a second person, kept as they were typed and as they were accepted."""

    task_id: str
    case_id: str
    agency: str
    typed: Mapping[str, Sequence[str]]
    answers: Mapping[str, Any]
    at: datetime
    actor: str
    acting_for: str | None = None
    """The absent colleague in whose place it was proposed."""


@dataclass(frozen=True)
class DraftSaved:
    """When the draft of a task was saved, and how often it has been."""

    version: int = 0
    at: datetime | None = None
    by: str | None = None
    """The person's name; None for the reader."""


NOT_SAVED = DraftSaved()


@dataclass(frozen=True)
class Signed:
    """A paper with the name of the person it is from."""

    paper: Any
    name: str


@dataclass(frozen=True)
class TaskPapers:
    """What the page of a task shows beside its form."""

    attachments: tuple[Signed, ...] = ()
    notes: tuple[Signed, ...] = ()
    proposal: Signed | None = None
    follow_up: date | None = None


class Papers(Protocol):
    """What a verb may do with them inside its transaction; see `engine.db.papers`."""

    def keep_draft(
        self, task: Task, answers: Mapping[str, object], actor: str, at: datetime, seen: int | None
    ) -> int:
        """Keep a draft and return its version; Outdated if `seen` is not the version before."""
        ...

    def attach(self, attachment: Attachment, content: bytes) -> None:
        """Keep a file."""
        ...

    def attached(self, attachment_id: str) -> Attachment:
        """Return what is known of a file, or raise NotFound."""
        ...

    def attached_to(self, task: Task) -> int:
        """Return how many files a task has."""
        ...

    def detach(self, attachment: Attachment) -> None:
        """Remove a file for ever."""
        ...

    def note(self, note: Note) -> None:
        """Keep a note."""
        ...

    def proposal(self, task_id: str) -> Proposal | None:
        """Return the answers that wait for approval, if any do."""
        ...

    def propose(self, proposal: Proposal) -> None:
        """Let answers wait for approval. Raises Stale if some do already."""
        ...

    def withdraw(self, task_id: str) -> None:
        """Forget the answers that waited. Raises Stale if somebody else has."""
        ...

    def follow_up(self, task: Task, day: date | None) -> None:
        """Keep the day on which a task is to be looked at again; None for no day."""
        ...
