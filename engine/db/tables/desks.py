"""How people have arranged their work lists. Nothing here is about a case."""

from __future__ import annotations

from sqlalchemy import JSON, Boolean, Column, String, Table, UniqueConstraint, true

from engine.db.columns import METADATA, Instant, id_column

habits = Table(
    "habits",
    METADATA,
    Column("person", String(80), primary_key=True),
    Column("seen_at", Instant),
    Column("new_since", Instant),
    Column("keys", Boolean, nullable=False, server_default=true()),
)

saved_filters = Table(
    "saved_filters",
    METADATA,
    id_column(),
    Column("owner", String(80), nullable=False),
    Column("name", String(60), nullable=False),
    Column("wanted", JSON, nullable=False),
    UniqueConstraint("owner", "name"),
)
