"""What has happened: the log, denied attempts, incidents, commands already done, chores."""

from __future__ import annotations

from sqlalchemy import JSON, Column, ForeignKey, Index, Integer, String, Table, Text

from engine.db.columns import METADATA, Instant, id_column

events = Table(
    "events",
    METADATA,
    Column("case_id", ForeignKey("cases.id"), primary_key=True),
    Column("sequence", Integer, primary_key=True, autoincrement=False),
    Column("at", Instant, nullable=False),
    Column("kind", String(40), nullable=False),
    Column("actor", String(80)),
    Column("agency", String(40)),
    Column("instance_id", String(36)),
    Column("task_id", String(36), index=True),
    Column("details", JSON, nullable=False),
    Column("previous", String(64), nullable=False),
    Column("digest", String(64), nullable=False),
    Index("ix_events_last", "case_id", "agency", "at"),
)

denials = Table(
    "denials",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("at", Instant, nullable=False),
    Column("actor", String(80), nullable=False),
    Column("agency", String(40), nullable=False),
    Column("action", String(40), nullable=False),
    Column("target", String(36), nullable=False, index=True),
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
