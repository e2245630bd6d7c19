"""Messages from agencies' systems as rows, by the sender's own id."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, Engine, RowMapping, exists, insert, or_, select
from sqlalchemy.exc import IntegrityError

from engine.db.conflicts import open_to
from engine.db.tables import cases, erasures, events, incoming, messages, participants
from engine.errors import NotFound, Stale
from engine.exchange.incoming import (
    DELIVERED,
    PARKED,
    WAITING,
    Incoming,
    ParkedLine,
    Receipt,
)
from engine.model import Actor

SENT = (
    select(incoming, messages.c.delivered_at, messages.c.dead_because, cases.c.number)
    .join_from(incoming, messages, messages.c.id == incoming.c.message_id)
    .join(cases, cases.c.id == incoming.c.case_id)
)


class SqlIncoming:
    """The port `engine.exchange.incoming.IncomingBook`."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def case_of(self, agency: str, named: str) -> str:
        """Return the case that an agency means and takes part in, or raise NotFound.

        A case of which its part is erased is none any more.
        """
        takes_part = exists().where(
            participants.c.case_id == cases.c.id, participants.c.agency == agency
        )
        gone = exists().where(erasures.c.case_id == cases.c.id, erasures.c.agency == agency)
        task = (events.c.task_id == named) & (events.c.agency == agency)
        of_task = cases.c.id.in_(select(events.c.case_id).where(task))
        meant = or_(cases.c.number == named, cases.c.id == named, of_task)
        found = self._db.scalars(select(cases.c.id).where(meant, takes_part, ~gone)).all()
        if len(found) != 1:
            raise NotFound(f"case {named}")
        return str(found[0])

    def receipt(self, agency: str, sent_as: str) -> tuple[Receipt, bytes]:
        """Return what has become of a message, and its digest. Raises NotFound."""
        mine = (incoming.c.agency == agency) & (incoming.c.sent_as == sent_as)
        row = self._db.execute(SENT.where(mine)).mappings().first()
        if row is None:
            raise NotFound(f"message {sent_as}")
        return _receipt(row), row["digest"]

    def keep(
        self, message: Incoming, message_id: str, case_id: str, by: tuple[str, str], at: datetime
    ) -> None:
        """Keep that it was taken in; `by` is (agency, account). Raises Stale for a known id."""
        row = {"agency": by[0], "sent_as": message.id, "message_id": message_id, "at": at,
               "case_id": case_id, "name": message.name, "digest": message.digest,
               "actor": by[1]}  # fmt: skip
        try:
            self._db.execute(insert(incoming), row)
        except IntegrityError as error:
            raise Stale("the message has just been sent") from error


def sent(database: Engine, reader: Actor, limit: int) -> Sequence[Receipt]:
    """Return what the reader's agency has sent, the newest first."""
    mine = SENT.where(incoming.c.agency == reader.agency, open_to(reader, incoming.c.case_id))
    with database.connect() as connection:
        newest = mine.order_by(incoming.c.at.desc(), incoming.c.sent_as).limit(limit)
        return [_receipt(row) for row in connection.execute(newest).mappings()]


def parked(database: Engine, reader: Actor, limit: int) -> Sequence[ParkedLine]:
    """Return what could not be taken in, in cases that the reader's agency opened.

    Neither who sent it nor what it is called: that an agency takes part can be a secret (OSL 8:1).
    """
    query = (
        SENT.where(messages.c.dead_because.is_not(None), cases.c.opened_by == reader.agency)
        .where(open_to(reader, incoming.c.case_id))
        .order_by(incoming.c.at.desc(), incoming.c.message_id)
        .limit(limit)
    )
    with database.connect() as connection:
        found = connection.execute(query).mappings()
        return [ParkedLine(r["case_id"], r["number"], r["at"], r["dead_because"]) for r in found]


def _receipt(row: RowMapping) -> Receipt:
    state = PARKED if row["dead_because"] else DELIVERED if row["delivered_at"] else WAITING
    return Receipt(row["sent_as"], row["number"], row["name"], row["at"], state,
                   row["dead_because"])  # fmt: skip
