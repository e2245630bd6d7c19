"""The verbs and the page are reached in one place."""

import pytest

from engine.bootstrap import Engine
from engine.errors import NotAllowed
from engine.exchange.room import ExchangePage


def test_an_agency_without_systems_has_an_empty_page(engine: Engine) -> None:
    chef, person = engine.queries.person("polis.chef"), engine.queries.person("polis")
    assert chef is not None
    assert person is not None

    assert engine.exchange.page(chef) == ExchangePage([], [], [], [])
    with pytest.raises(NotAllowed):
        engine.exchange.page(person)
