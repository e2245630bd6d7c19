"""Runs migrations on the database that the settings name, or on a connection it is handed."""

from __future__ import annotations

from alembic import context

from engine.config import Settings
from engine.db.connection import WRITES, connect
from engine.db.tables import METADATA


def run() -> None:
    handed = context.config.attributes.get("database")
    database = handed or connect(Settings().database_url)
    with database.connect().execution_options(**WRITES) as connection:
        context.configure(
            connection=connection,
            target_metadata=METADATA,
            compare_type=True,
            render_as_batch=connection.dialect.name == "sqlite",
            user_module_prefix="tables.",
        )
        with context.begin_transaction():
            context.run_migrations()
        connection.commit()


run()
