"""How the processes are run is counted: each case, the sums, and closed cases on drafts."""

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
    op.create_table(
        "reruns",
        _text("draft_id", 36), _text("version", 64),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False), _text("actor", 80),
        sa.Column("total", sa.Integer(), nullable=False),
        sa.Column("done", sa.Integer(), nullable=False), _text("last", 20),
        sa.Column("finished", sa.Boolean(), nullable=False),
        sa.Column("ways", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["draft_id"], ["model_drafts.id"],
                                name="fk_reruns_draft_id_model_drafts"),
        sa.PrimaryKeyConstraint("draft_id", name="pk_reruns"),
    )  # fmt: skip


def downgrade() -> None:
    for table in ("reruns", "courses", "tallies", "analysed"):
        op.drop_table(table)
