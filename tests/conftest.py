from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path

import pytest

from engine.bootstrap import Engine, build
from engine.config import Settings
from engine.db.migrations import migrate as migrate_database
from engine.demo import add_people
from tests import places

pytest_plugins = [
    "tests.plugins.browser",
    "tests.plugins.databases",
    "tests.plugins.outcomes",
    "tests.plugins.recorder",
    "tests.steps.casework",
    "tests.steps.approval",
    "tests.steps.disclosure",
    "tests.steps.outcome",
    "tests.steps.time",
    "tests.steps.warnings",
]

MONDAY = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)

AT_LENGTH = {"session_idle": 10_000_000, "session_longest": 10_000_000}
"""Nobody is signed out because a test moves the clock."""


class MovedClock:
    """A clock that stands still until a test moves it."""

    def __init__(self, now: datetime = MONDAY) -> None:
        self._now = now

    def now(self) -> datetime:
        return self._now

    def set(self, now: datetime) -> None:
        self._now = now

    def advance(self, **by: float) -> None:
        self._now += timedelta(**by)


def settings(url: str) -> Settings:
    """Settings for a database; keys stay the same for as long as the database does."""
    keys = places.beside() / f"skydd-{sha256(url.encode()).hexdigest()[:16]}.keys"
    apart = {"keys_url": f"sqlite:///{keys}", "anchor_folder": f"{keys}-ankare"}
    beside = {} if url.startswith("sqlite") else apart
    names = ("secret_key", "master_key", "anchor_key")
    secrets = dict.fromkeys(names, "only for tests")
    return Settings(database_url=url, demo=True, **AT_LENGTH, **secrets, **beside)


@pytest.fixture(scope="session")
def migrate() -> object:
    """Make a template once: tables, the processes as published, and the synthetic people."""

    def prepare(url: str) -> None:
        engine = build(settings(url), MovedClock())
        migrate_database(engine.database)
        engine.publish("tests")
        add_people(engine)
        engine.database.dispose()

    return prepare


@pytest.fixture
def clock() -> MovedClock:
    return MovedClock()


@pytest.fixture
def engine(migrated_sqlite_url: str, clock: MovedClock, around: object) -> Iterator[Engine]:
    built = build(settings(migrated_sqlite_url), clock, around)  # type: ignore[arg-type]
    yield built
    built.database.dispose()


@pytest.fixture
def engine_on_both(migrated_url: str, clock: MovedClock) -> Iterator[Engine]:
    """An engine on SQLite and again on PostgreSQL."""
    built = build(settings(migrated_url), clock)
    yield built
    built.database.dispose()


@pytest.fixture(scope="session")
def processes_folder() -> Path:
    return Settings().processes
