"""An office whose forms ask for what is protected, on each kind of database, and an open case."""

import pytest

from engine.bootstrap import Engine
from engine.model import Case
from tests.engine.db.protected import PROTECTED
from tests.engine.db.small import Office


@pytest.fixture
def office(engine_on_both: Engine) -> Office:
    office = Office(engine_on_both)
    office.publish(PROTECTED)
    return office


@pytest.fixture
def case(office: Office) -> Case:
    return office.open()
