"""What colleagues do about a task beside answering it: files, comments, reassigning, a day to
look at it again.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import uuid4

from engine import access, journal
from engine.casebook.filetypes import clean_name, kind_of, problem
from engine.casebook.scanning import Scanner, no_scanner
from engine.deadlines import ZONE
from engine.errors import Conflict, InvalidAnswers
from engine.model import Actor, Command, Task
from engine.papers import COMMENT, REASSIGNED, Attachment, Note
from engine.ports import Clock, Store
from engine.refusals import watched
from engine.retry import retried
from engine.staff.conflicts import require_free
from engine.staff.owned import own_task, standing
from engine.texts import clean, swedish_date

MOST = 20
"""Files of one task."""
LONGEST = 4_000
"""Characters of a comment."""


@dataclass(frozen=True)
class Deskwork:
    """What can be done about an open task of one's own agency."""

    store: Store
    clock: Clock
    scan: Scanner = no_scanner

    @watched
    def attach(self, actor: Actor, task_id: str, name: str, content: bytes) -> str:
        """Keep a file with a task and return its id.

        Raises NotFound, NotAllowed, Conflict, or InvalidAnswers for a file that is not accepted:
        by its size, by what it is, or by the virus scanner.
        """
        with self.store.transaction() as unit:
            own_task(unit, actor, task_id)  # a stranger's file is not even scanned
        refused = problem(content) or self.scan(content)
        kind = kind_of(content)
        if refused or kind is None:
            raise InvalidAnswers({"_bilaga": refused or ""})
        return self._keep(actor, task_id, (clean_name(name, kind), kind.name), content)

    @retried
    def _keep(self, actor: Actor, task_id: str, called: tuple[str, str], content: bytes) -> str:
        now = self.clock.now()
        with self.store.transaction() as unit:
            task = own_task(unit, actor, task_id)[1]
            unit.case(task.case_id)  # one upload at a time: two must not both be the last
            if unit.papers.attached_to(task) >= MOST:
                raise InvalidAnswers({"_bilaga": f"En uppgift kan ha högst {MOST} bilagor"})
            file = Attachment(str(uuid4()), task.case_id, task.id, task.agency, *called,
                              len(content), now, actor.id)  # fmt: skip
            unit.papers.attach(file, content)
            about = {"attachment_id": file.id, "file_kind": file.kind}
            unit.record([journal.handled("file_attached", task, actor, now, **about)])
        return file.id

    @watched
    @retried
    def detach(self, actor: Actor, attachment_id: str) -> str:
        """Remove a file for ever, as long as its task is open; return the task's id.

        Only the one who attached it, or who could complete the task (a substitute too), may.
        Raises NotFound, NotAllowed or Conflict.
        """
        now = self.clock.now()
        with self.store.transaction() as unit:
            file = unit.papers.attached(attachment_id)
            task = own_task(unit, actor, file.task_id)[1]
            if file.actor != actor.id:
                access.require_can_complete(actor := standing(unit, actor, task, now), task)
            unit.papers.detach(file)
            about = {"attachment_id": file.id, "file_kind": file.kind}
            unit.record([journal.handled("file_removed", task, actor, now, **about)])
        return file.task_id

    @watched
    @retried
    def comment(self, actor: Actor, task_id: str, text: str, command_id: str | None = None) -> None:
        """Write a comment that only one's own agency reads; the same command writes it once."""
        now, command = self.clock.now(), Command.given(command_id, actor, "comment", task_id)
        with self.store.transaction() as unit:
            if unit.result_of(command):
                return
            task = own_task(unit, actor, task_id)[1]
            note = self._note(actor, task, COMMENT, text, "_kommentar")
            unit.papers.note(note)
            unit.keep_command(command, now, note.id)
            unit.record([journal.handled("comment_written", task, actor, now)])

    @watched
    @retried
    def reassign(self, actor: Actor, task_id: str, colleague_id: str, reason: str) -> None:
        """Give a task to a colleague, or take it from one; the reason is kept as a comment.

        Raises NotFound, NotAllowed, Conflict, or InvalidAnswers without a reason.
        """
        with self.store.transaction() as unit:
            task = own_task(unit, actor, task_id)[1]
            colleague = unit.person(colleague_id)
            access.require_own(colleague, task)
            access.require_role(colleague, task)
            require_free(unit.staff.disqualifications, colleague, task.case_id)
            if task.assignee == colleague.id:
                raise Conflict(f"{colleague.name} har redan uppgiften.")
            unit.papers.note(self._note(actor, task, REASSIGNED, reason, "_skal"))
            now = self.clock.now()
            unit.give(task, colleague.id, access.given_by_other(actor, colleague, now))
            given = {"assignee": colleague.id, "before": task.assignee}
            unit.record([journal.handled("task_assigned", task, actor, now, **given)])

    @watched
    @retried
    def follow_up(self, actor: Actor, task_id: str, day: date | None) -> None:
        """Say on which day the task is to be looked at again; None takes the day away."""
        now = self.clock.now()
        today = now.astimezone(ZONE).date()
        if day and day < today:
            raise InvalidAnswers(
                {"_bevaka": f"Dagen måste vara {swedish_date(today)} eller senare"}
            )
        with self.store.transaction() as unit:
            task = own_task(unit, actor, task_id)[1]
            unit.papers.follow_up(task, day)
            about = {"day": day.isoformat() if day else None}
            unit.record([journal.handled("follow_up_set", task, actor, now, **about)])

    def _note(self, actor: Actor, task: Task, kind: str, text: str, field: str) -> Note:
        written = clean(text)
        if not written:
            raise InvalidAnswers({field: MISSING[kind]})
        if len(written) > LONGEST:
            raise InvalidAnswers({field: f"Skriv högst {LONGEST} tecken"})
        return Note(str(uuid4()), task.case_id, task.id, task.agency, kind, written,
                    self.clock.now(), actor.id)  # fmt: skip


MISSING = {COMMENT: "Skriv en kommentar", REASSIGNED: "Skriv varför uppgiften byter handläggare"}
