"""Who stands in for whom, who is disqualified, and what people are told."""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    text,
)

from engine.db.columns import METADATA, Instant, id_column, reference

substitutions = Table(
    "substitutions",
    METADATA,
    id_column(),
    Column("absent", String(80), nullable=False, index=True),
    Column("substitute", String(80), nullable=False, index=True),
    Column("agency", String(40), nullable=False),
    Column("first_day", String(10), nullable=False),
    Column("last_day", String(10), nullable=False),
    Column("reason", String(20), nullable=False),
    Column("made_by", String(80), nullable=False),
    Column("made_at", Instant, nullable=False),
    Column("ended_at", Instant),
    Column("ended_by", String(80)),
    Index("ix_substitutions_agency", "agency", "last_day"),
)

disqualifications = Table(
    "disqualifications",
    METADATA,
    id_column(),
    reference("case_id", "cases.id", index=True),
    Column("person", String(80), nullable=False),
    Column("agency", String(40), nullable=False),
    Column("reason", LargeBinary, nullable=False),
    Column("declared_by", String(80), nullable=False),
    Column("declared_at", Instant, nullable=False),
    Column("lifted_at", Instant),
    Column("lifted_by", String(80)),
    Index("ix_disqualifications_in_force", "person", "case_id", unique=True,
          sqlite_where=text("lifted_at IS NULL"), postgresql_where=text("lifted_at IS NULL")),
)  # fmt: skip

notices = Table(
    "notices",
    METADATA,
    id_column(),
    Column("person", String(80), nullable=False),
    Column("kind", String(20), nullable=False),
    Column("at", Instant, nullable=False),
    Column("case_id", ForeignKey("cases.id")),
    Column("task_id", String(36)),
    Column("read_at", Instant),
    Index("ix_notices_newest", "person", "at"),
    Index("ix_notices_unread", "person", sqlite_where=text("read_at IS NULL"),
          postgresql_where=text("read_at IS NULL")),
)  # fmt: skip

mails = Table(
    "mails",
    METADATA,
    Column("id", ForeignKey("notices.id"), primary_key=True),
    Column("next_at", Instant, nullable=False),
    Column("attempts", Integer, nullable=False, server_default=text("0")),
    Column("settled_at", Instant),
    Column("outcome", String(20)),
    Column("cause", String(200)),
    Index("ix_mails_waiting", "next_at", sqlite_where=text("settled_at IS NULL"),
          postgresql_where=text("settled_at IS NULL")),
    Index("ix_mails_dead", "id", sqlite_where=text("outcome = 'dead'"),
          postgresql_where=text("outcome = 'dead'")),
)  # fmt: skip

mailboxes = Table(
    "mailboxes",
    METADATA,
    Column("person", String(80), primary_key=True),
    Column("address", String(254), nullable=False),
    Column("wanted", Boolean, nullable=False),
)
