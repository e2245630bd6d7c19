"""What compartments hold is sealed text; `skydd migrate` seals what is there when it has run."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

SEALED = (("drafts", "answers"), ("records", "answers"), ("disclosures", "fields"))


def upgrade() -> None:
    _turn(sa.JSON(), sa.Text(), "text")


def downgrade() -> None:
    _turn(sa.Text(), sa.JSON(), "json")


def _turn(old: sa.types.TypeEngine[object], new: sa.types.TypeEngine[object], cast: str) -> None:
    for table, column in SEALED:
        with op.batch_alter_table(table) as changed:
            changed.alter_column(
                column, existing_type=old, type_=new, existing_nullable=False,
                postgresql_using=f"{column}::{cast}",
            )  # fmt: skip
