"""A small process set on each kind of database."""

import pytest

from engine.bootstrap import Engine
from engine.model import Case
from tests.engine.db.small import FILES, Office


@pytest.fixture
def office(engine_on_both: Engine) -> Office:
    office = Office(engine_on_both)
    office.publish(FILES)
    return office


@pytest.fixture
def case(office: Office) -> Case:
    """An open case: a and b at Socialtjänsten, c at the police."""
    return office.open()
