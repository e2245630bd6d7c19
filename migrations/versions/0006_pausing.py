"""Our own times can stand still; workers pass by what does."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

TABLES = ("instances", "open_tasks", "timers")
INDEX = "ix_timers_due"
RUNS = {"sqlite_where": "parked = 0", "postgresql_where": "NOT parked"}


def upgrade() -> None:
    op.drop_index(INDEX, "timers")
    for table in TABLES:
        with op.batch_alter_table(table) as changed:
            changed.add_column(sa.Column("paused_at", sa.DateTime(timezone=True)))
    where = {name: sa.text(f"{runs} AND paused_at IS NULL") for name, runs in RUNS.items()}
    op.create_index(INDEX, "timers", ["due_at"], **where)


def downgrade() -> None:
    op.drop_index(INDEX, "timers")
    for table in TABLES:
        with op.batch_alter_table(table) as changed:
            changed.drop_column("paused_at")
    op.create_index(INDEX, "timers", ["due_at"], **{n: sa.text(r) for n, r in RUNS.items()})
