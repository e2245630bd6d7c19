"""Webhooks as rows, their address and secrets sealed. The port `engine.exchange.webhooks`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import uuid4

from sqlalchemy import Connection, case, insert, select, update

from engine.db.conflicts import open_to
from engine.db.tables import cases, outgoing, webhooks
from engine.db.trail import Noted, add
from engine.errors import NotFound
from engine.exchange.kinds import TEST
from engine.exchange.webhooks import DeliveryLine, Webhook
from engine.model import Actor
from engine.secrecy.vault import Compartment, Vault

KEYS = "webhookar"
"""In place of a case, where webhooks are sealed: they belong to none."""
LIVES = webhooks.c.ended_at.is_(None)
DEAD = outgoing.c.outcome == "dead"


class SqlWebhooks:
    """The port `engine.exchange.webhooks.WebhookBook`."""

    def __init__(self, connection: Connection, vault: Vault, channel: str) -> None:
        self._db, self._vault, self._channel = connection, vault, channel

    def of_agency(self, agency: str) -> Sequence[Webhook]:
        """Return those that have not ended, the oldest first."""
        mine = select(webhooks).where(LIVES, webhooks.c.agency == agency)
        found = self._db.execute(mine.order_by(webhooks.c.created_at, webhooks.c.id)).mappings()
        return [opened(self._vault, row) for row in found]

    def one(self, agency: str, webhook_id: str) -> Webhook:
        """Return one of an agency that has not ended, or raise NotFound."""
        mine = (webhooks.c.agency == agency) & (webhooks.c.id == webhook_id) & LIVES
        row = self._db.execute(select(webhooks).where(mine).with_for_update()).mappings().first()
        if row is None:
            raise NotFound(f"webhook {webhook_id}")
        return opened(self._vault, row)

    def add(self, webhook: Webhook) -> None:
        """Keep a new one."""
        self._db.execute(insert(webhooks), self._row(webhook))

    def change(self, webhook: Webhook, now: datetime) -> None:
        """Keep it as it is now; what waits for one that has ended is settled."""
        this = update(webhooks).where(webhooks.c.id == webhook.id)
        self._db.execute(this.values(self._row(webhook)))
        if webhook.ended_at:
            waits = (outgoing.c.webhook_id == webhook.id) & outgoing.c.settled_at.is_(None)
            ended = update(outgoing).where(waits).values(settled_at=now, outcome="ended")
            self._db.execute(ended)

    def test(self, webhook: Webhook, now: datetime) -> None:
        """Put a test event on its way."""
        self._db.execute(insert(outgoing), row_of(webhook.id, TEST, now))
        self._call_at_once(webhook.id)

    def lines(self, reader: Actor, limit: int) -> Sequence[DeliveryLine]:
        """Return what waits, what is dead, and what was sent last: the dead first.

        Nothing of a case in which the reader is disqualified.
        """
        known = outgoing.c.case_id.is_(None) | open_to(reader, outgoing.c.case_id)
        joined = outgoing.join(webhooks, webhooks.c.id == outgoing.c.webhook_id).join(
            cases, cases.c.id == outgoing.c.case_id, isouter=True
        )
        first = case((DEAD, 0), (outgoing.c.settled_at.is_(None), 1), else_=2)
        query = (
            select(outgoing, cases.c.number)
            .select_from(joined)
            .where(webhooks.c.agency == reader.agency, LIVES, known)
            .order_by(first, outgoing.c.at.desc(), outgoing.c.position.desc(), outgoing.c.id)
            .limit(limit)
        )
        return [_line(row) for row in self._db.execute(query).mappings()]

    def revive(self, agency: str, delivery_id: str, now: datetime) -> DeliveryLine:
        """Let one that is dead be sent again. Raises NotFound when there is none."""
        of_agency = select(webhooks.c.id).where(webhooks.c.agency == agency, LIVES)
        mine = (outgoing.c.id == delivery_id) & DEAD & outgoing.c.webhook_id.in_(of_agency)
        again = {"settled_at": None, "outcome": None, "attempts": 0, "next_at": now}
        change = update(outgoing).where(mine).values(again).returning(outgoing)
        row = self._db.execute(change).mappings().first()
        if row is None:
            raise NotFound(f"event {delivery_id}")
        self._call_at_once(row["webhook_id"])
        number = select(cases.c.number).where(cases.c.id == row["case_id"])
        return _line({**row, "number": self._db.execute(number).scalar()})

    def _call_at_once(self, webhook_id: str) -> None:
        """Call it though it did not answer a moment ago: a person says so."""
        this = update(webhooks).where(webhooks.c.id == webhook_id)
        self._db.execute(this.values(held_until=None))

    def note(self, kind: str, actor: Actor, now: datetime, subject: str, **facts: Any) -> None:
        """Keep in the trail that somebody changed something here."""
        add(self._db, self._channel, Noted(kind, now, actor, "webhooks", subject, facts))

    def _row(self, webhook: Webhook) -> dict[str, Any]:
        until = webhook.previous_until
        kept = {
            "url": webhook.url, "secret": webhook.secret, "previous": webhook.previous,
            "previous_until": until.isoformat() if until else None,
        }  # fmt: skip
        place = _place(webhook.agency, webhook.id)
        return {
            "id": webhook.id, "agency": webhook.agency, "kinds": list(webhook.kinds),
            "active": webhook.active, "created_at": webhook.created_at,
            "created_by": webhook.created_by, "ended_at": webhook.ended_at,
            "sealed": b"" if webhook.ended_at else self._vault.seal(place, kept),
        }  # fmt: skip


def opened(vault: Vault, row: Mapping[Any, Any]) -> Webhook:
    """Return a webhook of a row that has all the columns of the table."""
    kept = vault.open(_place(row["agency"], row["id"]), row["sealed"])
    until = kept["previous_until"]
    return Webhook(
        row["id"], row["agency"], kept["url"], tuple(row["kinds"]), row["created_at"],
        row["created_by"], kept["secret"], kept["previous"],
        datetime.fromisoformat(until) if until else None, row["active"],
    )  # fmt: skip


def row_of(webhook_id: str, kind: str, at: datetime, **more: Any) -> dict[str, Any]:
    """Return the row of an event that is due at once."""
    about = {"case_id": None, "position": 0, "facts": None, "once": None}
    return {"id": str(uuid4()), "event_id": str(uuid4()), "webhook_id": webhook_id, "kind": kind,
            "at": at, "next_at": at, "attempts": 0, **about, **more}  # fmt: skip


def _place(agency: str, webhook_id: str) -> Compartment:
    return Compartment(KEYS, agency, webhook_id)


def _line(row: Any) -> DeliveryLine:
    waits = row["settled_at"] is None
    return DeliveryLine(
        row["id"], row["kind"], row["at"], row["webhook_id"], row["number"], row["attempts"],
        row["outcome"], row["cause"], row["next_at"] if waits else None,
    )  # fmt: skip
