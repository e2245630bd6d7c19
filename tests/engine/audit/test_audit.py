"""Auditors check the log as it is stored: what was touched behind our back is found, and where."""

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from email.message import EmailMessage
from pathlib import Path

import pytest
from sqlalchemy import select

from engine.audit.handing import Letters
from engine.bootstrap import Engine, build
from engine.db.tables import trail
from engine.errors import NotFound
from engine.model import Case
from tests.conftest import settings
from tests.engine.audit.test_tampering import byte_changed
from tests.engine.audit.written import seeded
from tests.engine.db.small import FILES, Office

Raw = Callable[[str], sqlite3.Connection]


@pytest.fixture
def office(engine: Engine) -> Office:
    office = Office(engine)
    office.publish(FILES)
    return office


@pytest.fixture
def case(office: Office) -> Case:
    case = office.open()
    office.complete(case, "a", "b")
    for _ in range(3):
        office.engine.readings.note(office.soc, case.id, "cases.case")
    return case


@pytest.fixture
def raw(engine: Engine) -> Iterator[sqlite3.Connection]:
    """The file itself, as somebody has it who goes round the program."""
    connection = sqlite3.connect(str(engine.database.url.database), isolation_level=None)
    yield connection
    connection.close()


def wrong(office: Office) -> list[tuple[str, object, str]]:
    return [finding[:3] for finding in office.engine.audit.verify("tests").findings]


def test_a_log_that_nobody_touched_is_whole(office: Office, case: Case) -> None:
    office.engine.audit.anchor("tests")
    verdict = office.engine.audit.verify("tests")

    assert (verdict.findings, verdict.anchors, verdict.beyond) == ((), 1, 1)
    assert (verdict.chains, verdict.entries > 10) == (3, True)


def test_any_changed_byte_of_any_column_in_the_file_is_found(
    office: Office, case: Case, raw: sqlite3.Connection
) -> None:
    office.engine.audit.anchor("tests")
    chance, missed = seeded(3), []
    for table, key in (("events", "case_id"), ("trail", "stream")):
        columns = [row[1] for row in raw.execute(f"PRAGMA table_info({table})")]
        own = f"SELECT rowid, {key} FROM {table} WHERE {key} != 'system'"  # noqa: S608
        rows = raw.execute(own).fetchall()
        for _ in range(150):
            (rowid, stream), column = chance.choice(rows), chance.choice(columns)
            where = f"FROM {table} WHERE rowid = ?"
            before = raw.execute(f"SELECT {column} {where}", [rowid]).fetchone()[0]
            change = f"UPDATE {table} SET {column} = ? WHERE rowid = ?"  # noqa: S608
            with suppress(sqlite3.IntegrityError):  # the database itself says no
                raw.execute(change, [byte_changed(before, chance), rowid])
            if raw.execute(f"SELECT {column} {where}", [rowid]).fetchone()[0] == before:
                continue
            if not office.engine.audit.verify("tests", [stream]).findings:
                missed.append((table, column, before))
            raw.execute(change, [before, rowid])

    assert missed == []
    assert wrong(office) == []


@pytest.mark.parametrize(
    ("change", "what"),
    [
        ("DELETE FROM events WHERE sequence = 3", "saknas"),
        ("DELETE FROM events WHERE sequence > 4", "avkapad"),
        ("DELETE FROM events", "avkapad"),
        ("DELETE FROM trail WHERE kind = 'read'", "avkapad"),
        ("UPDATE events SET sequence = -sequence WHERE sequence IN (2, 3)", "saknas"),
        ("UPDATE anchored_heads SET digest = zeroblob(32)", "falskt"),
        ("UPDATE anchors SET signature = zeroblob(64)", "falskt"),
        ("DELETE FROM anchored_heads; DELETE FROM anchors", "saknas"),
    ],
)
def test_what_somebody_does_to_the_file_is_found(
    office: Office, case: Case, raw: sqlite3.Connection, change: str, what: str
) -> None:
    office.engine.audit.anchor("tests")
    raw.executescript(f"PRAGMA foreign_keys=OFF; {change}")

    assert what in [found for _, _, found in wrong(office)]


def test_an_old_backup_shows_as_a_gap_against_the_anchors(
    office: Office, case: Case, tmp_path: Path, raw: sqlite3.Connection
) -> None:
    audit, backup = office.engine.audit, tmp_path / "backup"
    audit.anchor("tests")
    raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    shutil.copy(str(office.engine.database.url.database), backup)
    office.complete(case, "c")
    audit.anchor("tests")
    assert wrong(office) == []
    there = settings(f"sqlite:///{backup}").model_copy(
        update={"anchor_folder": str(office.engine.settings.anchors)}
    )
    restored = build(there)

    assert [f[:3] for f in restored.audit.verify("tests").findings] == [("ankare", 2, "saknas")]
    restored.database.dispose()


def test_an_erased_case_still_verifies(office: Office, case: Case) -> None:
    office.engine.store.vault.erase(case.id, "logg")

    assert wrong(office) == []


def test_anchors_go_by_mail_once_to_each_and_again_if_they_did_not_go(office: Office) -> None:
    sent: list[EmailMessage] = []
    refused = iter([True, False, False])

    def deliver(message: EmailMessage) -> None:
        if next(refused, False):
            raise OSError("no mail server")
        sent.append(message)

    letters = Letters(deliver, "från@example.se", ("a@example.se",))
    audit = replace(office.engine.audit, letters=letters)
    for _ in range(2):
        audit.anchor("tests")
    audit.hand_out()

    assert [letter["Subject"].split()[1] for letter in sent] == ["1", "2"]


def test_every_look_is_noted(office: Office, case: Case) -> None:
    audit = office.engine.audit
    audit.anchor(office.soc)
    audit.verify(office.soc)
    audit.bundle(office.soc, case.number)

    query = select(trail.c.kind).where(trail.c.actor == "soc").order_by(trail.c.sequence)
    with office.engine.database.connect() as connection:
        kinds = list(connection.scalars(query))
    assert kinds == ["read"] * 3 + ["anchored", "verified", "exported"]


def test_a_bundle_for_a_person_hides_what_is_another_agencys(office: Office, case: Case) -> None:
    whole = office.engine.audit.bundle("tests", case.number)
    mine = office.engine.audit.bundle(office.polis, case.number)

    assert all("facts" in entry for entry in whole.entries)
    hidden = [entry for entry in mine.entries if "content" in entry]
    assert 0 < len(hidden) < len(mine.entries)
    assert "socialtjansten" not in str(hidden)


def test_another_agencys_case_is_not_there_and_that_is_noted(office: Office, case: Case) -> None:
    before = office.engine.store.denials()
    with pytest.raises(NotFound):
        office.engine.audit.bundle(office.mig, case.number)
    with pytest.raises(NotFound):
        office.engine.audit.bundle(office.mig, "2026-99999")

    assert office.engine.store.denials() == before + 1
