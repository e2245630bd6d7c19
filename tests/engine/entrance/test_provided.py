"""An account from a provider follows the claims; the pages' part is in tests/web/signin."""

import pytest

from engine.bootstrap import Engine
from engine.entrance.claims import ClaimRules
from engine.entrance.provided import Provided
from engine.errors import Unwelcome

RULES = ClaimRules.read('[myndigheter]\na = "socialtjansten"\n[roller]\nh = "handlaggare"\n')
CLAIMS = {"sub": "s", "name": "Eva Alm", "agency": "a", "roles": ["h"]}


@pytest.fixture
def provided(engine_on_both: Engine) -> Provided:
    models = engine_on_both.queries.models
    return Provided(engine_on_both.store, engine_on_both.clock, RULES,
                    lambda version: models.registers(version).agencies)  # fmt: skip


def test_an_account_is_made_once_and_follows(engine_on_both: Engine, provided: Provided) -> None:
    first = provided.arrive("i", CLAIMS)
    again = provided.arrive("i", CLAIMS | {"name": "Eva Ask"})

    assert first.id == again.id
    assert engine_on_both.queries.person(first.id) == again
    assert engine_on_both.trail.count("account_added") == 1
    assert engine_on_both.trail.count("account_changed") == 0  # a name is no right


def test_without_a_mapping_nobody_comes_in(engine_on_both: Engine, provided: Provided) -> None:
    with pytest.raises(Unwelcome):
        Provided(provided.store, provided.clock, None, provided.agencies).arrive("i", CLAIMS)

    assert engine_on_both.trail.count("sign_in_refused") == 1
