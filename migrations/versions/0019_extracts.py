"""Extracts for a party are proposed by one person and approved by another."""

import sqlalchemy as sa
from alembic import op

revision = "extracts"
down_revision = "review"
branch_labels = None
depends_on = None


def _text(name: str, length: int, nullable: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.String(length), nullable=nullable)


def _at(name: str, nullable: bool = False) -> sa.Column[object]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def upgrade() -> None:
    op.create_table(
        "extracts",
        _text("id", 36), _text("case_id", 36), _text("agency", 40), _text("made_by", 80),
        _at("made_at"), sa.Column("choices", sa.LargeBinary(), nullable=False),
        _text("approved_by", 80, nullable=True), _at("approved_at", nullable=True),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name="fk_extracts_case_id_cases"),
        sa.PrimaryKeyConstraint("id", name="pk_extracts"),
    )  # fmt: skip
    op.create_index("ix_extracts_compartment", "extracts", ["case_id", "agency", "made_at"])


def downgrade() -> None:
    op.drop_table("extracts")
