"""What is kept of erasing: stops, proposals, and the keys that must never come back."""

from __future__ import annotations

from sqlalchemy import Column, Date, ForeignKey, Index, LargeBinary, String, Table, text

from engine.db.columns import METADATA, Instant, id_column, reference

holds = Table(
    "holds",
    METADATA,
    id_column(),
    reference("case_id", "cases.id"),
    Column("agency", String(40), nullable=False),
    Column("reason", LargeBinary, nullable=False),
    Column("set_at", Instant, nullable=False),
    Column("set_by", String(80), nullable=False),
    Column("lifted_at", Instant),
    Column("lifted_by", String(80)),
    Index("ix_holds_in_force", "agency", "case_id", unique=True,
          sqlite_where=text("lifted_at IS NULL"), postgresql_where=text("lifted_at IS NULL")),
)  # fmt: skip

disposals = Table(
    "disposals",
    METADATA,
    id_column(),
    Column("agency", String(40), nullable=False),
    Column("proposed_at", Instant, nullable=False),
    Column("proposed_by", String(80), nullable=False),
    Column("state", String(12), nullable=False),
    Column("decided_at", Instant),
    Column("decided_by", String(80)),
    Index("ix_disposals_agency", "agency", "state"),
)

chosen = Table(
    "disposal_cases",
    METADATA,
    Column("disposal_id", ForeignKey("disposals.id"), primary_key=True),
    Column("case_id", ForeignKey("cases.id"), primary_key=True),
    Column("rule", String(60), nullable=False),
    Column("law", String(200), nullable=False),
    Column("day", Date, nullable=False),
)

erasures = Table(
    "erasures",
    METADATA,
    Column("case_id", ForeignKey("cases.id"), primary_key=True),
    Column("agency", String(40), primary_key=True),
    Column("at", Instant, nullable=False),
    Column("disposal_id", ForeignKey("disposals.id"), nullable=False),
    Column("rule", String(60), nullable=False),
    Column("law", String(200), nullable=False),
)
"""The tombstones of keys: consulted before any key is used, whatever a restored store has."""
