"""An office with rules of retention on each kind of database."""

import pytest

from engine.bootstrap import Engine
from engine.model import Actor, Case
from tests.engine.db.small import Office
from tests.engine.retention import kept


@pytest.fixture
def office(engine_on_both: Engine) -> Office:
    return kept.office(engine_on_both)


@pytest.fixture
def old(office: Office) -> Case:
    """A case that was closed six years ago."""
    return kept.old_case(office)


@pytest.fixture
def second(office: Office) -> Actor:
    """Another person at Socialtjänsten who answers for its archive."""
    return office.person("soc.gruppledare")
