"""People belong to a unit inside their agency."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    team = sa.Column("team", sa.String(length=80), nullable=False, server_default=sa.text("''"))
    with op.batch_alter_table("people") as people:
        people.add_column(team)


def downgrade() -> None:
    with op.batch_alter_table("people") as people:
        people.drop_column("team")
