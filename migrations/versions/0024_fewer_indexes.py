"""A completed task writes fewer pages: indexes that say the same become one.

SQLite is for few people: there the agency's tasks are found by one index, and put in order in
memory. Among a million open tasks, in PostgreSQL, each way of asking keeps its own.
"""

import sqlalchemy as sa
from alembic import op

revision = "fewer_indexes"
down_revision = "rehearsals"
branch_labels = None
depends_on = None

AMONG_MANY = {"free": ["agency", "urgent_at", "id"], "opened": ["agency", "opened_at", "id"],
              "process": ["agency", "process", "urgent_at", "id"]}  # fmt: skip

OF_A_DRAWN_TASK = ["agency", "process", "element", "urgent_at", "id"]


def _is_sqlite() -> bool:
    return op.get_bind().dialect.name == "sqlite"


def upgrade() -> None:
    op.create_index("ix_open_tasks_instance", "open_tasks", ["case_id", "instance_id"])
    op.drop_index("ix_open_tasks_instance_id", "open_tasks")
    op.drop_index("ix_open_tasks_case_id", "open_tasks")
    for name in AMONG_MANY if _is_sqlite() else ():
        op.drop_index(f"ix_open_tasks_{name}", "open_tasks")
    if not _is_sqlite():
        op.create_index("ix_open_tasks_element", "open_tasks", OF_A_DRAWN_TASK)


def downgrade() -> None:
    if not _is_sqlite():
        op.drop_index("ix_open_tasks_element", "open_tasks")
    for name, columns in AMONG_MANY.items() if _is_sqlite() else ():
        where = sa.text("assignee IS NULL") if name == "free" else None
        op.create_index(f"ix_open_tasks_{name}", "open_tasks", columns, sqlite_where=where)
    op.create_index("ix_open_tasks_case_id", "open_tasks", ["case_id"])
    op.create_index("ix_open_tasks_instance_id", "open_tasks", ["instance_id"])
    op.drop_index("ix_open_tasks_instance", "open_tasks")
