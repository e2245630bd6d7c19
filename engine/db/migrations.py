"""Brings a database up to the tables of this version of the program."""

from __future__ import annotations

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine

from engine.config import ROOT

REVISION = "alembic_version"
"""The table that tells which migration was the last."""


def migrate(database: Engine, to: str = "head") -> None:
    """Run the migrations that are missing; none if there are none."""
    command.upgrade(_config(database), to)


def reached(database: Engine) -> str:
    """Return the last migration that was run, or "" before the first."""
    with database.connect() as connection:
        return ",".join(MigrationContext.configure(connection).get_current_heads())


def knows(database: Engine, revision: str) -> bool:
    """Say whether this version of the program has a migration."""
    known = ScriptDirectory.from_config(_config(database)).walk_revisions()
    return revision in {each.revision for each in known}


def is_migrated(database: Engine) -> bool:
    """Say whether the database has been brought up to the last migration, or further.

    A migration that we do not know is a newer version's, which takes nothing away that we need: so
    the old version stays ready while it is being replaced.
    """
    script = ScriptDirectory.from_config(_config(database))
    with database.connect() as connection:
        reached = set(MigrationContext.configure(connection).get_current_heads())
    known = {each.revision for each in script.walk_revisions()}
    return reached == set(script.get_heads()) or bool(reached - known)


def require_matching(database: Engine) -> None:
    """Raise alembic's CommandError if the migrations do not lead to the tables of the code."""
    command.check(_config(database))


def _config(database: Engine) -> Config:
    config = Config(toml_file=str(ROOT / "pyproject.toml"))
    config.attributes["database"] = database
    return config
