"""When somebody else gave a person their password: it has to be changed, and soon."""

import sqlalchemy as sa
from alembic import op

revision = "given_passwords"
down_revision = "signin"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("people", sa.Column("password_given_at", sa.DateTime(timezone=True)))


def downgrade() -> None:
    op.drop_column("people", "password_given_at")
