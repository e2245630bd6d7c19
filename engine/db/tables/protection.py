"""What is protected: how a case is marked, and prints that were asked for."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, LargeBinary, String, Table

from engine.db.columns import METADATA, Instant, id_column, reference

markings = Table(
    "markings",
    METADATA,
    Column("case_id", ForeignKey("cases.id"), primary_key=True),
    Column("code", String(40), nullable=False),
    Column("agency", String(40), nullable=False),
    Column("actor", String(80), nullable=False),
    Column("at", Instant, nullable=False),
)

permits = Table(
    "permits",
    METADATA,
    id_column(),
    reference("case_id", "cases.id"),
    Column("agency", String(40), nullable=False),
    Column("asked_by", String(80), nullable=False),
    Column("asked_at", Instant, nullable=False),
    Column("reason", LargeBinary, nullable=False),
    Column("approved_by", String(80)),
    Column("until", Instant),
    Index("ix_permits_compartment", "case_id", "agency", "asked_at"),
)
