"""Cases are marked as protected, prints are approved by a colleague, and readings are kept."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def _text(name: str, length: int, nullable: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.String(length), nullable=nullable)


def _at(name: str, nullable: bool = False) -> sa.Column[object]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def upgrade() -> None:
    op.create_table(
        "markings",
        _text("case_id", 36), _text("code", 40), _text("agency", 40), _text("actor", 80), _at("at"),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name="fk_markings_case_id_cases"),
        sa.PrimaryKeyConstraint("case_id", name="pk_markings"),
    )  # fmt: skip
    op.create_table(
        "permits",
        _text("id", 36), _text("case_id", 36), _text("agency", 40), _text("asked_by", 80),
        _at("asked_at"), sa.Column("reason", sa.LargeBinary(), nullable=False),
        _text("approved_by", 80, nullable=True), _at("until", nullable=True),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name="fk_permits_case_id_cases"),
        sa.PrimaryKeyConstraint("id", name="pk_permits"),
    )  # fmt: skip
    op.create_index("ix_permits_compartment", "permits", ["case_id", "agency", "asked_at"])
    op.create_table(
        "readings",
        sa.Column("id", sa.Integer(), nullable=False), _at("at"),
        _text("actor", 80), _text("agency", 40), _text("case_id", 36), _text("what", 80),
        sa.PrimaryKeyConstraint("id", name="pk_readings"),
    )  # fmt: skip
    op.create_index("ix_readings_case", "readings", ["case_id", "at"])
    op.create_index("ix_readings_actor", "readings", ["actor", "at"])


def downgrade() -> None:
    for table in ("readings", "permits", "markings"):
        op.drop_table(table)
