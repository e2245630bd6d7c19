from pathlib import Path

from sqlalchemy import Engine as Database
from sqlalchemy import delete, text

from engine.bootstrap import Engine
from engine.db.connection import connect, writing
from engine.db.keys import SqlKeys
from engine.db.readiness import KEYLESS, SILENT, UNMIGRATED, UNPUBLISHED, faults
from engine.db.tables import process_sets


def gone(tmp_path: Path) -> Database:
    """A database whose file nobody can open."""
    (tmp_path / "file").mkdir()
    return connect(f"sqlite:///{tmp_path / 'file'}")


def test_an_installation_that_works_has_no_faults(engine_on_both: Engine) -> None:
    assert engine_on_both.faults() == []


def test_each_thing_that_is_missing_is_told(engine: Engine, tmp_path: Path) -> None:
    keys, empty = engine.store.vault.keys, connect(f"sqlite:///{tmp_path / 'empty'}")

    assert [*faults(empty, keys)] == [UNMIGRATED]
    closed = gone(tmp_path)
    assert [*faults(closed, keys)] == [SILENT]
    assert [*faults(engine.database, SqlKeys(closed, b""))] == [KEYLESS]
    with writing(engine.database) as connection:
        connection.execute(delete(process_sets))
    assert [*faults(engine.database, keys)] == [UNPUBLISHED]


def test_the_old_version_stays_ready_while_a_newer_one_takes_its_place(engine: Engine) -> None:
    for revision, found in (("of_a_newer_version", []), ("rehearsals", [UNMIGRATED])):
        with writing(engine.database) as connection:
            connection.execute(text("UPDATE alembic_version SET version_num = :r"), {"r": revision})
        assert engine.faults() == found
