"""What agencies' systems are told and tell: webhooks, events on their way, messages taken in."""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Index,
    Integer,
    LargeBinary,
    SmallInteger,
    String,
    Table,
    UniqueConstraint,
    text,
)

from engine.db.columns import METADATA, Instant, id_column, reference

WAITING = text("settled_at IS NULL")

webhooks = Table(
    "webhooks",
    METADATA,
    id_column(),
    Column("agency", String(40), nullable=False, index=True),
    Column("kinds", JSON, nullable=False),
    Column("active", Boolean, nullable=False),
    # Address and secrets, sealed; empty once it has ended.
    Column("sealed", LargeBinary, nullable=False),
    Column("created_at", Instant, nullable=False),
    Column("created_by", String(80), nullable=False),
    Column("ended_at", Instant),
    # Until when it is not called, because it did not answer.
    Column("held_until", Instant),
)

outgoing = Table(
    "outgoing",
    METADATA,
    id_column(),
    Column("event_id", String(36), nullable=False),
    reference("webhook_id", "webhooks.id"),
    Column("kind", String(40), nullable=False),
    Column("at", Instant, nullable=False),
    # No foreign key: nobody who writes the case waits for it.
    Column("case_id", String(36)),
    # The number of the log's entry, by which order is kept in a case; 0 for what stands alone.
    Column("position", Integer, nullable=False),
    Column("facts", LargeBinary),
    # The task that is late at that instant: of which there must be only one event.
    Column("once", String(36)),
    Column("next_at", Instant, nullable=False),
    Column("attempts", SmallInteger, nullable=False),
    Column("settled_at", Instant),
    Column("outcome", String(10)),
    Column("cause", String(200)),
    UniqueConstraint("webhook_id", "once", "at"),
    Index("ix_outgoing_due", "webhook_id", "next_at",
          sqlite_where=WAITING, postgresql_where=WAITING),
    Index("ix_outgoing_order", "webhook_id", "case_id", "position",
          sqlite_where=WAITING, postgresql_where=WAITING),
    Index("ix_outgoing_settled", "settled_at"),
    Index("ix_outgoing_webhook", "webhook_id", "settled_at"),
)  # fmt: skip

incoming = Table(
    "incoming",
    METADATA,
    Column("agency", String(40), primary_key=True),
    Column("sent_as", String(120), primary_key=True),
    Column("message_id", String(36), nullable=False, unique=True),
    reference("case_id", "cases.id", index=True),
    Column("name", String(80), nullable=False),
    Column("digest", LargeBinary(32), nullable=False),
    Column("at", Instant, nullable=False),
    Column("actor", String(80), nullable=False),
)
"""Messages that systems have sent, by the sender's own id: sent again, nothing happens."""
