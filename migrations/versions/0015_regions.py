"""A case belongs to a region; statistics are divided by it, so all cases are counted anew."""

import sqlalchemy as sa
from alembic import op

revision = "regions"
down_revision = "given"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # A plain default: with an expression SQLite's table would be made anew, and others refer to it.
    region = sa.Column("region", sa.String(20), server_default="okand", nullable=False)
    op.add_column("cases", region)
    _forget_figures()


def downgrade() -> None:
    with op.batch_alter_table("cases") as cases:
        cases.drop_column("region")
    _forget_figures()


def _forget_figures() -> None:
    """The worker counts them again at night."""
    for table in ("figures", "statistics"):
        op.execute(f"DELETE FROM {table}")  # noqa: S608
