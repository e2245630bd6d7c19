"""What is there before any case: published processes, and people."""

from __future__ import annotations

from sqlalchemy import JSON, Column, String, Table, UniqueConstraint, text

from engine.db.columns import METADATA, Instant

process_sets = Table(
    "process_sets",
    METADATA,
    Column("version", String(64), primary_key=True),
    Column("files", JSON, nullable=False),
    Column("published_at", Instant, nullable=False),
    Column("published_by", String(80), nullable=False),
)

people = Table(
    "people",
    METADATA,
    Column("id", String(80), primary_key=True),
    Column("name", String(120), nullable=False),
    Column("agency", String(40), nullable=False, index=True),
    Column("roles", JSON, nullable=False),
    Column("team", String(80), nullable=False, server_default=text("''")),
    Column("password_hash", String(200), nullable=False),
    Column("password_given_at", Instant),
    Column("source", String(10), nullable=False, server_default=text("'lokalt'")),
    Column("issuer", String(255)),
    Column("subject", String(255)),
    Column("locked_at", Instant),
    UniqueConstraint("issuer", "subject"),
)
