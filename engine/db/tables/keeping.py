"""What an agency keeps for itself beside its forms: contacts, version by version, and errands."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Index, Integer, LargeBinary, String, Table, false, text

from engine.db.columns import METADATA, Instant, id_column, reference

contacts = Table(
    "contacts",
    METADATA,
    id_column(),
    Column("version", Integer, primary_key=True, autoincrement=False),
    reference("case_id", "cases.id"),
    Column("agency", String(40), nullable=False),
    Column("answers", LargeBinary, nullable=False),
    Column("blocked", Boolean, nullable=False, server_default=false()),
    Column("removed", Boolean, nullable=False, server_default=false()),
    Column("at", Instant, nullable=False),
    Column("actor", String(80), nullable=False),
    Index("ix_contacts_compartment", "case_id", "agency"),
)

errands = Table(
    "errands",
    METADATA,
    id_column(),
    reference("case_id", "cases.id"),
    Column("agency", String(40), nullable=False),
    Column("answers", LargeBinary, nullable=False),
    Column("created_at", Instant, nullable=False),
    Column("created_by", String(80), nullable=False),
    Column("due_day", String(10), nullable=False),
    Column("assignee", String(80)),
    Column("done_at", Instant),
    Column("done_by", String(80)),
    Index("ix_errands_compartment", "case_id", "agency"),
    Index("ix_errands_open", "agency", "due_day", "id", sqlite_where=text("done_at IS NULL"),
          postgresql_where=text("done_at IS NULL")),
)  # fmt: skip
