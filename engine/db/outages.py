"""When the database is away or has no room left, said in the same words for every kind of it."""

from __future__ import annotations

import sqlite3

from sqlalchemy import ExceptionContext

from engine.errors import Unavailable

SQLITE = {sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN}
PRIMARY = 0xFF
"""The part of SQLite's code that tells the kind of error."""
STATES = ("08", "53", "57P", "25P03")
"""PostgreSQL: no connection, no room, shut down, and cut because its client stood still."""
WITHOUT_STATE = {"OperationalError", "InterfaceError"}
"""What the driver raises when there is nobody left to tell a state."""
SAID = "Databasen svarar inte, eller så har den inget utrymme kvar."


def is_outage(error: BaseException) -> bool:
    """Say whether a driver's error is about the database itself, not about what was asked of it."""
    code = getattr(error, "sqlite_errorcode", None)
    if code is not None:
        return code & PRIMARY in SQLITE
    if not hasattr(error, "sqlstate"):
        return False
    state = error.sqlstate
    return state.startswith(STATES) if state else type(error).__name__ in WITHOUT_STATE


def require_there(error: BaseException) -> None:
    """Raise Unavailable if the error is an outage."""
    if is_outage(error):
        raise Unavailable(SAID) from error


def tell(context: ExceptionContext) -> None:
    """Raise Unavailable instead of SQLAlchemy's error."""
    require_there(context.original_exception)
