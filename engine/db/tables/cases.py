"""Cases and what lives in them: instances, open tasks, timers, messages, who takes part."""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    false,
    text,
)

from engine.db.columns import METADATA, Instant, id_column, reference

cases = Table(
    "cases",
    METADATA,
    id_column(),
    Column("number", String(20), nullable=False, unique=True),
    Column("version", ForeignKey("process_sets.version"), nullable=False),
    Column("opened_at", Instant, nullable=False),
    Column("opened_by", String(40), nullable=False),
    Column("closed_at", Instant),
    Column("end_state", String(3)),
    Column("region", String(20), nullable=False, server_default=text("'okand'")),
    Column("checked_sequence", Integer, nullable=False, server_default=text("0")),
    Index("ix_cases_end_state", "end_state"),
)

instances = Table(
    "instances",
    METADATA,
    id_column(),
    reference("case_id", "cases.id", index=True),
    Column("process", String(80), nullable=False),
    Column("version", ForeignKey("process_sets.version"), nullable=False),
    Column("revision", Integer, nullable=False),
    Column("state", Text, nullable=False),
    Column("variables", JSON, nullable=False),
    Column("rounds", JSON, nullable=False),
    Column("waiting", JSON, nullable=False),
    Column("ended", Boolean, nullable=False),
    Column("end_state", String(3)),
    Column("paused_at", Instant),
)

AMONG_MANY = {"only": "postgresql"}
"""An index for a million rows. SQLite is for few people: it would only make every task dearer."""

open_tasks = Table(
    "open_tasks",
    METADATA,
    id_column(),
    reference("case_id", "cases.id"),
    reference("instance_id", "instances.id"),
    Column("path", String(400), nullable=False),
    Column("process", String(80), nullable=False),
    Column("element", String(120), nullable=False),
    Column("name", String(200), nullable=False),
    Column("agency", String(40), nullable=False),
    Column("role", String(40)),
    Column("form", String(80), nullable=False),
    Column("opened_at", Instant, nullable=False),
    Column("due_at", Instant),
    Column("deadline", String(10)),
    Column("assignee", String(80)),
    Column("paused_at", Instant),
    Column("reminded_at", Instant),
    Column("urgent_at", Instant, nullable=False),
    Column("given_at", Instant),
    Index("ix_open_tasks_instance", "case_id", "instance_id"),
    Index("ix_open_tasks_worklist", "agency", "urgent_at", "id"),
    Index("ix_open_tasks_assignee", "assignee", "urgent_at", "id",
          sqlite_where=text("assignee IS NOT NULL"),
          postgresql_where=text("assignee IS NOT NULL")),
    Index("ix_open_tasks_free", "agency", "urgent_at", "id",
          postgresql_where=text("assignee IS NULL"), info=AMONG_MANY),
    Index("ix_open_tasks_process", "agency", "process", "urgent_at", "id", info=AMONG_MANY),
    Index("ix_open_tasks_element", "agency", "process", "element", "urgent_at", "id",
          info=AMONG_MANY),
    Index("ix_open_tasks_opened", "agency", "opened_at", "id", info=AMONG_MANY),
    Index("ix_open_tasks_given", "assignee", "given_at",
          sqlite_where=text("given_at IS NOT NULL"),
          postgresql_where=text("given_at IS NOT NULL")),
)  # fmt: skip

timers = Table(
    "timers",
    METADATA,
    Column("instance_id", ForeignKey("instances.id"), primary_key=True),
    Column("path", String(400), primary_key=True),
    Column("due_at", Instant, nullable=False),
    Column("deadline", String(10)),
    Column("reminds", String(36)),
    Column("paused_at", Instant),
    Column("leased_until", Instant),
    Column("parked", Boolean, nullable=False, server_default=false()),
    Index("ix_timers_due", "due_at", sqlite_where=text("parked = 0 AND paused_at IS NULL"),
          postgresql_where=text("NOT parked AND paused_at IS NULL")),
)  # fmt: skip

messages = Table(
    "messages",
    METADATA,
    id_column(),
    reference("case_id", "cases.id"),
    Column("name", String(80), nullable=False),
    Column("kind", String(20), nullable=False),
    Column("payload", JSON, nullable=False),
    Column("sender_instance", String(36)),
    Column("position", Integer, nullable=False),
    Column("delivered_at", Instant),
    Column("receiver_instance", String(36)),
    Column("dead_because", String(200)),
    Index("ix_messages_pending", "case_id", "position",
          sqlite_where=text("delivered_at IS NULL"), postgresql_where=text("delivered_at IS NULL")),
    Index("ix_messages_dead", "case_id", sqlite_where=text("dead_because IS NOT NULL"),
          postgresql_where=text("dead_because IS NOT NULL")),
)  # fmt: skip

participants = Table(
    "participants",
    METADATA,
    Column("agency", String(40), primary_key=True),
    Column("case_id", ForeignKey("cases.id"), primary_key=True),
)
