"""The access log is searched by its own indexes, and reviewers keep what they conclude of it."""

import sqlalchemy as sa
from alembic import op

revision = "review"
down_revision = "publications_approved"
branch_labels = None
depends_on = None

SHOWN = sa.text("kind = 'revealed' OR kind = 'printed'")


def _text(name: str, length: int) -> sa.Column[str]:
    return sa.Column(name, sa.String(length), nullable=False)


def upgrade() -> None:
    op.create_table(
        "reviews",
        _text("id", 36), _text("agency", 40), _text("stream", 60),
        sa.Column("sequence", sa.Integer(), nullable=False), _text("verdict", 20),
        sa.Column("note", sa.LargeBinary(), nullable=True), _text("sealed_in", 36),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False), _text("actor", 80),
        sa.PrimaryKeyConstraint("id", name="pk_reviews"),
    )  # fmt: skip
    op.create_index("ix_reviews_entry", "reviews", ["agency", "stream", "sequence"])
    op.drop_index("ix_trail_actor", "trail")
    op.create_index("ix_trail_at", "trail", ["stream", "at", "sequence"])
    op.create_index("ix_trail_kind", "trail", ["stream", "kind", "at", "sequence"])
    op.create_index("ix_trail_actor", "trail", ["stream", "actor", "at", "sequence"])
    op.create_index(
        "ix_events_shown", "events", ["agency", "at", "case_id", "sequence"],
        sqlite_where=SHOWN, postgresql_where=SHOWN,
    )  # fmt: skip


def downgrade() -> None:
    op.drop_index("ix_events_shown", "events")
    for name in ("at", "kind", "actor"):
        op.drop_index(f"ix_trail_{name}", "trail")
    op.create_index("ix_trail_actor", "trail", ["actor", "at"])
    op.drop_table("reviews")
