"""The tables. Alembic reads `METADATA`; nothing outside engine.db does."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    DateTime,
    Dialect,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
    text,
)

METADATA = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class Instant(TypeDecorator[datetime]):
    """An aware instant, kept in UTC; a naive one is refused. SQLite has no zones of its own."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Turn an aware instant into UTC."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a naive time was about to be stored")
        return value.astimezone(UTC)

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        """Return the instant as aware UTC."""
        if value is None:
            return None
        moment: datetime = value
        return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def _id() -> Column[str]:
    return Column("id", String(36), primary_key=True)


def _ref(name: str, target: str, **options: Any) -> Column[str]:
    return Column(name, String(36), ForeignKey(target), nullable=False, **options)


process_sets = Table(
    "process_sets",
    METADATA,
    Column("version", String(64), primary_key=True),
    Column("files", JSON, nullable=False),
    Column("published_at", Instant, nullable=False),
    Column("published_by", String(80), nullable=False),
)

people = Table(
    "people",
    METADATA,
    Column("id", String(80), primary_key=True),
    Column("name", String(120), nullable=False),
    Column("agency", String(40), nullable=False, index=True),
    Column("roles", JSON, nullable=False),
    Column("password_hash", String(200), nullable=False),
)

cases = Table(
    "cases",
    METADATA,
    _id(),
    Column("number", String(20), nullable=False, unique=True),
    Column("version", ForeignKey("process_sets.version"), nullable=False),
    Column("opened_at", Instant, nullable=False),
    Column("opened_by", String(40), nullable=False),
    Column("closed_at", Instant),
    Column("end_state", String(3)),
)

instances = Table(
    "instances",
    METADATA,
    _id(),
    _ref("case_id", "cases.id", index=True),
    Column("process", String(80), nullable=False),
    Column("version", ForeignKey("process_sets.version"), nullable=False),
    Column("revision", Integer, nullable=False),
    Column("state", Text, nullable=False),
    Column("variables", JSON, nullable=False),
    Column("rounds", JSON, nullable=False),
    Column("waiting", JSON, nullable=False),
    Column("ended", Boolean, nullable=False),
    Column("end_state", String(3)),
)

open_tasks = Table(
    "open_tasks",
    METADATA,
    _id(),
    _ref("case_id", "cases.id", index=True),
    _ref("instance_id", "instances.id", index=True),
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
    Column("reminded_at", Instant),
    Index("ix_open_tasks_worklist", "agency", "due_at", "id"),
)

timers = Table(
    "timers",
    METADATA,
    Column("instance_id", ForeignKey("instances.id"), primary_key=True),
    Column("path", String(400), primary_key=True),
    Column("due_at", Instant, nullable=False, index=True),
    Column("deadline", String(10)),
    Column("reminds", String(36)),
)

drafts = Table(
    "drafts",
    METADATA,
    Column("task_id", String(36), primary_key=True),
    _ref("case_id", "cases.id"),
    Column("agency", String(40), nullable=False),
    Column("answers", JSON, nullable=False),
)

records = Table(
    "records",
    METADATA,
    _id(),
    _ref("case_id", "cases.id"),
    Column("task_id", String(36), nullable=False, unique=True),
    Column("agency", String(40), nullable=False),
    Column("form", String(80), nullable=False),
    Column("answers", JSON, nullable=False),
    Column("at", Instant, nullable=False),
    Column("actor", String(80), nullable=False),
    Index("ix_records_compartment", "case_id", "agency"),
)

messages = Table(
    "messages",
    METADATA,
    _id(),
    _ref("case_id", "cases.id"),
    Column("name", String(80), nullable=False),
    Column("kind", String(20), nullable=False),
    Column("payload", JSON, nullable=False),
    Column("sender_instance", String(36)),
    Column("position", Integer, nullable=False),
    Column("delivered_at", Instant),
    Index("ix_messages_pending", "case_id", "position",
          sqlite_where=text("delivered_at IS NULL"), postgresql_where=text("delivered_at IS NULL")),
)  # fmt: skip

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

participants = Table(
    "participants",
    METADATA,
    Column("agency", String(40), primary_key=True),
    Column("case_id", ForeignKey("cases.id"), primary_key=True),
)
