"""Analysis: what each case counts as, the sums, the courses they name, and reruns on drafts."""

from __future__ import annotations

from sqlalchemy import JSON, Boolean, Column, ForeignKey, Integer, LargeBinary, String, Table

from engine.db.columns import METADATA, Instant

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

reruns = Table(
    "reruns",
    METADATA,
    Column("draft_id", ForeignKey("model_drafts.id"), primary_key=True),
    Column("version", String(64), nullable=False),
    Column("at", Instant, nullable=False),
    Column("actor", String(80), nullable=False),
    Column("total", Integer, nullable=False),
    Column("done", Integer, nullable=False),
    Column("last", String(20), nullable=False),
    Column("finished", Boolean, nullable=False),
    Column("ways", JSON, nullable=False),
)
