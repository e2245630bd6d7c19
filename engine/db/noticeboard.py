"""What one person is told of: read, marked as read, and where they want e-mail."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import NAMESPACE_OID, uuid5

from sqlalchemy import Connection, Engine, bindparam, func, or_, select, update

from engine.db.conflicts import open_to
from engine.db.connection import upsert, writing
from engine.db.notices import add, begins
from engine.db.prepared import Prepared
from engine.db.substitutions import in_force
from engine.db.tables import cases, mailboxes, notices, open_tasks, people, substitutions
from engine.db.visible import READER
from engine.deadlines import ZONE
from engine.errors import NotFound
from engine.model import Actor
from engine.ports import Clock
from engine.staff.notices import OF_PROCESSES, TEXTS, Mailbox, NoticeLine

PAGE = 100
MANY = 100
"""From how many unread on the header says only that there are many."""
WEEK = timedelta(days=7)
"""How far back a limit that has passed is still told of: longer than any worker stands still."""


def of(reader: Actor) -> Any:
    """Return the condition for what the reader is told of."""
    visible = or_(notices.c.case_id.is_(None), open_to(reader, notices.c.case_id))
    return (notices.c.person == reader.id) & visible


FEW = select(notices.c.id).where(of(READER), notices.c.read_at.is_(None)).limit(bindparam("many"))
UNREAD = Prepared(select(func.count().label("unread")).select_from(FEW.subquery()))
"""Asked by every page."""


@dataclass(frozen=True)
class Noticeboard:
    """What the reader is told of; only their own, and nothing of a case that is hidden."""

    database: Engine
    clock: Clock

    def unread(self, reader: Actor) -> int:
        """Return how many the reader has not read, counted up to MANY."""
        with self.database.connect() as connection:
            (row,) = UNREAD.rows(connection, {"reader_id": reader.id, "many": MANY})
        return int(row["unread"])

    def lines(self, reader: Actor) -> tuple[NoticeLine, ...]:
        """Return the newest, with what they are about in the words of today."""
        query = self._mine(reader).add_columns(
            cases.c.number, open_tasks.c.name.label("task_name"), open_tasks.c.agency
        )
        newest = query.order_by(notices.c.at.desc(), notices.c.id).limit(PAGE)
        with self.database.connect() as connection:
            return tuple(self._lines(reader, connection.execute(newest).mappings()))

    def opened(self, reader: Actor, notice_id: str) -> NoticeLine:
        """Mark a notice as read and return it. Raises NotFound for another's."""
        found = [line for line in self.lines(reader) if line.id == notice_id]
        if not found:
            raise NotFound(f"notice {notice_id}")
        self._read(reader, notices.c.id == notice_id)
        return found[0]

    def read_all(self, reader: Actor) -> None:
        """Mark everything as read."""
        self._read(reader, notices.c.person == reader.id)

    def mailbox(self, reader: Actor) -> Mailbox:
        """Return where the reader wants e-mail."""
        query = select(mailboxes).where(mailboxes.c.person == reader.id)
        with self.database.connect() as connection:
            row = connection.execute(query).mappings().first()
        return Mailbox(row["address"], row["wanted"]) if row else Mailbox()

    def keep_mailbox(self, reader: Actor, mailbox: Mailbox) -> None:
        """Keep where the reader wants e-mail, or that they want none."""
        with writing(self.database) as connection:
            new = upsert(connection, mailboxes).values(person=reader.id, **vars(mailbox))
            connection.execute(
                new.on_conflict_do_update(index_elements=["person"], set_=vars(mailbox))
            )

    @staticmethod
    def _mine(reader: Actor) -> Any:
        joined = notices.join(cases, cases.c.id == notices.c.case_id, isouter=True).join(
            open_tasks, open_tasks.c.id == notices.c.task_id, isouter=True
        )
        return select(notices).select_from(joined).where(of(reader))

    @staticmethod
    def _lines(reader: Actor, found: Iterable[Any]) -> Iterator[NoticeLine]:
        for row in found:
            mine = row["task_id"] if row["agency"] == reader.agency else None
            name = row["task_name"] if mine else None
            yield NoticeLine(
                row["id"], TEXTS[row["kind"]], row["at"], row["read_at"] is None,
                row["case_id"], row["number"], mine, name, row["kind"] in OF_PROCESSES,
            )  # fmt: skip

    def _read(self, reader: Actor, which: Any) -> None:
        mine = (notices.c.person == reader.id) & notices.c.read_at.is_(None)
        with writing(self.database) as connection:
            connection.execute(update(notices).where(mine, which).values(read_at=self.clock.now()))

    def tell_of_the_day(self) -> int:
        """Tell of what a day brings by itself: limits that have passed, substitutions that begin.

        Each is told of once, however often this runs. Returns how many there were.
        """
        now = self.clock.now()
        with writing(self.database) as connection:
            new = [*_passed(connection, now), *_beginning(connection, now)]
            query = select(people.c.id).where(people.c.id.in_([row["person"] for row in new]))
            there = set(connection.scalars(query))
            add(connection, [row for row in new if row["person"] in there])
        return len(new)


def _passed(connection: Connection, now: datetime) -> Iterator[dict[str, Any]]:
    late = (open_tasks.c.due_at > now - WEEK) & (open_tasks.c.due_at <= now)
    held = open_tasks.c.assignee.is_not(None)
    for row in connection.execute(select(open_tasks).where(late, held)).mappings():
        key = uuid5(NAMESPACE_OID, f"passed {row['assignee']} {row['id']}")
        yield {"id": str(key), "person": row["assignee"], "kind": "passed", "at": now,
               "case_id": row["case_id"], "task_id": row["id"]}  # fmt: skip


def _beginning(connection: Connection, now: datetime) -> Iterator[dict[str, Any]]:
    today = now.astimezone(ZONE).date()
    for row in connection.execute(select(substitutions).where(in_force(today))).mappings():
        yield begins(row["id"], row["substitute"], now)
