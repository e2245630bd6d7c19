"""A backup of everything, older than an erasure, does not bring back what was erased."""

import shutil
from pathlib import Path

import pytest

from engine.db.connection import connect
from engine.db.vaults import open_vault
from engine.errors import Erased
from engine.secrecy.vault import Compartment
from tests.conftest import settings

PLACE = Compartment("c", "soc", "svar r")


def test_both_stores_restored_from_before_an_erasure_open_nothing_that_was_erased(
    migrated_sqlite_url: str, tmp_path: Path
) -> None:
    mine, database = settings(migrated_sqlite_url), connect(migrated_sqlite_url)
    store, backup = Path(mine.keys.removeprefix("sqlite:///")), tmp_path / "backup"

    def ask(verb: str, *what):
        vault = open_vault(mine, database)
        try:
            return getattr(vault, verb)(*what)
        finally:
            vault.keys.database.dispose()  # type: ignore[attr-defined]

    sealed = ask("seal", PLACE, {"svar": "ja"})
    shutil.copy(store, backup)
    ask("erase", "c", "soc")
    shutil.copy(backup, store)  # the database never had a tombstone: as if it were restored, too

    with pytest.raises(Erased):
        ask("open", PLACE, sealed)
    shutil.rmtree(mine.anchors)
    with pytest.raises(Erased):  # it was destroyed in the restored store as well
        ask("open", PLACE, sealed)
    database.dispose()
