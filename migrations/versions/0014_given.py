"""An open task knows when a colleague gave it to its holder: then it is new to that one."""

import sqlalchemy as sa
from alembic import op

revision = "given"
down_revision = "0013_proof"
branch_labels = None
depends_on = None

GIVEN = sa.text("given_at IS NOT NULL")


def upgrade() -> None:
    with op.batch_alter_table("open_tasks") as tasks:
        tasks.add_column(sa.Column("given_at", sa.DateTime(timezone=True), nullable=True))
        tasks.create_index("ix_open_tasks_given", ["assignee", "given_at"],
                           sqlite_where=GIVEN, postgresql_where=GIVEN)  # fmt: skip


def downgrade() -> None:
    with op.batch_alter_table("open_tasks") as tasks:
        tasks.drop_index("ix_open_tasks_given")
        tasks.drop_column("given_at")
