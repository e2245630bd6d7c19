"""Files, comments, proposals and follow-up days of a task; drafts know their version."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def sealed(table: str, *columns: sa.Column) -> None:
    """Create a table with an index on the compartment."""
    op.create_table(
        table,
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("case_id", sa.String(length=36), nullable=False),
        sa.Column("task_id", sa.String(length=36), nullable=False),
        sa.Column("agency", sa.String(length=40), nullable=False),
        *columns,
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("actor", sa.String(length=80), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=f"fk_{table}_case_id_cases"),
        sa.PrimaryKeyConstraint("id", name=f"pk_{table}"),
    )
    op.create_index(f"ix_{table}_compartment", table, ["case_id", "agency"])


def of_open_task(table: str, *columns: sa.Column) -> None:
    """Create a table whose rows end with their task."""
    op.create_table(
        table,
        sa.Column("task_id", sa.String(length=36), nullable=False),
        sa.Column("case_id", sa.String(length=36), nullable=False),
        sa.Column("agency", sa.String(length=40), nullable=False),
        *columns,
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=f"fk_{table}_case_id_cases"),
        sa.ForeignKeyConstraint(
            ["task_id"],
            ["open_tasks.id"],
            name=f"fk_{table}_task_id_open_tasks",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("task_id", name=f"pk_{table}"),
    )


def upgrade() -> None:
    sealed(
        "attachments",
        sa.Column("name", sa.LargeBinary(), nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
    )
    sealed(
        "notes",
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("text", sa.LargeBinary(), nullable=False),
    )
    of_open_task(
        "proposals",
        sa.Column("answers", sa.LargeBinary(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("actor", sa.String(length=80), nullable=False),
    )
    of_open_task("follow_ups", sa.Column("day", sa.Date(), nullable=False))
    with op.batch_alter_table("drafts") as drafts:
        drafts.add_column(
            sa.Column("version", sa.Integer(), nullable=False, server_default=sa.text("1"))
        )
        drafts.add_column(sa.Column("at", sa.DateTime(timezone=True), nullable=True))
        drafts.add_column(sa.Column("actor", sa.String(length=80), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("drafts") as drafts:
        for column in ("actor", "at", "version"):
            drafts.drop_column(column)
    for table in ("follow_ups", "proposals"):
        op.drop_table(table)
    for table in ("notes", "attachments"):
        op.drop_index(f"ix_{table}_compartment", table)
        op.drop_table(table)
