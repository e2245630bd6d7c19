"""Published process sets: each stored once, whole, under its content hash."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Engine, insert, inspect, select, update

from engine.db.connection import writing
from engine.db.tables import process_sets, publication_events
from engine.db.trail import Noted, add
from engine.errors import NotFound

NEWEST = select(process_sets.c.version).order_by(process_sets.c.published_at.desc()).limit(1)


@dataclass(frozen=True)
class Publications:
    """Keeps and returns the files of process sets."""

    database: Engine
    channel: str = "kommando"

    def publish(self, version: str, files: Mapping[str, str], by: str, at: datetime) -> None:
        """Make a checked process set the one that new cases use; running cases keep theirs."""
        with writing(self.database) as connection:
            event = {"at": at, "kind": "published", "version": version, "actor": by}
            previous = _current(connection)
            put(connection, version, files, by, at)
            connection.execute(insert(publication_events).values({**event, "previous": previous}))
            told = {"version": version}
            add(connection, self.channel, Noted("published", at, by, None, version[:36], told))

    def current(self) -> str | None:
        """Return the version that new cases use; None before the first publication."""
        with self.database.connect() as connection:
            return _current(connection)

    def published_at(self, version: str) -> datetime | None:
        """Return when a version was published here; None if it was not, or there is no database."""
        if not inspect(self.database).has_table(process_sets.name):
            return None
        query = select(process_sets.c.published_at).where(process_sets.c.version == version)
        with self.database.connect() as connection:
            found: datetime | None = connection.execute(query).scalar()
        return found

    def files(self, version: str) -> dict[str, str]:
        """Return the files of a version, or raise NotFound."""
        with self.database.connect() as connection:
            return files_of(connection, version)


def put(
    connection: Connection, version: str, files: Mapping[str, str], by: str, at: datetime
) -> None:
    """Make a process set the one that new cases use, in the connection's transaction."""
    values = {"published_at": at, "published_by": by}
    known = update(process_sets).where(process_sets.c.version == version).values(values)
    if connection.execute(known).rowcount == 0:
        new = {"version": version, "files": dict(files), **values}
        connection.execute(insert(process_sets).values(new))


def current_version(connection: Connection) -> str:
    """Return the newest published version, or raise NotFound before the first one."""
    version = _current(connection)
    if version is None:
        raise NotFound("no process set has been published")
    return version


def files_of(connection: Connection, version: str) -> dict[str, str]:
    """Return the files of a version, or raise NotFound."""
    query = select(process_sets.c.files).where(process_sets.c.version == version)
    found = connection.execute(query).scalar()
    if found is None:
        raise NotFound(f"process set {version}")
    return dict(found)


def _current(connection: Connection) -> str | None:
    found: str | None = connection.execute(NEWEST).scalar()
    return found
