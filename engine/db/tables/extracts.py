"""Extracts for a party: what was chosen, and who approved it."""

from __future__ import annotations

from sqlalchemy import Column, Index, LargeBinary, String, Table

from engine.db.columns import METADATA, Instant, id_column, reference

extracts = Table(
    "extracts",
    METADATA,
    id_column(),
    reference("case_id", "cases.id"),
    Column("agency", String(40), nullable=False),
    Column("made_by", String(80), nullable=False),
    Column("made_at", Instant, nullable=False),
    Column("choices", LargeBinary, nullable=False),
    Column("approved_by", String(80)),
    Column("approved_at", Instant),
    Index("ix_extracts_compartment", "case_id", "agency", "made_at"),
)
