"""What compartments hold is sealed; a draft goes with its task.

`skydd migrate` seals what is there when this has run.
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

SEALED = (("drafts", "answers"), ("records", "answers"), ("disclosures", "fields"))
KEY = "fk_drafts_task_id_open_tasks"


def upgrade() -> None:
    op.execute("DELETE FROM drafts WHERE task_id NOT IN (SELECT id FROM open_tasks)")
    with op.batch_alter_table("drafts") as drafts:
        drafts.create_foreign_key(KEY, "open_tasks", ["task_id"], ["id"], ondelete="CASCADE")
    _turn(sa.JSON(), sa.LargeBinary(), "convert_to({}::text, 'UTF8')")


def downgrade() -> None:
    _turn(sa.LargeBinary(), sa.JSON(), "convert_from({}, 'UTF8')::json")
    with op.batch_alter_table("drafts") as drafts:
        drafts.drop_constraint(KEY, type_="foreignkey")


def _turn(old: sa.types.TypeEngine[object], new: sa.types.TypeEngine[object], using: str) -> None:
    for table, column in SEALED:
        with op.batch_alter_table(table) as changed:
            changed.alter_column(
                column, existing_type=old, type_=new, existing_nullable=False,
                postgresql_using=using.format(column),
            )  # fmt: skip
