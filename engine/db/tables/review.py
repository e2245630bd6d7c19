"""What reviewers of the access log have concluded of its entries."""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, LargeBinary, String, Table

from engine.db.columns import METADATA, Instant, id_column

reviews = Table(
    "reviews",
    METADATA,
    id_column(),
    Column("agency", String(40), nullable=False),
    Column("stream", String(60), nullable=False),
    Column("sequence", Integer, nullable=False),
    Column("verdict", String(20), nullable=False),
    # With the key of the case that the entry is about: what is written may tell of the person.
    Column("note", LargeBinary),
    Column("sealed_in", String(36), nullable=False),
    Column("at", Instant, nullable=False),
    Column("actor", String(80), nullable=False),
    Index("ix_reviews_entry", "agency", "stream", "sequence"),
)
