"""What PostgreSQL cannot be asked for: no text of it has a NUL, and it says so aloud."""

from __future__ import annotations

from sqlalchemy import ExceptionContext

from engine.errors import NotFound


def tell(context: ExceptionContext) -> None:
    """Find nothing by a text with a NUL, as SQLite does, where SQLAlchemy asks."""
    require_askable(context.original_exception)


def require_askable(error: BaseException) -> None:
    """Raise NotFound if a driver's error is about a NUL."""
    if "NUL (0x00)" in str(error):
        raise NotFound("no text in the database has a NUL in it") from error
