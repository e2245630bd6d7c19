"""What an agency keeps about its tasks beside the answers: sealed, and read by nobody else."""

from __future__ import annotations

from sqlalchemy import Column, Date, ForeignKey, Index, Integer, LargeBinary, String, Table

from engine.db.columns import METADATA, Instant, id_column, reference

attachments = Table(
    "attachments",
    METADATA,
    id_column(),
    reference("case_id", "cases.id"),
    Column("task_id", String(36), nullable=False),
    Column("agency", String(40), nullable=False),
    Column("name", LargeBinary, nullable=False),
    Column("kind", String(10), nullable=False),
    Column("size", Integer, nullable=False),
    Column("at", Instant, nullable=False),
    Column("actor", String(80), nullable=False),
    Column("content", LargeBinary, nullable=False),
    Index("ix_attachments_compartment", "case_id", "agency"),
)

notes = Table(
    "notes",
    METADATA,
    id_column(),
    reference("case_id", "cases.id"),
    Column("task_id", String(36), nullable=False),
    Column("agency", String(40), nullable=False),
    Column("kind", String(20), nullable=False),
    Column("text", LargeBinary, nullable=False),
    Column("at", Instant, nullable=False),
    Column("actor", String(80), nullable=False),
    Index("ix_notes_compartment", "case_id", "agency"),
)


def of_open_task() -> Column[str]:
    """Return the key of what ends with its task."""
    return Column("task_id", ForeignKey("open_tasks.id", ondelete="CASCADE"), primary_key=True)


proposals = Table(
    "proposals",
    METADATA,
    of_open_task(),
    reference("case_id", "cases.id"),
    Column("agency", String(40), nullable=False),
    Column("answers", LargeBinary, nullable=False),
    Column("at", Instant, nullable=False),
    Column("actor", String(80), nullable=False),
)

follow_ups = Table(
    "follow_ups",
    METADATA,
    of_open_task(),
    reference("case_id", "cases.id"),
    Column("agency", String(40), nullable=False),
    Column("day", Date, nullable=False),
)
