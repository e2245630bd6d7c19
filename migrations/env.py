"""Runs migrations on the database that the settings name, or on a connection it is handed."""

from __future__ import annotations

from collections.abc import Callable

from alembic import context

from engine.config import Settings
from engine.db.connection import connect, to_write
from engine.db.tables import METADATA


def _is_of(dialect: str) -> Callable[..., bool]:
    """Leave out of the comparison what is only made in another kind of database."""
    return lambda thing, *_: getattr(thing, "info", {}).get("only", dialect) == dialect


def run() -> None:
    handed = context.config.attributes.get("database")
    database = handed or connect(Settings().database_url)
    with to_write(database) as connection:
        context.configure(
            connection=connection,
            target_metadata=METADATA,
            compare_type=True,
            render_as_batch=connection.dialect.name == "sqlite",
            user_module_prefix="tables.",
            include_object=_is_of(connection.dialect.name),
        )
        with context.begin_transaction():
            context.run_migrations()
        connection.commit()


run()
