"""Analysis: what each case was last counted as, the sums, and the courses they name."""

from __future__ import annotations

from sqlalchemy import JSON, Column, ForeignKey, Integer, LargeBinary, String, Table

from engine.db.columns import METADATA

analysed = Table(
    "analysed",
    METADATA,
    Column("case_id", ForeignKey("cases.id"), primary_key=True),
    Column("sequence", Integer, nullable=False),
    Column("counted", LargeBinary, nullable=False),
)

tallies = Table(
    "tallies",
    METADATA,
    Column("version", String(64), primary_key=True),
    Column("month", String(7), primary_key=True),
    Column("process", String(80), primary_key=True),
    Column("measure", String(10), primary_key=True),
    Column("row", String(120), primary_key=True),
    Column("column", String(12), primary_key=True),
    Column("number", Integer, nullable=False),
)

courses = Table(
    "courses",
    METADATA,
    Column("key", String(24), primary_key=True),
    Column("version", String(64), nullable=False, index=True),
    Column("process", String(80), nullable=False),
    Column("steps", JSON, nullable=False),
)
