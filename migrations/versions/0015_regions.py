"""A case belongs to a region; statistics are divided by it, so all cases are counted anew."""

import sqlalchemy as sa
from alembic import op

revision = "regions"
down_revision = "given"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("cases") as cases:
        unknown = sa.text("'okand'")
        cases.add_column(sa.Column("region", sa.String(20), server_default=unknown, nullable=False))
    _forget_figures()


def downgrade() -> None:
    with op.batch_alter_table("cases") as cases:
        cases.drop_column("region")
    _forget_figures()


def _forget_figures() -> None:
    """The worker counts them again at night."""
    for table in ("figures", "statistics"):
        op.execute(f"DELETE FROM {table}")  # noqa: S608
