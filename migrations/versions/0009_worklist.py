"""The work list is read by process, by age and by who holds what; people arrange it for themselves.

A hundred thousand cases have a million open tasks: each way of asking has its index.
"""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

TOGETHER = "open_tasks_agency_process_element"
"""An element stands in one process and one lane: without this it counts as three coincidences."""
HELD, FREE = sa.text("assignee IS NOT NULL"), sa.text("assignee IS NULL")


def upgrade() -> None:
    with op.batch_alter_table("open_tasks") as tasks:
        tasks.drop_index("ix_open_tasks_assignee")
        tasks.create_index("ix_open_tasks_assignee", ["assignee", "urgent_at", "id"],
                           sqlite_where=HELD, postgresql_where=HELD)  # fmt: skip
        tasks.create_index("ix_open_tasks_free", ["agency", "urgent_at", "id"],
                           sqlite_where=FREE, postgresql_where=FREE)  # fmt: skip
        tasks.create_index("ix_open_tasks_process", ["agency", "process", "urgent_at", "id"])
        tasks.create_index("ix_open_tasks_opened", ["agency", "opened_at", "id"])
    if op.get_bind().dialect.name == "postgresql":
        op.execute(f"CREATE STATISTICS {TOGETHER} (dependencies, mcv) "
                   "ON agency, process, element FROM open_tasks")  # fmt: skip
    op.create_table(
        "habits",
        sa.Column("person", sa.String(80), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True)),
        sa.Column("new_since", sa.DateTime(timezone=True)),
        sa.Column("keys", sa.Boolean(), server_default=sa.true(), nullable=False),
        sa.PrimaryKeyConstraint("person", name="pk_habits"),
    )
    op.create_table(
        "saved_filters",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("owner", sa.String(80), nullable=False),
        sa.Column("name", sa.String(60), nullable=False),
        sa.Column("wanted", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_saved_filters"),
        sa.UniqueConstraint("owner", "name", name="uq_saved_filters_owner_name"),
    )


def downgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.execute(f"DROP STATISTICS {TOGETHER}")
    op.drop_table("saved_filters")
    op.drop_table("habits")
    with op.batch_alter_table("open_tasks") as tasks:
        for name in ("free", "process", "opened", "assignee"):
            tasks.drop_index(f"ix_open_tasks_{name}")
        tasks.create_index(
            "ix_open_tasks_assignee", ["assignee"], sqlite_where=HELD, postgresql_where=HELD
        )
