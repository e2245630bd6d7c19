"""E-mail as rows: an outbox from which any number of workers send, and what could not be sent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Engine, RowMapping, select, update

from engine.db.connection import writing
from engine.db.tables import mailboxes, mails, notices, people
from engine.errors import NotFound
from engine.staff.notices import Mail, Mailbox

LEASE = timedelta(minutes=10)
"""How long a worker has for a batch; if it dies, others send what is left after that."""
WAITS = mails.c.settled_at.is_(None)


@dataclass(frozen=True)
class SqlOutbox:
    """The port `engine.staff.mailing.Outbox`, and what an operator asks of it."""

    database: Engine

    def take(self, now: datetime, limit: int) -> Sequence[Mail]:
        """Lease what is due; no other worker gets it meanwhile."""
        due = (
            select(mails.c.id)
            .where(WAITS, mails.c.next_at <= now)
            .order_by(mails.c.next_at)
            .limit(limit)
            .with_for_update(skip_locked=True)
            .cte("due")
        )
        lease = update(mails).where(mails.c.id == due.c.id).values(next_at=now + LEASE)
        with writing(self.database) as connection:
            taken = list(connection.scalars(lease.returning(mails.c.id)))
            query = _mails().where(mails.c.id.in_(taken)).order_by(notices.c.at, mails.c.id)
            return [_mail(row) for row in connection.execute(query).mappings()]

    def settle(self, mail: Mail, at: datetime, outcome: str, cause: str | None = None) -> None:
        """Take an e-mail out of the outbox, with what became of it."""
        what = {"settled_at": at, "outcome": outcome, "cause": (cause or "")[:200] or None}
        self._change(mail.id, {**what, "attempts": mail.attempts + (outcome in {"sent", "dead"})})

    def postpone(self, mail: Mail, until: datetime, cause: str) -> None:
        """Let it wait for the next attempt."""
        what = {"next_at": until, "cause": cause[:200], "attempts": mail.attempts + 1}
        self._change(mail.id, what)

    def dead(self) -> Sequence[dict[str, Any]]:
        """Return what could not be sent: to whom by their id, never the address."""
        query = select(mails, notices.c.person, notices.c.at).join_from(mails, notices)
        with self.database.connect() as connection:
            found = connection.execute(
                query.where(mails.c.outcome == "dead").order_by(notices.c.at)
            ).mappings()
            return [dict(row) for row in found]

    def revive(self, mail_id: str, now: datetime) -> None:
        """Let one that could not be sent be tried again. Raises NotFound when there is none."""
        again = {"settled_at": None, "outcome": None, "attempts": 0, "next_at": now}
        dead = (mails.c.id == mail_id) & (mails.c.outcome == "dead")
        with writing(self.database) as connection:
            if connection.execute(update(mails).where(dead).values(again)).rowcount == 0:
                raise NotFound(f"e-mail {mail_id}")

    def _change(self, mail_id: str, what: dict[str, Any]) -> None:
        with writing(self.database) as connection:
            connection.execute(update(mails).where(mails.c.id == mail_id, WAITS).values(what))


def _mails() -> Any:
    joined = (
        mails.join(notices, notices.c.id == mails.c.id)
        .join(mailboxes, mailboxes.c.person == notices.c.person, isouter=True)
        .join(people, people.c.id == notices.c.person, isouter=True)
    )
    return select(
        mails, notices.c.person, notices.c.case_id, notices.c.read_at,
        mailboxes.c.address, mailboxes.c.wanted, people.c.agency,
    ).select_from(joined)  # fmt: skip


def _mail(row: RowMapping) -> Mail:
    mailbox = Mailbox(row["address"] or "", bool(row["wanted"]))
    return Mail(row["id"], row["person"], row["case_id"], row["attempts"],
                row["read_at"] is not None, mailbox, row["agency"])  # fmt: skip
