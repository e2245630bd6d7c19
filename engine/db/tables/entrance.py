"""Who is signed in, and what they show besides a password."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Integer, LargeBinary, String, Table, text

from engine.db.columns import METADATA, Instant

sittings = Table(
    "sittings",
    METADATA,
    Column("id", String(64), primary_key=True),
    Column("person", String(80), nullable=False, index=True),
    Column("opened_at", Instant, nullable=False),
    Column("seen_at", Instant, nullable=False),
    Column("ended_at", Instant),
    Column("browser", String(60), nullable=False),
    Column("way", String(20), nullable=False),
)

second_factors = Table(
    "second_factors",
    METADATA,
    Column("person", String(80), primary_key=True),
    Column("secret", LargeBinary, nullable=False),
    Column("confirmed_at", Instant),
    Column("last_step", BigInteger, nullable=False, server_default=text("0")),
    Column("failed", Integer, nullable=False, server_default=text("0")),
    Column("failed_at", Instant),
)

recovery_codes = Table(
    "recovery_codes",
    METADATA,
    Column("person", String(80), primary_key=True),
    Column("digest", String(64), primary_key=True),
    Column("used_at", Instant),
)
