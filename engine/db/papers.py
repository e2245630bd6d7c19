"""Files, comments, drafts and proposals of a task, inside a verb's transaction."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, RowMapping, bindparam, delete, func, insert, select
from sqlalchemy.exc import IntegrityError

from engine.db import sealing
from engine.db.connection import upsert
from engine.db.prepared import Prepared
from engine.db.tables import attachments, drafts, follow_ups, notes, people, proposals
from engine.errors import NotFound, Outdated, Stale
from engine.model import Actor, Task
from engine.papers import NOT_SAVED, Attachment, DraftSaved, Note, Proposal
from engine.secrecy.vault import Vault

DESCRIBED = [column for column in attachments.c if column.name != "content"]
"""What is known of a file without reading it."""
DRAFT = Prepared(
    select(drafts, people.c.name.label("person"))
    .join(people, people.c.id == drafts.c.actor, isouter=True)
    .where(drafts.c.task_id == bindparam("this"))
)
OVERTAKEN = (
    "Utkastet har sparats från en annan sida eller flik sedan du öppnade den här. "
    "Ingenting är överskrivet, och det du har skrivit finns kvar här."
)


@dataclass(frozen=True)
class SqlPapers:
    """The port `engine.papers.Papers`."""

    connection: Connection
    vault: Vault

    def keep_draft(
        self, task: Task, answers: Mapping[str, object], actor: str, at: datetime, seen: int | None
    ) -> int:
        """Keep a draft and return its version; Outdated if `seen` is not the version before."""
        place = sealing.draft_in(task.case_id, task.agency, task.id)
        saved = {"answers": self.vault.seal(place, dict(answers)), "at": at, "actor": actor}
        known = {"task_id": task.id, "case_id": task.case_id, "agency": task.agency}
        change = upsert(self.connection, drafts).values(version=1, **known, **saved)
        same = None if seen is None else drafts.c.version == seen
        change = change.on_conflict_do_update(
            index_elements=["task_id"], set_={**saved, "version": drafts.c.version + 1}, where=same
        )
        version = self.connection.execute(change.returning(drafts.c.version)).scalar()
        if version is None:
            raise Outdated(OVERTAKEN)
        return int(version)

    def attach(self, attachment: Attachment, content: bytes) -> None:
        """Keep a file: its name and all of its content sealed."""
        place = sealing.file_in(attachment.case_id, attachment.agency, attachment.id)
        sealed = {
            "name": self.vault.seal(place, attachment.name),
            "content": self.vault.seal_file(place, content),
        }
        self.connection.execute(insert(attachments).values(**(vars(attachment) | sealed)))

    def attached(self, attachment_id: str) -> Attachment:
        """Return what is known of a file, or raise NotFound."""
        query = select(*DESCRIBED).where(attachments.c.id == attachment_id)
        row = self.connection.execute(query).mappings().first()
        if row is None:
            raise NotFound(f"attachment {attachment_id}")
        return described(self.vault, row)

    def attached_to(self, task: Task) -> int:
        """Return how many files a task has."""
        mine = (attachments.c.case_id == task.case_id) & (attachments.c.agency == task.agency)
        query = select(func.count()).where(mine, attachments.c.task_id == task.id)
        return self.connection.execute(query).scalar_one()

    def detach(self, attachment: Attachment) -> None:
        """Remove a file for ever. Raises Stale if somebody else has."""
        self._gone(delete(attachments).where(attachments.c.id == attachment.id))

    def note(self, note: Note) -> None:
        """Keep a note, sealed."""
        place = sealing.note_in(note.case_id, note.agency, note.id)
        values = vars(note) | {"text": self.vault.seal(place, note.text)}
        self.connection.execute(insert(notes).values(**values))

    def proposal(self, task_id: str) -> Proposal | None:
        """Return the answers that wait for approval, if any do."""
        query = select(proposals).where(proposals.c.task_id == task_id)
        row = self.connection.execute(query).mappings().first()
        return proposed(self.vault, row) if row else None

    def propose(self, proposal: Proposal) -> None:
        """Let answers wait for approval. Raises Stale if some do already."""
        place = sealing.proposal_in(proposal.case_id, proposal.agency, proposal.task_id)
        values = dict(vars(proposal))
        inside = {name: values.pop(name) for name in ("typed", "answers", "acting_for")}
        try:
            sealed = values | {"answers": self.vault.seal(place, inside)}
            self.connection.execute(insert(proposals).values(**sealed))
        except IntegrityError as error:
            raise Stale("a proposal waits already") from error

    def withdraw(self, task_id: str) -> None:
        """Forget the answers that waited. Raises Stale if somebody else has."""
        self._gone(delete(proposals).where(proposals.c.task_id == task_id))

    def follow_up(self, task: Task, day: date | None) -> None:
        """Keep the day on which a task is to be looked at again; None for no day."""
        if day is None:
            self.connection.execute(delete(follow_ups).where(follow_ups.c.task_id == task.id))
            return
        known = {"task_id": task.id, "case_id": task.case_id, "agency": task.agency, "day": day}
        change = upsert(self.connection, follow_ups).values(**known)
        change = change.on_conflict_do_update(index_elements=["task_id"], set_={"day": day})
        self.connection.execute(change)

    def _gone(self, change: Any) -> None:
        if self.connection.execute(change).rowcount == 0:
            raise Stale("somebody else has removed it")


def described(vault: Vault, row: RowMapping) -> Attachment:
    """Return the file of a row, its name opened."""
    place = sealing.file_in(row["case_id"], row["agency"], row["id"])
    known = {column.name: row[column.name] for column in DESCRIBED}
    return Attachment(**known | {"name": vault.open(place, row["name"])})


def noted(vault: Vault, row: RowMapping) -> Note:
    """Return the note of a row, opened."""
    place = sealing.note_in(row["case_id"], row["agency"], row["id"])
    known = {column.name: row[column.name] for column in notes.c}
    return Note(**known | {"text": vault.open(place, row["text"])})


def proposed(vault: Vault, row: RowMapping) -> Proposal:
    """Return the proposal of a row, opened."""
    place = sealing.proposal_in(row["case_id"], row["agency"], row["task_id"])
    known = {column.name: row[column.name] for column in proposals.c}
    return Proposal(**known | vault.open(place, row["answers"]))


def drafted(vault: Vault, row: Mapping[str, Any]) -> dict[str, Any]:
    """Return the answers of a draft's row, opened."""
    place = sealing.draft_in(row["case_id"], row["agency"], row["task_id"])
    opened: dict[str, Any] = vault.open(place, row["answers"])
    return opened


def saved(reader: Actor, row: Mapping[str, Any] | None) -> DraftSaved:
    """Return when and by whom a draft was saved, as a reader is told it."""
    if row is None:
        return NOT_SAVED
    by = row["person"] if row["actor"] != reader.id else None
    return DraftSaved(row["version"], row["at"], by)
