"""What a reader sees around a task of their agency: papers, what came before, what came of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, RowMapping, Table, select

from engine.db import rows
from engine.db.casefile import CaseFile
from engine.db.conflicts import open_to
from engine.db.log import opened
from engine.db.papers import DESCRIBED, described, noted, proposed
from engine.db.queries import Queries
from engine.db.sealing import file_in
from engine.db.tables import attachments, cases, events, follow_ups, notes, people, proposals
from engine.db.tasklist import own_open_tasks
from engine.errors import Erased, NotFound
from engine.model import Actor, Task
from engine.papers import Attachment, Signed, TaskPapers
from engine.timeline import Timeline
from engine.views import Answered, DonePage, TimelineEntry

BEFORE = 8
"""Entries of what has happened before, on the page of a task."""


@dataclass(frozen=True)
class TaskFile:
    """Reads what belongs to a task for one reader, who is of its agency."""

    casefile: CaseFile

    @property
    def _queries(self) -> Queries:
        return self.casefile.queries

    def papers(self, actor: Actor, task: Task) -> TaskPapers:
        """Return files and comments of the agency in the case, and what waits for approval."""
        if task.agency != actor.agency:
            raise NotFound(f"task {task.id}")
        with self._queries.database.connect() as connection:
            kept = self._files(connection, actor, task.case_id)
            written = _of_compartment(connection, notes, notes.c, actor, task.case_id)
            waiting = _of_task(connection, proposals, task.id)
            watched = _of_task(connection, follow_ups, task.id)
        told = tuple(self._opened(noted, written))
        proposal = next(self._opened(proposed, waiting), None)
        return TaskPapers(kept, told, proposal, watched[0]["day"] if watched else None)

    def attachments(self, actor: Actor, case_id: str) -> tuple[Signed, ...]:
        """Return the files of the reader's agency in a case, the newest first."""
        with self._queries.database.connect() as connection:
            return self._files(connection, actor, case_id)

    def attached(self, actor: Actor, attachment_id: str) -> tuple[Attachment, bytes]:
        """Return a file of the reader's agency; NotFound for any other (the attempt is kept)."""
        with self._queries.database.connect() as connection:
            free = open_to(actor, attachments.c.case_id)
            query = select(attachments).where(attachments.c.id == attachment_id, free)
            row = connection.execute(query).mappings().first()
        if row is None or row["agency"] != actor.agency:
            self._queries.deny(actor, "attachment", attachment_id)
            raise NotFound(f"attachment {attachment_id}")
        place = file_in(row["case_id"], row["agency"], row["id"])
        try:
            vault = self._queries.vault
            return described(vault, row), vault.open_file(place, row["content"])
        except Erased as error:
            raise NotFound(f"attachment {attachment_id}") from error

    def before(self, actor: Actor, task: Task) -> tuple[TimelineEntry, ...]:
        """Return the newest of what has happened in the case that the reader may know."""
        return self.casefile.recent(actor, task.case_id, BEFORE, task.id)

    def done(self, actor: Actor, task_id: str) -> DonePage:
        """Return what came of a task that the reader's agency has completed; else NotFound."""
        with self._queries.database.connect() as connection:
            done = self._completed(connection, actor, task_id)
            if done is None:
                self._queries.deny(actor, "done_page", task_id)
                raise NotFound(f"completed task {task_id}")
            query = select(cases).where(cases.c.id == done["case_id"])
            case = rows.case(connection.execute(query).mappings().one())
            open_now = own_open_tasks(connection, actor, case.id)
            handed = opened(self._queries.vault, _handed(connection, actor, done))
            opening = self.casefile.opener(connection, case)
            answers = self.casefile.answers(connection, actor, case, opening, [task_id])
        lines = [self._queries.task_line(actor, row) for row in open_now]
        new = tuple(each for each in lines if each.task.opened_at >= done["at"])
        told = Timeline(self._queries.models.registers(case.version)).entries(handed, {})
        return DonePage(
            done["details"]["name"], case.id, case.number, done["at"], new,
            tuple(each for each in lines if each not in new), tuple(told),
            case.closed_at is not None, answers.get(task_id, Answered()).pairs,
        )  # fmt: skip

    def _completed(
        self, connection: Connection, actor: Actor, task_id: str
    ) -> dict[str, Any] | None:
        mine = (events.c.task_id == task_id) & (events.c.agency == actor.agency)
        mine &= open_to(actor, events.c.case_id)
        query = select(events).where(mine, events.c.kind == "task_completed")
        found = connection.execute(query.limit(1)).mappings()
        return next(iter(opened(self._queries.vault, found)), None)

    def _files(self, connection: Connection, actor: Actor, case_id: str) -> tuple[Signed, ...]:
        found = _of_compartment(connection, attachments, DESCRIBED, actor, case_id)
        return tuple(self._opened(described, found))

    def _opened(self, opening: Any, found: Iterable[RowMapping]) -> Iterator[Signed]:
        """Yield papers with the names of those they are from; nothing once they are erased."""
        for row in found:
            try:
                yield Signed(opening(self._queries.vault, row), row["person"] or "")
            except Erased:
                return


def _of_compartment(
    connection: Connection, table: Table, columns: Iterable[Any], actor: Actor, case_id: str
) -> Sequence[RowMapping]:
    mine = (table.c.case_id == case_id) & (table.c.agency == actor.agency)
    mine &= open_to(actor, table.c.case_id)
    query = select(*columns, people.c.name.label("person")).join_from(
        table, people, people.c.id == table.c.actor, isouter=True
    )
    ordered = query.where(mine).order_by(table.c.at.desc(), table.c.id)
    return connection.execute(ordered).mappings().all()


def _of_task(connection: Connection, table: Table, task_id: str) -> Sequence[RowMapping]:
    query = select(table)
    if "actor" in table.c:
        named = people.c.name.label("person")
        query = select(table, named).join_from(
            table, people, people.c.id == table.c.actor, isouter=True
        )
    return connection.execute(query.where(table.c.task_id == task_id)).mappings().all()


def _handed(connection: Connection, actor: Actor, done: Mapping[str, Any]) -> Sequence[RowMapping]:
    """Return the entries of what the agency handed over at that moment, by that person."""
    mine = (events.c.case_id == done["case_id"]) & (events.c.agency == actor.agency)
    same = (events.c.at == done["at"]) & (events.c.kind == "disclosed")
    query = select(events, people.c.name.label("person")).join_from(
        events, people, people.c.id == events.c.actor, isouter=True
    )
    found = query.where(mine, same).order_by(events.c.sequence)
    return connection.execute(found).mappings().all()
