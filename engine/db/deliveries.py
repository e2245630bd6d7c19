"""The outbox of events: workers take what is due, each row by one of them at a time.

In a case, one webhook gets its events in the order of the log: none is taken while an earlier one
waits. One that is dead holds up nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Engine, RowMapping, and_, delete, exists, or_, select, update

from engine.db.connection import writing
from engine.db.outgoing import facts_of, listened, tell_missed
from engine.db.tables import cases, outgoing, webhooks
from engine.db.webhooks import LIVES, opened
from engine.errors import Erased
from engine.exchange.webhooks import Delivery
from engine.secrecy.vault import Vault

LEASE = timedelta(minutes=10)
"""How long a worker has for a batch; if it dies, others send what is left after that."""
KEPT = timedelta(days=30)
"""How long it is told what was sent; longer than `outgoing.LATE`, so that nothing is told twice."""
KEPT_DEAD = timedelta(days=180)
WAITS = outgoing.c.settled_at.is_(None)
EARLIER = outgoing.alias("earlier")
BEHIND = exists().where(
    EARLIER.c.webhook_id == outgoing.c.webhook_id, EARLIER.c.case_id == outgoing.c.case_id,
    EARLIER.c.position.between(1, outgoing.c.position - 1), EARLIER.c.settled_at.is_(None),
)  # fmt: skip


@dataclass(frozen=True)
class SqlOutgoing:
    """The port `engine.exchange.sending.Outgoing`."""

    database: Engine
    vault: Vault

    def tell_missed(self, now: datetime) -> None:
        """Put on their way the events of tasks whose time has run out."""
        with self.database.connect() as connection:
            if not listened(connection):
                return
        with writing(self.database) as connection:
            tell_missed(connection, self.vault, now)

    def take(self, now: datetime, limit: int) -> Sequence[Delivery]:
        """Lease what is due; no other worker gets it meanwhile."""
        if not (called := self._called(now)):
            return ()  # a worker asks every second, and on SQLite there is but one who writes
        due = (
            select(outgoing.c.id)
            .where(WAITS, outgoing.c.webhook_id.in_(called), outgoing.c.next_at <= now, ~BEHIND)
            .order_by(outgoing.c.next_at, outgoing.c.position)
            .limit(limit)
            .with_for_update(skip_locked=True)
            .cte("due")
        )
        lease = update(outgoing).where(outgoing.c.id == due.c.id).values(next_at=now + LEASE)
        with writing(self.database) as connection:
            taken = list(connection.scalars(lease.returning(outgoing.c.id)))
            found = connection.execute(_deliveries(taken)).mappings().all() if taken else ()
        return [self._delivery(row) for row in found]

    def settle(
        self, delivery: Delivery, at: datetime, outcome: str, cause: str | None = None
    ) -> None:
        """Take it out of the outbox, unless its lease has ended meanwhile."""
        what = {"settled_at": at, "outcome": outcome, "cause": (cause or "")[:200] or None}
        self._change(delivery, {**what, "attempts": delivery.attempts + 1})

    def postpone(self, delivery: Delivery, until: datetime, cause: str) -> None:
        """Let it wait for the next attempt, unless its lease has ended meanwhile."""
        what = {"next_at": until, "cause": cause[:200], "attempts": delivery.attempts + 1}
        self._change(delivery, what)

    def give_back(self, delivery: Delivery, until: datetime) -> None:
        """Let it wait without having been tried."""
        self._change(delivery, {"next_at": until})

    def prune(self, now: datetime) -> None:
        """Forget what was settled long ago."""
        dead = outgoing.c.outcome == "dead"
        old = (outgoing.c.settled_at < now - KEPT) & ~dead
        older = (outgoing.c.settled_at < now - KEPT_DEAD) & dead
        with self.database.connect() as connection:
            if (
                connection.execute(select(outgoing.c.id).where(old | older).limit(1)).first()
                is None
            ):
                return
        with writing(self.database) as connection:
            connection.execute(delete(outgoing).where(old | older))

    def hold(self, delivery: Delivery, until: datetime) -> None:
        """Call its webhook no more until then: it does not answer."""
        this = update(webhooks).where(webhooks.c.id == delivery.webhook.id)
        with writing(self.database) as connection:
            connection.execute(this.values(held_until=until))

    def _called(self, now: datetime) -> Sequence[str]:
        """Return the webhooks that have something due, and are neither paused nor held."""
        held = webhooks.c.held_until > now
        free = webhooks.c.active & LIVES & or_(webhooks.c.held_until.is_(None), ~held)
        due = exists().where(
            outgoing.c.webhook_id == webhooks.c.id, WAITS, outgoing.c.next_at <= now
        )
        with self.database.connect() as connection:
            return list(connection.scalars(select(webhooks.c.id).where(free, due)))

    def _change(self, delivery: Delivery, what: Mapping[str, Any]) -> None:
        """Write it, if it is still ours: another worker has it once our lease has ended."""
        mine = and_(outgoing.c.id == delivery.id, WAITS, outgoing.c.next_at == delivery.lease)
        with writing(self.database) as connection:
            connection.execute(update(outgoing).where(mine).values(what))

    def _delivery(self, row: RowMapping) -> Delivery:
        try:
            facts = facts_of(self.vault, row)
        except Erased:
            facts = {}  # that it happened is told still; about what is gone with the case
        hook = {column.name: row[f"hook_{column.name}"] for column in webhooks.c}
        return Delivery(
            row["id"], row["event_id"], opened(self.vault, hook), row["kind"], row["at"],
            row["next_at"], row["attempts"], row["case_id"], row["number"], facts,
        )  # fmt: skip


def _deliveries(taken: Sequence[str]) -> Any:
    joined = outgoing.join(webhooks, webhooks.c.id == outgoing.c.webhook_id).join(
        cases, cases.c.id == outgoing.c.case_id, isouter=True
    )
    hook = (column.label(f"hook_{column.name}") for column in webhooks.c)
    query = select(outgoing, *hook, cases.c.number).select_from(joined)
    return query.where(outgoing.c.id.in_(taken)).order_by(outgoing.c.position, outgoing.c.id)
