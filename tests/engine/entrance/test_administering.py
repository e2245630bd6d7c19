"""What administrators do with accounts: for a reason, kept in the trail."""

import pytest
from sqlalchemy import select

from engine.access import ADMIN_OFFICE, ADMINISTRATOR
from engine.bootstrap import Engine
from engine.db.tables import trail
from engine.entrance.account import GIVEN
from engine.entrance.sittings import Way, id_of
from engine.errors import Conflict, InvalidAnswers, NotAllowed, NotFound
from engine.model import Actor
from tests.conftest import MovedClock

WORDS, OTHER = "fyra ord som inte hör ihop", "fem helt andra ord i rad"
ADMIN = Actor("admin", "Ada Kvist", ADMIN_OFFICE, frozenset({ADMINISTRATOR}))
EVA = Actor("eva", "Eva Alm", "socialtjansten", frozenset({"handlaggare"}))
VERBS = ("lock", "unlock", "reset_factor", "end_sittings")


@pytest.fixture
def engine(engine_on_both: Engine) -> Engine:
    engine_on_both.administering.add("prov", EVA, WORDS)
    return engine_on_both


def kept(engine: Engine, kind: str) -> list[tuple[str, str]]:
    query = select(trail.c.actor, trail.c.facts).where(trail.c.kind == kind)
    with engine.database.connect() as connection:
        return [(who, facts if isinstance(facts, str) else bytes(facts).decode())
                for who, facts in connection.execute(query)]  # fmt: skip


def sits_with_a_given_password(engine: Engine, token: str) -> bool:
    present = engine.door.reader(token)
    assert present is not None
    return present.given


def test_a_locked_person_is_out_at_once_and_back_when_it_is_opened(engine: Engine) -> None:
    token = engine.door.open(EVA, Way.PASSWORD, "")
    engine.administering.lock(ADMIN, "eva", "Slutat")
    assert engine.door.reader(token) is None
    assert engine.door.sign_in("eva", WORDS) is None
    engine.administering.unlock(ADMIN, "eva", "Kom tillbaka")

    assert engine.door.sign_in("eva", WORDS) == EVA
    assert engine.door.reader(token) is None
    ((who, facts),) = kept(engine, "account_locked")
    assert who == "admin"
    assert '"person":"eva"' in facts
    assert '"reason":"Slutat"' in facts


def test_a_password_from_somebody_else_lets_in_for_some_days_until_it_is_changed(
    engine: Engine, clock: MovedClock
) -> None:
    clock.advance(seconds=GIVEN.total_seconds() - 1)
    assert engine.door.sign_in("eva", WORDS) == EVA
    clock.advance(seconds=1)
    with pytest.raises(InvalidAnswers, match="har gått ut"):
        engine.door.sign_in("eva", WORDS)
    assert engine.door.sign_in("eva", "fel ord i en lång rad") is None

    engine.administering.set_password(ADMIN, "eva", OTHER, "Glömt")
    assert engine.door.sign_in("eva", OTHER) == EVA
    token = engine.door.open(EVA, Way.PASSWORD, "")
    assert sits_with_a_given_password(engine, token)
    engine.ownaccount.change_password(EVA, OTHER, (WORDS, WORDS), id_of(token))
    assert not sits_with_a_given_password(engine, token)
    clock.advance(seconds=GIVEN.total_seconds())
    assert engine.door.sign_in("eva", WORDS) == EVA


def test_a_reset_second_factor_is_set_up_anew(engine: Engine) -> None:
    secret = engine.ownaccount.begin_factor(EVA).secret
    engine.administering.reset_factor(ADMIN, "eva", "Ny telefon")

    assert engine.ownaccount.begin_factor(EVA).secret != secret
    assert len(kept(engine, "second_factor_reset")) == 1


def test_somebody_is_signed_out_everywhere(engine: Engine) -> None:
    tokens = [engine.door.open(EVA, Way.PASSWORD, "") for _ in range(2)]
    engine.administering.end_sittings(ADMIN, "eva", "Glömd dator")

    assert [engine.door.reader(each) for each in tokens] == [None, None]
    assert '"ended":2' in kept(engine, "sittings_ended")[0][1]


@pytest.mark.parametrize("verb", VERBS)
def test_only_administrators_may_and_only_for_a_reason(engine: Engine, verb: str) -> None:
    act = getattr(engine.administering, verb)
    elsewhere = Actor("x", "X", "socialtjansten", frozenset({ADMINISTRATOR, "chef"}))
    for other in (EVA, elsewhere):
        with pytest.raises(NotAllowed):
            act(other, "eva", "Slutat")
    for reason in ("", "  ", "x" * 201, "Rör 19811218-9876"):
        with pytest.raises(InvalidAnswers):
            act(ADMIN, "eva", reason)
    with pytest.raises(NotFound):
        act(ADMIN, "ingen", "Slutat")
    with pytest.raises(NotAllowed):
        engine.administering.accounts(elsewhere)


@pytest.mark.parametrize("verb", VERBS[:3])
def test_nobody_does_it_to_themselves(engine: Engine, verb: str) -> None:
    with pytest.raises(Conflict):
        getattr(engine.administering, verb)(ADMIN, "admin", "Slutat")


def test_an_account_is_made_once_with_a_good_name_and_password(engine: Engine) -> None:
    with pytest.raises(Conflict, match="redan ett konto"):
        engine.administering.add("prov", EVA, WORDS)
    with pytest.raises(InvalidAnswers, match="minst 12"):
        engine.administering.add("prov", Actor("ny", "Ny", "socialtjansten"), "kort")
    with pytest.raises(InvalidAnswers, match="2–40 tecken"):
        engine.administering.add("prov", Actor("oidc:x", "Ny", "socialtjansten"), WORDS)
    assert WORDS not in repr(kept(engine, "account_added"))


def test_the_list_tells_who_and_how_and_nothing_else(engine: Engine) -> None:
    found = {each.person.id: each for each in engine.administering.accounts(ADMIN)}

    assert found["eva"].source == "lokalt"
    assert found["soc"].source == "demo"
    assert not found["eva"].second_factor
