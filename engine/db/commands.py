"""Commands that have been done: asked for again, they are not done again."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, insert, select
from sqlalchemy.exc import IntegrityError

from engine.db.prepared import Prepared
from engine.db.tables import commands
from engine.errors import Conflict, Stale
from engine.model import Command

KEEP = Prepared(insert(commands))
REUSED = "Samma kommando-id har redan använts till något annat."


def result_of(connection: Connection, command: Command | None) -> str | None:
    """Return what a command led to if it has been done; None if it has not.

    Raises Conflict when its id was used for something else or by somebody else.
    """
    if command is None:
        return None
    query = select(commands).where(commands.c.id == command.id)
    row = connection.execute(query).mappings().first()
    if row is None:
        return None
    if (row["actor"], row["verb"], row["target"]) != (command.actor, command.verb, command.target):
        raise Conflict(REUSED)
    return str(row["result"])


def keep(connection: Connection, command: Command | None, at: datetime, result: str) -> None:
    """Keep that a command has been done. Raises Stale if it was done at the same time."""
    if command is None:
        return
    try:
        KEEP.run(connection, [{**vars(command), "at": at, "result": result}])
    except IntegrityError as error:
        raise Stale("the same command was done at the same time") from error
