"""Changes of the processes: drafts and every save of their files, proposals, publications."""

from __future__ import annotations

from sqlalchemy import JSON, Column, Index, Integer, String, Table, Text

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

publication_proposals = Table(
    "publication_proposals",
    METADATA,
    id_column(),
    Column("kind", String(20), nullable=False),
    Column("draft_id", String(36)),
    Column("version", String(64), nullable=False),
    Column("base", String(64), nullable=False),
    Column("reason", Text, nullable=False),
    Column("proposer", String(80), nullable=False),
    Column("at", Instant, nullable=False),
    Column("effective_at", Instant),
    Column("state", String(20), nullable=False, index=True),
    Column("needs", JSON, nullable=False),
)

publication_events = Table(
    "publication_events",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("at", Instant, nullable=False),
    Column("kind", String(20), nullable=False),
    Column("version", String(64), nullable=False, index=True),
    Column("proposal_id", String(36), index=True),
    Column("actor", String(80), nullable=False),
    Column("capacity", String(40)),
    Column("reason", Text),
    Column("previous", String(64)),
)
"""Only ever appended to: who did what with which version, when and why."""
