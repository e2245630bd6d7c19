"""Messages as rows: an outbox with receipts, and the letters that could not be delivered."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import Connection, bindparam, func, select, update

from engine.db import rows
from engine.db.connection import upsert
from engine.db.tables import messages
from engine.errors import NotFound, Stale
from engine.mishaps import DeadLetter
from engine.model import Message

WAITS = messages.c.delivered_at.is_(None) & messages.c.dead_because.is_(None)
PENDING = (
    select(messages)
    .where(messages.c.case_id == bindparam("of_case"), WAITS)
    .order_by(messages.c.position)
)


def send(connection: Connection, outgoing: Iterable[Message], dead_because: str | None) -> None:
    """Put messages in the outbox, in order; one with an id that is known is left out."""
    new = [vars(m) | {"payload": dict(m.payload), "dead_because": dead_because} for m in outgoing]
    if not new:
        return
    query = select(func.max(messages.c.position)).where(messages.c.case_id == new[0]["case_id"])
    position = connection.execute(query).scalar() or 0
    numbered = [m | {"position": position + n} for n, m in enumerate(new, 1)]
    insert = upsert(connection, messages).on_conflict_do_nothing(index_elements=["id"])
    connection.execute(insert, numbered)


def pending(connection: Connection, case_id: str) -> Sequence[Message]:
    """Return the messages of a case that are not delivered, in the order they were sent."""
    found = connection.execute(PENDING, {"of_case": case_id}).mappings()
    return [rows.message(row) for row in found]


def delivered(connection: Connection, message: Message, at: datetime, receiver: str | None) -> None:
    """Take a message out of the outbox, with its receipt. Raises Stale if another worker has."""
    change = update(messages).where(messages.c.id == message.id, WAITS)
    receipt = {"delivered_at": at, "receiver_instance": receiver}
    if connection.execute(change.values(receipt)).rowcount == 0:
        raise Stale(f"message {message.id} has been delivered")


def bury(connection: Connection, message: Message, reason: str) -> None:
    """Put a message among the dead letters. Raises Stale if another worker delivered it."""
    change = update(messages).where(messages.c.id == message.id, WAITS)
    if connection.execute(change.values(dead_because=reason[:200])).rowcount == 0:
        raise Stale(f"message {message.id} has been delivered")


def revive(connection: Connection, message_id: str) -> Message:
    """Let a dead letter wait for delivery again. Raises NotFound when there is none."""
    dead = (messages.c.id == message_id) & messages.c.dead_because.is_not(None)
    change = update(messages).where(dead).values(dead_because=None).returning(messages)
    row = connection.execute(change).mappings().first()
    if row is None:
        raise NotFound(f"dead letter {message_id}")
    return rows.message(row)


def dead(connection: Connection) -> Sequence[DeadLetter]:
    """Return the letters that could not be delivered, with the reason."""
    query = select(messages).where(messages.c.dead_because.is_not(None))
    found = connection.execute(query.order_by(messages.c.case_id, messages.c.position)).mappings()
    return [DeadLetter(rows.message(row), row["dead_because"]) for row in found]
