"""Process owners change the processes in drafts; each save is kept with its author."""

import sqlalchemy as sa
from alembic import op

revision = "drafts_of_processes"
down_revision = "regions"
branch_labels = None
depends_on = None


def _text(name: str, length: int) -> sa.Column[str]:
    return sa.Column(name, sa.String(length), nullable=False)


def _at(name: str) -> sa.Column[object]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=False)


def upgrade() -> None:
    op.create_table(
        "model_drafts",
        _text("id", 36), _text("name", 120), _text("base", 64), _text("owner", 80),
        _at("created_at"), _text("state", 20),
        sa.PrimaryKeyConstraint("id", name="pk_model_drafts"),
    )  # fmt: skip
    op.create_table(
        "model_saves",
        sa.Column("id", sa.Integer(), nullable=False), _text("draft_id", 36), _text("path", 120),
        sa.Column("content", sa.Text(), nullable=True), _text("author", 80), _at("at"),
        sa.ForeignKeyConstraint(["draft_id"], ["model_drafts.id"],
                                name="fk_model_saves_draft_id_model_drafts"),
        sa.PrimaryKeyConstraint("id", name="pk_model_saves"),
    )  # fmt: skip
    op.create_index("ix_model_saves_newest", "model_saves", ["draft_id", "path", "id"])


def downgrade() -> None:
    for table in ("model_saves", "model_drafts"):
        op.drop_table(table)
