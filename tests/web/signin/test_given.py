"""A password that somebody else has set: good for a few days, and only to choose one's own."""

import pytest

from engine.access import ADMIN_OFFICE, ADMINISTRATOR
from engine.bootstrap import Engine
from engine.entrance.account import GIVEN
from engine.model import Actor
from tests.conftest import MovedClock
from tests.web.conftest import Browser
from tests.web.signin.conftest import WORDS
from tests.web.signin.test_own import lenient, seated

ADMIN = Actor("admin", "Ada Kvist", ADMIN_OFFICE, frozenset({ADMINISTRATOR}))
GIVEN_WORDS, OWN = "sju ord från en administratör", "åtta egna ord som ingen vet"
PLACE = "/konto/eget-losenord"


@pytest.fixture
def given(local: Engine) -> Engine:
    local.administering.set_password(ADMIN, "eva", GIVEN_WORDS, "Glömt")
    return local


def test_nothing_else_is_reached_before_the_password_is_ones_own(
    given: Engine, eva: Browser
) -> None:
    typed = {"namn": "eva", "losenord": GIVEN_WORDS, "k.skal": "Ord ett slut."}
    first = eva.send("/logga-in", **typed)
    assert "Välj ett eget lösenord" in first.text
    assert "Ord ett slut.</p>" in first.text
    for place in ("/", "/arenden", "/konto", "/konto/engangskoder", "/arende/c1"):
        assert eva.get(place).location == PLACE, place
    assert "Ord två slut.</p>" in eva.send("/arenden", skal="Ord två slut.").text
    wrong = eva.send("/konto/losenord", nu="fel", nytt=OWN, igen="annat")
    assert wrong.status_code == 422
    assert "Välj ett eget lösenord" in wrong.text
    assert OWN not in wrong.text
    assert given.door.sign_in("eva", OWN) is None

    assert eva.send("/konto/losenord", nu=GIVEN_WORDS, nytt=OWN, igen=OWN).status_code == 303
    assert eva.get("/arenden").location == "/konto/engangskoder"


def test_the_same_password_is_not_ones_own(given: Engine) -> None:
    here = seated(lenient(given), PLACE)
    same = here.send("/konto/losenord", nu=GIVEN_WORDS, nytt=GIVEN_WORDS, igen=GIVEN_WORDS)

    assert same.status_code == 422
    assert here.get("/arenden").location == PLACE
    here.get(PLACE)
    assert here.send("/konto/losenord", nu=GIVEN_WORDS, nytt=OWN, igen=OWN).location == "/"
    assert here.get(PLACE).location == "/konto"


def test_after_some_days_it_is_told_whom_to_ask(
    given: Engine, eva: Browser, clock: MovedClock
) -> None:
    clock.advance(seconds=GIVEN.total_seconds())
    late = eva.send("/logga-in", namn="eva", losenord=GIVEN_WORDS)
    wrong = eva.send("/logga-in", namn="eva", losenord=WORDS)

    assert late.status_code == wrong.status_code == 422
    assert "Be den som lade upp kontot om ett nytt" in late.text
    assert "har gått ut" not in wrong.text
    assert given.trail.count("sign_in_refused") == 2
