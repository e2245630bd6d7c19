"""Agencies' systems are told of events, and send messages to cases."""

import sqlalchemy as sa
from alembic import op

revision = "exchange"
down_revision = "levels"
branch_labels = None
depends_on = None

WAITING = sa.text("settled_at IS NULL")
MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "webhooks",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("agency", sa.String(40), nullable=False),
        sa.Column("kinds", sa.JSON(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("created_by", sa.String(80), nullable=False),
        sa.Column("ended_at", MOMENT, nullable=True),
        sa.Column("held_until", MOMENT, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_webhooks"),
    )
    op.create_index("ix_webhooks_agency", "webhooks", ["agency"])
    op.create_table(
        "outgoing",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("event_id", sa.String(36), nullable=False),
        sa.Column("webhook_id", sa.String(36), nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("case_id", sa.String(36), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("facts", sa.LargeBinary(), nullable=True),
        sa.Column("once", sa.String(36), nullable=True),
        sa.Column("next_at", MOMENT, nullable=False),
        sa.Column("attempts", sa.SmallInteger(), nullable=False),
        sa.Column("settled_at", MOMENT, nullable=True),
        sa.Column("outcome", sa.String(10), nullable=True),
        sa.Column("cause", sa.String(200), nullable=True),
        sa.ForeignKeyConstraint(
            ["webhook_id"], ["webhooks.id"], name="fk_outgoing_webhook_id_webhooks"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_outgoing"),
        sa.UniqueConstraint("webhook_id", "once", "at", name="uq_outgoing_webhook_id_once_at"),
    )
    only = {"sqlite_where": WAITING, "postgresql_where": WAITING}
    op.create_index("ix_outgoing_due", "outgoing", ["webhook_id", "next_at"], **only)
    op.create_index("ix_outgoing_order", "outgoing", ["webhook_id", "case_id", "position"], **only)
    op.create_index("ix_outgoing_settled", "outgoing", ["settled_at"])
    op.create_index("ix_outgoing_webhook", "outgoing", ["webhook_id", "settled_at"])
    op.create_table(
        "incoming",
        sa.Column("agency", sa.String(40), nullable=False),
        sa.Column("sent_as", sa.String(120), nullable=False),
        sa.Column("message_id", sa.String(36), nullable=False),
        sa.Column("case_id", sa.String(36), nullable=False),
        sa.Column("name", sa.String(80), nullable=False),
        sa.Column("digest", sa.LargeBinary(32), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("actor", sa.String(80), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name="fk_incoming_case_id_cases"),
        sa.PrimaryKeyConstraint("agency", "sent_as", name="pk_incoming"),
        sa.UniqueConstraint("message_id", name="uq_incoming_message_id"),
    )
    op.create_index("ix_incoming_case_id", "incoming", ["case_id"])


def downgrade() -> None:
    op.drop_table("incoming")
    op.drop_table("outgoing")
    op.drop_table("webhooks")
