"""Accounts of agencies' systems, and the keys of what they have asked for."""

from __future__ import annotations

from sqlalchemy import JSON, Column, Index, String, Table

from engine.db.columns import METADATA, Instant, id_column

service_accounts = Table(
    "service_accounts",
    METADATA,
    id_column(),
    Column("name", String(80), nullable=False),
    Column("agency", String(40), nullable=False),
    Column("roles", JSON, nullable=False),
    Column("scopes", JSON, nullable=False),
    Column("digest", String(64), nullable=False, unique=True),
    Column("created_at", Instant, nullable=False),
    Column("created_by", String(80), nullable=False),
    Column("expires_at", Instant, nullable=False),
    Column("revoked_at", Instant),
    Column("last_used_at", Instant),
)

repeats = Table(
    "repeats",
    METADATA,
    Column("account", String(36), primary_key=True),
    Column("key", String(100), primary_key=True),
    Column("fingerprint", String(64), nullable=False),
    Column("at", Instant, nullable=False),
    Column("answer", JSON(none_as_null=True)),
    Index("ix_repeats_at", "at"),
)
