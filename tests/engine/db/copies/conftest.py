"""An installation with something in it, and one of the same kind with nothing."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from engine.bootstrap import Engine, build
from tests.conftest import MovedClock, settings
from tests.engine.db.copies.places import filled, with_key


@pytest.fixture
def source(engine_on_both: Engine) -> Engine:
    """Two cases, of which one has an anchor over it."""
    return filled(engine_on_both)


@pytest.fixture
def lite(engine: Engine) -> Engine:
    """The same on SQLite only."""
    return filled(engine)


@pytest.fixture
def empty(
    engine_on_both: Engine, request: pytest.FixtureRequest, tmp_path: Path
) -> Iterator[Engine]:
    lite = engine_on_both.database.dialect.name == "sqlite"
    yield from nothing(NEW.format(tmp_path) if lite else request.getfixturevalue("postgresql_url"))


@pytest.fixture
def empty_lite(tmp_path: Path) -> Iterator[Engine]:
    yield from nothing(NEW.format(tmp_path))


NEW = "sqlite:///{}/ny/skydd.sqlite"


def nothing(url: str) -> Iterator[Engine]:
    other = with_key(build(settings(url), MovedClock()))
    yield other
    other.database.dispose()
    other.store.vault.keys.database.dispose()  # type: ignore[attr-defined]
