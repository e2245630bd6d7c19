"""A log that was written before there were seals and trails is carried over, and says so."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic import command
from sqlalchemy import Engine, text

from engine.audit.verifier import check_chain
from engine.db.connection import connect, writing
from engine.db.evidence import Evidence
from engine.db.log import Ledger
from engine.db.migrations import _config, migrate
from engine.secrecy.vault import Vault

RELEASED = Path(__file__).parents[1] / "audit" / "released" / "format_1.jsonl"
BEFORE = """\
INSERT INTO process_sets (version, files, published_at, published_by)
    VALUES ('v', '{}', '2026-03-02 08:00:00', 'x');
INSERT INTO cases (id, number, version, opened_at, opened_by, checked_sequence)
    VALUES (:id, '2026-00001', 'v', '2026-03-02 09:00:00', 'polismyndigheten', 0);
INSERT INTO readings (id, at, actor, agency, case_id, what)
    VALUES (1, '2026-03-02 10:00:00', 'soc', 'socialtjansten', 'c', 'cases.case');
INSERT INTO denials (id, at, actor, agency, action, target)
    VALUES (1, '2026-03-02 09:30:00.000001', 'soc', 'socialtjansten', 'claim', 't')"""
ENTRY = """INSERT INTO events (case_id, sequence, at, kind, actor, agency, instance_id, task_id,
    details, previous, digest) VALUES (:stream, :sequence, :at, :kind, :actor, :agency, :place,
    :subject, :details, :previous, :digest)"""


@pytest.fixture
def database(database_url: str) -> Iterator[Engine]:
    """A database as it was before, with a log and what was kept beside it."""
    database = connect(database_url)
    command.upgrade(_config(database), "0012")
    released = [json.loads(line) for line in RELEASED.read_text().splitlines()]
    with writing(database) as connection:
        for statement in BEFORE.split(";"):
            connection.execute(text(statement), {"id": released[0]["stream"]})
        for entry in released:
            at = entry["at"].replace("T", " ").removesuffix("+00:00")
            kept = at if "." in at else f"{at}.000000"
            details = json.dumps(_facts(entry), ensure_ascii=True)
            connection.execute(text(ENTRY), {**entry, "at": kept, "details": details})
    yield database
    database.dispose()


def _facts(entry: dict[str, str]) -> object:
    from base64 import b64decode  # noqa: PLC0415

    return json.loads(b64decode(entry["facts"]))


def test_old_entries_keep_their_digests_and_still_verify(database: Engine) -> None:
    migrate(database)
    released = [json.loads(line) for line in RELEASED.read_text().splitlines()]
    evidence = Evidence(database, Vault(None))  # type: ignore[arg-type]
    chains = {stream: list(entries) for stream, entries in evidence.chains()}

    assert chains[released[0]["stream"]] == released
    for stream, entries in chains.items():
        assert not list(check_chain(stream, entries, {})), stream
    with database.connect() as connection:
        log = Ledger(connection, Vault(None), "").of_case(released[0]["stream"])  # type: ignore[arg-type]
    assert log[2].details["variables"] == {"misstanke": "kvarstår"}
    assert log[2].details["task_id"] == "t1"


def test_readings_and_denials_are_in_a_chain_and_say_that_they_were_put_there(
    database: Engine,
) -> None:
    migrate(database)
    with database.connect() as connection:
        found = connection.execute(
            text("SELECT sequence, kind, place, subject, facts FROM trail ORDER BY sequence")
        ).all()

    carried = b'{"carried_over":true}'
    assert [(*row[:4], bytes(row[4])) for row in found] == [
        (1, "denied", "claim", "t", carried), (2, "read", "cases.case", "c", carried),
    ]  # fmt: skip
