"""Cases are counted by their end state for whoever runs it."""

from alembic import op

revision = "levels"
down_revision = "fewer_indexes"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("ix_cases_end_state", "cases", ["end_state"])


def downgrade() -> None:
    op.drop_index("ix_cases_end_state", "cases")
