"""Erasing: stops, proposals that two persons make, and the keys that must never come back."""

import sqlalchemy as sa
from alembic import op

revision = "retention"
down_revision = "extracts"
branch_labels = None
depends_on = None

IN_FORCE = sa.text("lifted_at IS NULL")


def _text(name: str, length: int, nullable: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.String(length), nullable=nullable)


def _at(name: str, nullable: bool = False) -> sa.Column[object]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def _key(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    name = f"fk_{table}_{column}_{target}"
    return sa.ForeignKeyConstraint([column], [f"{target}.id"], name=name)


def upgrade() -> None:
    op.create_table(
        "holds",
        _text("id", 36), _text("case_id", 36), _text("agency", 40),
        sa.Column("reason", sa.LargeBinary(), nullable=False), _at("set_at"), _text("set_by", 80),
        _at("lifted_at", nullable=True), _text("lifted_by", 80, nullable=True),
        _key("holds", "case_id", "cases"), sa.PrimaryKeyConstraint("id", name="pk_holds"),
    )  # fmt: skip
    op.create_index("ix_holds_in_force", "holds", ["agency", "case_id"], unique=True,
                    sqlite_where=IN_FORCE, postgresql_where=IN_FORCE)  # fmt: skip
    op.create_table(
        "disposals",
        _text("id", 36), _text("agency", 40), _at("proposed_at"), _text("proposed_by", 80),
        _text("state", 12), _at("decided_at", nullable=True),
        _text("decided_by", 80, nullable=True), sa.PrimaryKeyConstraint("id", name="pk_disposals"),
    )  # fmt: skip
    op.create_index("ix_disposals_agency", "disposals", ["agency", "state"])
    op.create_table(
        "disposal_cases",
        _text("disposal_id", 36), _text("case_id", 36), _text("rule", 60), _text("law", 200),
        sa.Column("day", sa.Date(), nullable=False),
        _key("disposal_cases", "disposal_id", "disposals"),
        _key("disposal_cases", "case_id", "cases"),
        sa.PrimaryKeyConstraint("disposal_id", "case_id", name="pk_disposal_cases"),
    )  # fmt: skip
    op.create_table(
        "erasures",
        _text("case_id", 36), _text("agency", 40), _at("at"), _text("disposal_id", 36),
        _text("rule", 60), _text("law", 200),
        _key("erasures", "case_id", "cases"), _key("erasures", "disposal_id", "disposals"),
        sa.PrimaryKeyConstraint("case_id", "agency", name="pk_erasures"),
    )  # fmt: skip


def downgrade() -> None:
    for table in ("erasures", "disposal_cases", "disposals", "holds"):
        op.drop_table(table)
