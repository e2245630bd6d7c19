"""What has happened: the log, the trail, anchors, incidents, commands already done, chores."""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    SmallInteger,
    String,
    Table,
    Text,
    text,
)

from engine.db.columns import METADATA, Instant, id_column

SHOWN = "kind = 'revealed' OR kind = 'printed'"
"""Entries by which somebody saw protected data: few among many, and looked for by themselves."""


def _told() -> tuple[Column[Any], ...]:
    """What every chain tells of an entry."""
    return (
        Column("sequence", Integer, primary_key=True, autoincrement=False),
        Column("at", Instant, nullable=False),
        Column("kind", String(40), nullable=False),
        Column("actor", String(80)),
        Column("agency", String(40)),
        Column("role", String(80)),
        Column("channel", String(10)),
        Column("command_id", String(36)),
    )


def _bound() -> tuple[Column[Any], ...]:
    """What binds an entry to the one before."""
    return (
        Column("format", SmallInteger, nullable=False),
        Column("facts", LargeBinary, nullable=False),
        Column("previous", LargeBinary(32), nullable=False),
        Column("digest", LargeBinary(32), nullable=False),
    )


events = Table(
    "events",
    METADATA,
    Column("case_id", ForeignKey("cases.id"), primary_key=True),
    *_told(),
    Column("instance_id", String(36)),
    Column("task_id", String(36), index=True),
    *_bound(),
    Index("ix_events_last", "case_id", "agency", "at"),
    Index("ix_events_shown", "agency", "at", "case_id", "sequence",
          sqlite_where=text(SHOWN), postgresql_where=text(SHOWN)),
)  # fmt: skip
"""The log of cases, a chain for each. Facts of format 1 are JSON, of format 2 sealed JSON."""

trail = Table(
    "trail",
    METADATA,
    Column("stream", String(60), primary_key=True),
    *_told(),
    Column("place", String(80)),
    # No foreign key: to read must not wait for somebody who is writing the case.
    Column("subject", String(36)),
    *_bound(),
    Index("ix_trail_subject", "subject", "at"),
    Index("ix_trail_at", "stream", "at", "sequence"),
    Index("ix_trail_kind", "stream", "kind", "at", "sequence"),
    Index("ix_trail_actor", "stream", "actor", "at", "sequence"),
)
"""Who has read, been denied, signed in, published, exported (SoLPuL 10 §): a chain per agency."""

anchors = Table(
    "anchors",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("at", Instant, nullable=False),
    Column("statement", LargeBinary, nullable=False),
    Column("signature", LargeBinary(64), nullable=False),
)

anchored_heads = Table(
    "anchored_heads",
    METADATA,
    Column("stream", String(60), primary_key=True),
    Column("sequence", Integer, primary_key=True, autoincrement=False),
    Column("number", ForeignKey("anchors.number"), nullable=False, index=True),
    Column("digest", LargeBinary(32), nullable=False),
)
"""The leaves of an anchor's tree: only the chains that have grown since the anchor before."""

anchors_sent = Table(
    "anchors_sent",
    METADATA,
    Column("number", ForeignKey("anchors.number"), primary_key=True),
    Column("receiver", String(254), primary_key=True),
    Column("at", Instant, nullable=False),
)

incidents = Table(
    "incidents",
    METADATA,
    id_column(),
    Column("at", Instant, nullable=False),
    Column("kind", String(20), nullable=False),
    Column("command", String(40), nullable=False),
    Column("case_id", ForeignKey("cases.id")),
    Column("instance_id", String(36)),
    Column("element", String(400)),
    Column("actor", String(80)),
    Column("cause", String(400), nullable=False),
    Column("technical", Text, nullable=False),
    Column("state", String(20), nullable=False),
    Column("reason", Text),
    Column("handled_by", String(80)),
    Column("handled_at", Instant),
    Column("approved_by", String(80)),
    Column("handed_to", String(80)),
    Index("ix_incidents_state", "state", "at"),
)

commands = Table(
    "commands",
    METADATA,
    id_column(),
    Column("at", Instant, nullable=False),
    Column("actor", String(80), nullable=False),
    Column("verb", String(100), nullable=False),
    Column("target", String(36), nullable=False),
    Column("result", String(36), nullable=False),
)

chores = Table(
    "chores",
    METADATA,
    Column("name", String(40), primary_key=True),
    Column("day", String(10), primary_key=True),
    Column("at", Instant, nullable=False),
)
