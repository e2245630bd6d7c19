"""Publications are proposed and approved by others; all that is done to a version is kept."""

import sqlalchemy as sa
from alembic import op

revision = "publications_approved"
down_revision = "drafts_of_processes"
branch_labels = None
depends_on = None


def _text(name: str, length: int, nullable: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.String(length), nullable=nullable)


def _at(name: str, nullable: bool = False) -> sa.Column[object]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def upgrade() -> None:
    op.create_table(
        "publication_proposals",
        _text("id", 36), _text("kind", 20), _text("draft_id", 36, nullable=True),
        _text("version", 64), _text("base", 64), sa.Column("reason", sa.Text(), nullable=False),
        _text("proposer", 80), _at("at"), _at("effective_at", nullable=True), _text("state", 20),
        sa.Column("needs", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_publication_proposals"),
    )  # fmt: skip
    op.create_index("ix_publication_proposals_state", "publication_proposals", ["state"])
    op.create_table(
        "publication_events",
        sa.Column("id", sa.Integer(), nullable=False), _at("at"), _text("kind", 20),
        _text("version", 64), _text("proposal_id", 36, nullable=True), _text("actor", 80),
        _text("capacity", 40, nullable=True), sa.Column("reason", sa.Text(), nullable=True),
        _text("previous", 64, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_publication_events"),
    )  # fmt: skip
    op.create_index("ix_publication_events_version", "publication_events", ["version"])
    op.create_index("ix_publication_events_proposal_id", "publication_events", ["proposal_id"])
    op.execute(
        "INSERT INTO publication_events (at, kind, version, actor) "
        "SELECT published_at, 'published', version, published_by FROM process_sets "
        "ORDER BY published_at"
    )


def downgrade() -> None:
    for table in ("publication_events", "publication_proposals"):
        op.drop_table(table)
