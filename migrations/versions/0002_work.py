"""Leases of timers, incidents, commands that are done once, receipts and dead letters."""

from datetime import UTC, datetime

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

HELD = sa.text("assignee IS NOT NULL")
NEVER = datetime(9999, 1, 1, tzinfo=UTC)
DEAD = sa.text("dead_because IS NOT NULL")


def _at(name: str, nullable: bool = False) -> sa.Column[object]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def upgrade() -> None:
    with op.batch_alter_table("timers") as timers:
        timers.add_column(_at("leased_until", nullable=True))
        timers.add_column(
            sa.Column("parked", sa.Boolean(), nullable=False, server_default=sa.false())
        )
        timers.drop_index("ix_timers_due_at")
        timers.create_index(
            "ix_timers_due",
            ["due_at"],
            sqlite_where=sa.text("parked = 0"),
            postgresql_where=sa.text("NOT parked"),
        )
    with op.batch_alter_table("messages") as messages:
        messages.add_column(sa.Column("receiver_instance", sa.String(36)))
        messages.add_column(sa.Column("dead_because", sa.String(200)))
        messages.create_index(
            "ix_messages_dead", ["case_id"], sqlite_where=DEAD, postgresql_where=DEAD
        )
    with op.batch_alter_table("cases") as cases:
        cases.add_column(
            sa.Column("checked_sequence", sa.Integer(), nullable=False, server_default=sa.text("0"))
        )
    with op.batch_alter_table("open_tasks") as tasks:
        tasks.add_column(_at("urgent_at", nullable=True))
    op.execute(sa.text("UPDATE open_tasks SET urgent_at = coalesce(due_at, :never)").bindparams(
        sa.bindparam("never", NEVER, sa.DateTime(timezone=True))))  # fmt: skip
    with op.batch_alter_table("open_tasks") as tasks:
        tasks.alter_column("urgent_at", nullable=False)
        tasks.drop_index("ix_open_tasks_worklist")
        tasks.create_index("ix_open_tasks_worklist", ["agency", "urgent_at", "id"])
        tasks.create_index(
            "ix_open_tasks_assignee", ["assignee"], sqlite_where=HELD, postgresql_where=HELD
        )
    op.create_index("ix_events_last", "events", ["case_id", "agency", "at"])
    _incidents()
    op.create_table(
        "commands",
        sa.Column("id", sa.String(36), nullable=False),
        _at("at"),
        sa.Column("actor", sa.String(80), nullable=False),
        sa.Column("verb", sa.String(100), nullable=False),
        sa.Column("target", sa.String(36), nullable=False),
        sa.Column("result", sa.String(36), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_commands"),
    )
    op.create_table(
        "chores",
        sa.Column("name", sa.String(40), nullable=False),
        sa.Column("day", sa.String(10), nullable=False),
        _at("at"),
        sa.PrimaryKeyConstraint("name", "day", name="pk_chores"),
    )


def _incidents() -> None:
    op.create_table(
        "incidents",
        sa.Column("id", sa.String(36), nullable=False),
        _at("at"),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("command", sa.String(40), nullable=False),
        sa.Column("case_id", sa.String(36)),
        sa.Column("instance_id", sa.String(36)),
        sa.Column("element", sa.String(400)),
        sa.Column("actor", sa.String(80)),
        sa.Column("cause", sa.String(400), nullable=False),
        sa.Column("technical", sa.Text(), nullable=False),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("reason", sa.Text()),
        sa.Column("handled_by", sa.String(80)),
        _at("handled_at", nullable=True),
        sa.Column("approved_by", sa.String(80)),
        sa.Column("handed_to", sa.String(80)),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name="fk_incidents_case_id_cases"),
        sa.PrimaryKeyConstraint("id", name="pk_incidents"),
    )
    op.create_index("ix_incidents_state", "incidents", ["state", "at"])


def downgrade() -> None:
    for table in ("chores", "commands", "incidents"):
        op.drop_table(table)
    op.drop_index("ix_events_last", "events")
    with op.batch_alter_table("open_tasks") as tasks:
        tasks.drop_index("ix_open_tasks_assignee")
        tasks.drop_index("ix_open_tasks_worklist")
        tasks.drop_column("urgent_at")
        tasks.create_index("ix_open_tasks_worklist", ["agency", "due_at", "id"])
    with op.batch_alter_table("cases") as cases:
        cases.drop_column("checked_sequence")
    with op.batch_alter_table("messages") as messages:
        messages.drop_index("ix_messages_dead")
        messages.drop_column("dead_because")
        messages.drop_column("receiver_instance")
    with op.batch_alter_table("timers") as timers:
        timers.drop_index("ix_timers_due")
        timers.drop_column("parked")
        timers.drop_column("leased_until")
        timers.create_index("ix_timers_due_at", ["due_at"])
