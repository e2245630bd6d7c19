"""How the processes are run is counted: what each case counts as, the sums, and the courses."""

import sqlalchemy as sa
from alembic import op

revision = "analysis"
down_revision = "running_cases_moved"
branch_labels = None
depends_on = None


def _text(name: str, length: int) -> sa.Column[str]:
    return sa.Column(name, sa.String(length), nullable=False)


def upgrade() -> None:
    op.create_table(
        "analysed",
        _text("case_id", 36), sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("counted", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name="fk_analysed_case_id_cases"),
        sa.PrimaryKeyConstraint("case_id", name="pk_analysed"),
    )  # fmt: skip
    op.create_table(
        "tallies",
        _text("version", 64), _text("month", 7), _text("process", 80), _text("measure", 10),
        _text("row", 120), _text("column", 12),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint(
            "version", "month", "process", "measure", "row", "column", name="pk_tallies"
        ),
    )  # fmt: skip
    op.create_table(
        "courses",
        _text("key", 24), _text("version", 64), _text("process", 80),
        sa.Column("steps", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_courses"),
    )  # fmt: skip
    op.create_index("ix_courses_version", "courses", ["version"])


def downgrade() -> None:
    for table in ("courses", "tallies", "analysed"):
        op.drop_table(table)
