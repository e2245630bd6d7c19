from collections.abc import Iterator
from pathlib import Path

import pytest

from engine.bootstrap import Engine, build
from engine.db.migrations import migrate
from engine.demo import add_people
from tests.conftest import MovedClock, settings
from tests.engine.analysis.fleet import known_fleet
from tests.engine.modelling.small import Owners


@pytest.fixture(scope="session")
def counted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Owners]:
    """The known fleet, counted; nobody may change it."""
    folder: Path = tmp_path_factory.mktemp("analysis")
    engine: Engine = build(settings(f"sqlite:///{folder / 'fleet.db'}"), MovedClock())
    migrate(engine.database)
    add_people(engine)
    owners = Owners(engine)
    known_fleet(owners)
    engine.analysis.counting.count_now()
    yield owners
    engine.database.dispose()


@pytest.fixture
def owners(engine_on_both: Engine) -> Owners:
    """The owners of the small set, on SQLite and again on PostgreSQL."""
    return Owners(engine_on_both)
