"""A copy of an SQLite database in one file, taken while others write (WAL: none of them waits)."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import cast

from sqlalchemy import Engine

from engine.errors import Unrestorable

FILE = "databas.sqlite3"
BROKEN = "kopian av databasen är inte hel: {}"


def dump(database: Engine, folder: Path) -> Mapping[str, int]:
    """Write the database as it is at one moment, and return how many rows each table has.

    VACUUM INTO reads in one transaction and leaves out what has been deleted: no old page follows.
    """
    file = folder / FILE
    with database.connect() as connection:
        driver = cast(sqlite3.Connection, connection.connection.driver_connection)
        driver.execute("VACUUM INTO ?", (str(file),))
    with closing(sqlite3.connect(file)) as copy:
        if (told := copy.execute("PRAGMA quick_check").fetchone()[0]) != "ok":
            raise Unrestorable(BROKEN.format(told))
        tables = "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
        names = [name for (name,) in copy.execute(tables)]
        return {name: _count(copy, name) for name in names}


def load(database: Engine, folder: Path) -> None:
    """Put the copy where the database is to be."""
    target = Path(database.url.database or "")
    database.dispose()
    for rest in ("", "-wal", "-shm"):
        Path(f"{target}{rest}").unlink(missing_ok=True)
    part = target.with_name(f"{target.name}.del")
    shutil.copyfile(folder / FILE, part)
    part.chmod(0o600)
    part.replace(target)


def _count(copy: sqlite3.Connection, table: str) -> int:
    quoted = table.replace('"', '""')
    return int(copy.execute(f'SELECT count(*) FROM "{quoted}"').fetchone()[0])  # noqa: S608
