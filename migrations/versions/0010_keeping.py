"""What an agency keeps for itself in a case: contacts, version by version, and errands."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "contacts",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("version", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("case_id", sa.String(length=36), nullable=False),
        sa.Column("agency", sa.String(length=40), nullable=False),
        sa.Column("answers", sa.LargeBinary(), nullable=False),
        sa.Column("blocked", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("removed", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("actor", sa.String(length=80), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name="fk_contacts_case_id_cases"),
        sa.PrimaryKeyConstraint("id", "version", name="pk_contacts"),
    )
    op.create_index("ix_contacts_compartment", "contacts", ["case_id", "agency"])
    op.create_table(
        "errands",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("case_id", sa.String(length=36), nullable=False),
        sa.Column("agency", sa.String(length=40), nullable=False),
        sa.Column("answers", sa.LargeBinary(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("created_by", sa.String(length=80), nullable=False),
        sa.Column("due_day", sa.String(length=10), nullable=False),
        sa.Column("assignee", sa.String(length=80)),
        sa.Column("done_at", sa.DateTime(timezone=True)),
        sa.Column("done_by", sa.String(length=80)),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name="fk_errands_case_id_cases"),
        sa.PrimaryKeyConstraint("id", name="pk_errands"),
    )
    op.create_index("ix_errands_compartment", "errands", ["case_id", "agency"])
    undone = sa.text("done_at IS NULL")
    op.create_index("ix_errands_open", "errands", ["agency", "due_day", "id"],
                    sqlite_where=undone, postgresql_where=undone)  # fmt: skip


def downgrade() -> None:
    op.drop_table("errands")
    op.drop_table("contacts")
