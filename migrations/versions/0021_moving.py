"""Running cases are tried on a new version, chosen for in groups, and moved one by one."""

import sqlalchemy as sa
from alembic import op

revision = "running_cases_moved"
down_revision = "retention"
branch_labels = None
depends_on = None


def _text(name: str, length: int, nullable: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.String(length), nullable=nullable)


def _at(name: str) -> sa.Column[object]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=False)


def _to(table: str, column: str, other: str) -> sa.ForeignKeyConstraint:
    name = f"fk_{table}_{column}_{other}"
    return sa.ForeignKeyConstraint([column], [f"{other}.id"], name=name)


def upgrade() -> None:
    op.create_table(
        "previews",
        _text("version", 64), _at("started_at"), sa.Column("total", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("version", name="pk_previews"),
    )  # fmt: skip
    op.create_table(
        "preview_cases",
        _text("version", 64), _text("case_id", 36), sa.Column("outcome", sa.JSON(), nullable=True),
        sa.Column("tried", sa.Integer(), nullable=False),
        _to("preview_cases", "case_id", "cases"),
        sa.PrimaryKeyConstraint("version", "case_id", name="pk_preview_cases"),
    )  # fmt: skip
    op.create_table(
        "move_choices",
        _text("proposal_id", 36), _text("outcome", 16), _text("choice", 10), _text("actor", 80),
        _at("at"),
        _to("move_choices", "proposal_id", "publication_proposals"),
        sa.PrimaryKeyConstraint("proposal_id", "outcome", name="pk_move_choices"),
    )  # fmt: skip
    op.create_table(
        "case_moves",
        _text("proposal_id", 36), _text("case_id", 36), _text("version", 64), _text("outcome", 16),
        _text("state", 10), _at("at"), _text("actor", 80), _text("agency", 40, nullable=True),
        _text("reason", 20, nullable=True),
        _to("case_moves", "proposal_id", "publication_proposals"),
        _to("case_moves", "case_id", "cases"),
        sa.PrimaryKeyConstraint("proposal_id", "case_id", name="pk_case_moves"),
    )  # fmt: skip
    op.create_index("ix_case_moves_state", "case_moves", ["state"])
    op.create_index("ix_case_moves_agency", "case_moves", ["agency"])


def downgrade() -> None:
    for table in ("case_moves", "move_choices", "preview_cases", "previews"):
        op.drop_table(table)
