"""Statistics: what each case was last counted as, the sums, and who took them out."""

from __future__ import annotations

from sqlalchemy import JSON, Column, ForeignKey, Index, Integer, String, Table

from engine.db.columns import METADATA, Instant

figures = Table(
    "figures",
    METADATA,
    Column("case_id", ForeignKey("cases.id"), primary_key=True),
    Column("sequence", Integer, nullable=False),
    Column("counted", JSON, nullable=False),
)

statistics = Table(
    "statistics",
    METADATA,
    Column("agency", String(40), primary_key=True),
    Column("month", String(7), primary_key=True),
    Column("measure", String(20), primary_key=True),
    Column("row", String(60), primary_key=True),
    Column("column", String(60), primary_key=True),
    Column("number", Integer, nullable=False),
)

exports = Table(
    "exports",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("at", Instant, nullable=False),
    Column("actor", String(80), nullable=False),
    Column("agency", String(40), nullable=False),
    Column("what", String(40), nullable=False),
    Column("period", String(40), nullable=False),
    Column("format", String(10), nullable=False),
    Index("ix_exports_at", "at"),
)
