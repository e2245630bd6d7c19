import pytest

from engine.bootstrap import Engine
from tests.engine.modelling.small import Owners


@pytest.fixture
def owners(engine_on_both: Engine) -> Owners:
    """The owners of the small set, on SQLite and again on PostgreSQL."""
    return Owners(engine_on_both)
