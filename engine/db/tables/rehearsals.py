"""Scenarios run on what is not published yet, one row for each content."""

from __future__ import annotations

from sqlalchemy import JSON, Column, String, Table

from engine.db.columns import METADATA, Instant

rehearsals = Table(
    "rehearsals",
    METADATA,
    Column("version", String(64), primary_key=True),
    Column("draft_id", String(36), index=True),
    Column("asked_by", String(80), nullable=False),
    Column("at", Instant, nullable=False),
    Column("state", String(10), nullable=False, index=True),
    Column("begun_at", Instant),
    Column("ended_at", Instant),
    Column("result", JSON),
)
