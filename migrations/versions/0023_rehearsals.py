"""Scenarios are run on a draft before it is published."""

import sqlalchemy as sa
from alembic import op

revision = "rehearsals"
down_revision = "analysis"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "rehearsals",
        sa.Column("version", sa.String(64), nullable=False),
        sa.Column("draft_id", sa.String(36), nullable=True),
        sa.Column("asked_by", sa.String(80), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("state", sa.String(10), nullable=False),
        sa.Column("begun_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("result", sa.JSON(), nullable=True),
        sa.PrimaryKeyConstraint("version", name="pk_rehearsals"),
    )
    op.create_index("ix_rehearsals_draft_id", "rehearsals", ["draft_id"])
    op.create_index("ix_rehearsals_state", "rehearsals", ["state"])


def downgrade() -> None:
    op.drop_table("rehearsals")
