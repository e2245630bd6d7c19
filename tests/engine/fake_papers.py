"""Drafts, files, comments and proposals of the fake store."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING

from engine.errors import NotFound, Outdated, Stale
from engine.model import Task
from engine.papers import Attachment, Note, Proposal

if TYPE_CHECKING:
    from tests.engine.fake_unit import Kept


class MemoryPapers:
    """The port `engine.papers.Papers` in dictionaries."""

    def __init__(self, kept: "Kept", did: Callable[[str], None]) -> None:
        self._kept, self._did = kept, did

    def keep_draft(
        self, task: Task, answers: Mapping[str, object], actor: str, at: datetime, seen: int | None
    ) -> int:
        before = self._kept.versions.get(task.id, 0)
        if seen is not None and before and seen != before:
            raise Outdated("another page has saved")
        self._did("keep_draft")
        self._kept.drafts[task.id] = answers
        self._kept.versions[task.id] = before + 1
        return before + 1

    def attach(self, attachment: Attachment, content: bytes) -> None:
        self._did("attach")
        self._kept.files[attachment.id] = (attachment, content)

    def attached(self, attachment_id: str) -> Attachment:
        if attachment_id not in self._kept.files:
            raise NotFound(attachment_id)
        return self._kept.files[attachment_id][0]

    def attached_to(self, task: Task) -> int:
        return sum(file.task_id == task.id for file, _ in self._kept.files.values())

    def detach(self, attachment: Attachment) -> None:
        self._did("detach")
        del self._kept.files[attachment.id]

    def note(self, note: Note) -> None:
        self._did("note")
        self._kept.notes.append(note)

    def proposal(self, task_id: str) -> Proposal | None:
        return self._kept.proposals.get(task_id)

    def propose(self, proposal: Proposal) -> None:
        self._did("propose")
        if proposal.task_id in self._kept.proposals:
            raise Stale("a proposal waits already")
        self._kept.proposals[proposal.task_id] = proposal

    def withdraw(self, task_id: str) -> None:
        self._did("withdraw")
        del self._kept.proposals[task_id]

    def follow_up(self, task: Task, day: date | None) -> None:
        self._did("follow_up")
        if day is None:
            self._kept.follow_ups.pop(task.id, None)
        else:
            self._kept.follow_ups[task.id] = day
