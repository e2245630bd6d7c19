from collections.abc import Iterator

import pytest

from engine.bootstrap import Engine
from tests.engine.analysis.fleet import counted_fleet
from tests.engine.modelling.small import Owners


@pytest.fixture(scope="session")
def counted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Owners]:
    """The known fleet, counted; nobody may change it."""
    yield from counted_fleet(tmp_path_factory.mktemp("analysis"))


@pytest.fixture
def owners(engine_on_both: Engine) -> Owners:
    """The owners of the small set, on SQLite and again on PostgreSQL."""
    return Owners(engine_on_both)
