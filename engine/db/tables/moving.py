"""Running cases and new versions: how each was tried, what was chosen, what became of it."""

from __future__ import annotations

from sqlalchemy import JSON, Column, Integer, String, Table

from engine.db.columns import METADATA, Instant, reference

previews = Table(
    "previews",
    METADATA,
    Column("version", String(64), primary_key=True),
    Column("started_at", Instant, nullable=False),
    Column("total", Integer, nullable=False),
)

preview_cases = Table(
    "preview_cases",
    METADATA,
    Column("version", String(64), primary_key=True),
    reference("case_id", "cases.id", primary_key=True),
    Column("outcome", JSON),
    Column("tried", Integer, nullable=False),
)
"""The cases to try; no outcome once tried means that nothing of the case runs any more."""

move_choices = Table(
    "move_choices",
    METADATA,
    reference("proposal_id", "publication_proposals.id", primary_key=True),
    Column("outcome", String(16), primary_key=True),
    Column("choice", String(10), nullable=False),
    Column("actor", String(80), nullable=False),
    Column("at", Instant, nullable=False),
)

case_moves = Table(
    "case_moves",
    METADATA,
    reference("proposal_id", "publication_proposals.id", primary_key=True),
    reference("case_id", "cases.id", primary_key=True),
    Column("version", String(64), nullable=False),
    Column("outcome", String(16), nullable=False),
    Column("state", String(10), nullable=False, index=True),
    Column("at", Instant, nullable=False),
    Column("actor", String(80), nullable=False),
    Column("agency", String(40), index=True),
    Column("reason", String(20)),
)
