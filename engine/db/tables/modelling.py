"""Changes of the processes that are being drawn: drafts, and every save of their files."""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, String, Table, Text

from engine.db.columns import METADATA, Instant, id_column, reference

model_drafts = Table(
    "model_drafts",
    METADATA,
    id_column(),
    Column("name", String(120), nullable=False),
    Column("base", String(64), nullable=False),
    Column("owner", String(80), nullable=False),
    Column("created_at", Instant, nullable=False),
    Column("state", String(20), nullable=False),
)

model_saves = Table(
    "model_saves",
    METADATA,
    Column("id", Integer, primary_key=True),
    reference("draft_id", "model_drafts.id"),
    Column("path", String(120), nullable=False),
    Column("content", Text),
    Column("author", String(80), nullable=False),
    Column("at", Instant, nullable=False),
    Index("ix_model_saves_newest", "draft_id", "path", "id"),
)
