"""What an agency keeps for itself: drafts, records, and copies of what others handed over."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, LargeBinary, String, Table, text

from engine.db.columns import METADATA, Instant, id_column, reference

drafts = Table(
    "drafts",
    METADATA,
    Column("task_id", ForeignKey("open_tasks.id", ondelete="CASCADE"), primary_key=True),
    reference("case_id", "cases.id"),
    Column("agency", String(40), nullable=False),
    Column("answers", LargeBinary, nullable=False),
    Column("version", Integer, nullable=False, server_default=text("1")),
    Column("at", Instant),
    Column("actor", String(80)),
)

records = Table(
    "records",
    METADATA,
    id_column(),
    reference("case_id", "cases.id"),
    Column("task_id", String(36), nullable=False, unique=True),
    Column("agency", String(40), nullable=False),
    Column("form", String(80), nullable=False),
    Column("answers", LargeBinary, nullable=False),
    Column("at", Instant, nullable=False),
    Column("actor", String(80), nullable=False),
    Index("ix_records_compartment", "case_id", "agency"),
)

disclosures = Table(
    "disclosures",
    METADATA,
    id_column(),
    reference("case_id", "cases.id"),
    Column("message", String(10), nullable=False),
    Column("name", String(120), nullable=False),
    Column("task_id", String(36), nullable=False),
    Column("sender", String(40), nullable=False),
    Column("receiver", String(40), nullable=False),
    Column("ground", String(20), nullable=False),
    Column("form", String(80), nullable=False),
    Column("fields", LargeBinary, nullable=False),
    Column("at", Instant, nullable=False),
    Column("actor", String(80), nullable=False),
    Index("ix_disclosures_compartment", "case_id", "receiver"),
)
