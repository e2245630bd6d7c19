"""The log is sealed and says how it was written; readings and denials get chains; anchors.

Entries that exist keep their digests: they are of format 1, and are checked as they were written.
Readings and denials were in no chain. They are put in one now, and each says that it was carried
over, so that nobody takes their place in it for older than it is.
"""

import json
from datetime import UTC
from hashlib import sha256

import sqlalchemy as sa
from alembic import op

revision = "0013_proof"
down_revision = "0012"
branch_labels = None
depends_on = None

FACTS = b'{"carried_over":true}'
BATCH = 1_000


def _text(name: str, length: int, nullable: bool = True) -> sa.Column[str]:
    return sa.Column(name, sa.String(length), nullable=nullable)


def _bytes(name: str, length: int | None = None, nullable: bool = False) -> sa.Column[bytes]:
    return sa.Column(name, sa.LargeBinary(length), nullable=nullable)


def _at() -> sa.Column[object]:
    return sa.Column("at", sa.DateTime(timezone=True), nullable=False)


def upgrade() -> None:
    _write_events_as_bytes()
    _make_tables()
    _carry_over()
    op.drop_table("readings")
    op.drop_table("denials")


def _write_events_as_bytes() -> None:
    with op.batch_alter_table("events") as batch:
        for name, length in (("role", 80), ("channel", 10), ("command_id", 36)):
            batch.add_column(_text(name, length))
        batch.add_column(sa.Column("format", sa.SmallInteger(), nullable=True))
        for name in ("facts", "previous_bytes", "digest_bytes"):
            batch.add_column(_bytes(name, nullable=True))
    columns = ("case_id", "sequence", "format", "facts", "previous_bytes", "digest_bytes")
    table = sa.table("events", *map(sa.column, ("details", "previous", "digest", *columns)))
    c, connection = table.c, op.get_bind()
    details = sa.type_coerce(c.details, sa.JSON())
    while found := connection.execute(
        sa.select(c.case_id, c.sequence, details, c.previous, c.digest)
        .where(c.format.is_(None)).limit(BATCH)
    ).all():  # fmt: skip
        mine = (c.case_id == sa.bindparam("of")) & (c.sequence == sa.bindparam("number"))
        names = ("format", "facts", "previous_bytes", "digest_bytes")
        change = sa.update(table).where(mine).values({n: sa.bindparam(f"new_{n}") for n in names})
        connection.execute(change, [
            {"of": row[0], "number": row[1], "new_format": 1, "new_facts": _plain(row[2]),
             "new_previous_bytes": bytes.fromhex(row[3]), "new_digest_bytes": bytes.fromhex(row[4])}
            for row in found])  # fmt: skip
    with op.batch_alter_table("events") as batch:
        for name in ("details", "previous", "digest"):
            batch.drop_column(name)
        batch.alter_column("format", existing_type=sa.SmallInteger(), nullable=False)
        batch.alter_column("facts", existing_type=sa.LargeBinary(), nullable=False)
        for name in ("previous", "digest"):
            batch.alter_column(f"{name}_bytes", new_column_name=name, nullable=False,
                               existing_type=sa.LargeBinary())  # fmt: skip


def _plain(details: dict[str, object]) -> bytes:
    """Return the facts as the digest of format 1 was made of them."""
    return json.dumps(
        details, ensure_ascii=False, separators=(",", ":"), sort_keys=True
    ).encode()  # fmt: skip


def _make_tables() -> None:
    op.create_table(
        "trail",
        _text("stream", 60, nullable=False), sa.Column("sequence", sa.Integer(), nullable=False),
        _at(), _text("kind", 40, nullable=False), _text("actor", 80), _text("agency", 40),
        _text("role", 80), _text("channel", 10), _text("command_id", 36), _text("place", 80),
        _text("subject", 36), sa.Column("format", sa.SmallInteger(), nullable=False),
        _bytes("facts"), _bytes("previous", 32), _bytes("digest", 32),
        sa.PrimaryKeyConstraint("stream", "sequence", name="pk_trail"),
    )  # fmt: skip
    op.create_index("ix_trail_subject", "trail", ["subject", "at"])
    op.create_index("ix_trail_actor", "trail", ["actor", "at"])
    op.create_table(
        "anchors",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False), _at(),
        _bytes("statement"), _bytes("signature", 64),
        sa.PrimaryKeyConstraint("number", name="pk_anchors"),
    )  # fmt: skip
    op.create_table(
        "anchored_heads",
        _text("stream", 60, nullable=False), sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False), _bytes("digest", 32),
        sa.ForeignKeyConstraint(["number"], ["anchors.number"],
                                name="fk_anchored_heads_number_anchors"),
        sa.PrimaryKeyConstraint("stream", "sequence", name="pk_anchored_heads"),
    )  # fmt: skip
    op.create_index("ix_anchored_heads_number", "anchored_heads", ["number"])
    op.create_table(
        "anchors_sent",
        sa.Column("number", sa.Integer(), nullable=False),
        _text("receiver", 254, nullable=False), _at(),
        sa.ForeignKeyConstraint(["number"], ["anchors.number"],
                                name="fk_anchors_sent_number_anchors"),
        sa.PrimaryKeyConstraint("number", "receiver", name="pk_anchors_sent"),
    )  # fmt: skip


def _carry_over() -> None:
    """Put readings and denials in the chains of their agencies, in the order of time."""
    old = (
        "SELECT at, 'read' AS kind, actor, agency, what AS place, case_id AS subject, id "
        "FROM readings UNION ALL "
        "SELECT at, 'denied', actor, agency, action, target, id FROM denials ORDER BY 1, 2, 7"
    )
    at = sa.DateTime(timezone=True)
    columns = [sa.column(n) for n in ("kind", "actor", "agency", "place", "subject")]
    query = sa.text(old).columns(sa.column("at", at), *columns, sa.column("id"))
    names = ("stream", "sequence", "kind", "actor", "agency", "place", "subject", "format",
             "facts", "previous", "digest")  # fmt: skip
    trail = sa.table("trail", sa.column("at", at), *map(sa.column, names))
    heads: dict[str, tuple[int, bytes]] = {}
    connection = op.get_bind()
    for row in connection.execute(query).mappings().all():
        stream = f"myndighet:{row['agency']}"
        sequence, previous = heads.get(stream, (0, bytes(32)))
        new = {name: row[name] for name in ("kind", "actor", "agency", "place", "subject")}
        moment = row["at"].replace(tzinfo=UTC) if row["at"].tzinfo is None else row["at"]
        written = moment.astimezone(UTC).isoformat(timespec="microseconds")
        told = [2, stream, sequence + 1, written, row["kind"], row["actor"], row["agency"], None,
                None, None, row["place"], row["subject"]]  # fmt: skip
        head = json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()
        digest = sha256(previous + sha256(head + b"\n" + FACTS).digest()).digest()
        heads[stream] = (sequence + 1, digest)
        connection.execute(trail.insert().values(
            **new, at=moment, stream=stream, sequence=sequence + 1, format=2, facts=FACTS,
            previous=previous, digest=digest))  # fmt: skip


def downgrade() -> None:
    raise NotImplementedError("what is sealed cannot be written in the open again")
