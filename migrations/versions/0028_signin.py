"""Sittings that the server knows, second factors, and where an account comes from.

Until now only `skydd demo` made accounts of people: all that are there are the demonstration's.
"""

import sqlalchemy as sa
from alembic import op

revision = "signin"
down_revision = "service_accounts"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "sittings",
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("person", sa.String(80), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("browser", sa.String(60), nullable=False),
        sa.Column("way", sa.String(20), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_sittings"),
    )
    op.create_index("ix_sittings_person", "sittings", ["person"])
    op.create_table(
        "second_factors",
        sa.Column("person", sa.String(80), nullable=False),
        sa.Column("secret", sa.LargeBinary(), nullable=False),
        sa.Column("confirmed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("last_step", sa.BigInteger(), nullable=False, server_default=sa.text("0")),
        sa.Column("failed", sa.Integer(), nullable=False, server_default=sa.text("0")),
        sa.Column("failed_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("person", name="pk_second_factors"),
    )
    op.create_table(
        "recovery_codes",
        sa.Column("person", sa.String(80), nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("person", "digest", name="pk_recovery_codes"),
    )
    with op.batch_alter_table("people") as people:
        people.add_column(
            sa.Column("source", sa.String(10), nullable=False, server_default=sa.text("'lokalt'"))
        )
        people.add_column(sa.Column("issuer", sa.String(255), nullable=True))
        people.add_column(sa.Column("subject", sa.String(255), nullable=True))
        people.add_column(sa.Column("locked_at", sa.DateTime(timezone=True), nullable=True))
        people.create_unique_constraint("uq_people_issuer_subject", ["issuer", "subject"])
    op.execute(
        "UPDATE people SET source = 'demo' WHERE id NOT IN (SELECT id FROM service_accounts)"
    )


def downgrade() -> None:
    with op.batch_alter_table("people") as people:
        people.drop_constraint("uq_people_issuer_subject", type_="unique")
        for name in ("locked_at", "subject", "issuer", "source"):
            people.drop_column(name)
    for name in ("recovery_codes", "second_factors", "sittings"):
        op.drop_table(name)
