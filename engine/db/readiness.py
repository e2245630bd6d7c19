"""Whether an installation can work: its databases answer, and have the tables of the program."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from sqlalchemy import Engine, select
from sqlalchemy.exc import SQLAlchemyError

from engine.db.migrations import is_migrated
from engine.db.tables import process_sets
from engine.errors import Unavailable
from engine.secrecy.vault import Keys

UNMIGRATED = "databasen har inte programmets tabeller: kör skydd migrate"
UNPUBLISHED = "inga processer är publicerade: kör skydd migrate"
SILENT = "databasen svarar inte"
KEYLESS = "nycklarnas databas svarar inte"


def faults(database: Engine, keys: Keys) -> Iterator[str]:
    """Yield what keeps people from working, in Swedish; nothing of any case, no address."""
    yield from _asked(SILENT, lambda: _of_database(database))
    yield from _asked(KEYLESS, keys.ping)


def _asked(silent: str, ask: Callable[[], str | None]) -> Iterator[str]:
    try:
        found = ask()
    except (SQLAlchemyError, Unavailable):
        found = silent
    if found:
        yield found


def _of_database(database: Engine) -> str | None:
    if not is_migrated(database):
        return UNMIGRATED
    with database.connect() as connection:
        published = connection.execute(select(process_sets.c.version).limit(1)).first()
    return None if published else UNPUBLISHED
