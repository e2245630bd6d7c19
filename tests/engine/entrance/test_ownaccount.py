"""Passwords and one-time codes of one's own account, on both kinds of database."""

import pyotp
import pytest
from sqlalchemy import select

from engine.bootstrap import Engine
from engine.db.tables import recovery_codes, second_factors, trail
from engine.entrance.ownaccount import PAUSED, WRONG_CODE
from engine.entrance.sittings import Way, id_of
from engine.errors import Conflict, InvalidAnswers, NotAllowed
from engine.model import Actor
from tests.conftest import MovedClock

OLD, NEW = "fyra ord som inte hör ihop", "fem helt andra ord i rad"
EVA = Actor("eva", "Eva Alm", "socialtjansten", frozenset({"handlaggare"}))


@pytest.fixture
def engine(engine_on_both: Engine) -> Engine:
    engine_on_both.administering.add("prov", EVA, OLD)
    return engine_on_both


@pytest.fixture
def secret(engine: Engine) -> str:
    """The secret of an authenticator that is set up."""
    secret = engine.ownaccount.begin_factor(EVA).secret
    engine.ownaccount.confirm_factor(EVA, code(engine, secret), OLD, "here")
    return secret


def code(engine: Engine, secret: str) -> str:
    return pyotp.TOTP(secret).at(engine.clock.now())


def kinds(engine: Engine) -> list[str]:
    with engine.database.connect() as connection:
        return list(connection.scalars(select(trail.c.kind).where(trail.c.actor == "eva")))


def test_a_changed_password_holds_at_once_and_ends_other_sittings(engine: Engine) -> None:
    here, there = (engine.door.open(EVA, Way.PASSWORD, "") for _ in range(2))
    engine.ownaccount.change_password(EVA, OLD, (NEW, NEW), id_of(here))

    assert engine.door.sign_in("eva", OLD) is None
    assert engine.door.sign_in("eva", NEW) == EVA
    assert engine.door.reader(here)
    assert engine.door.reader(there) is None
    assert kinds(engine) == ["password_changed"]


@pytest.mark.parametrize(
    ("old", "new", "fields"),
    [("fel", (NEW, NEW), {"nu"}), (OLD, ("kort", "kort"), {"nytt"}), (OLD, (NEW, OLD), {"igen"}),
     (OLD, (OLD, OLD), {"nytt"}), ("fel", ("", ""), {"nu", "nytt"})],
)  # fmt: skip
def test_a_bad_change_is_told_field_by_field_and_changes_nothing(
    engine: Engine, old: str, new: tuple[str, str], fields: set[str]
) -> None:
    with pytest.raises(InvalidAnswers) as refused:
        engine.ownaccount.change_password(EVA, old, new, "here")

    assert refused.value.problems.keys() == fields
    assert engine.door.sign_in("eva", OLD) == EVA


def test_an_authenticator_is_the_same_until_it_is_confirmed_and_then_shown_to_nobody(
    engine: Engine,
) -> None:
    with pytest.raises(InvalidAnswers):
        engine.ownaccount.confirm_factor(EVA, "000000", OLD, "here")  # before there is any
    secret = engine.ownaccount.begin_factor(EVA).secret
    assert engine.ownaccount.begin_factor(EVA).secret == secret
    assert not engine.ownaccount.has_factor(EVA)
    with pytest.raises(InvalidAnswers):
        engine.ownaccount.confirm_factor(EVA, "000000", OLD, "here")
    codes = engine.ownaccount.confirm_factor(EVA, code(engine, secret), OLD, "here")

    assert engine.ownaccount.has_factor(EVA)
    assert engine.ownaccount.codes_left(EVA) == len(codes) == 10
    with pytest.raises(Conflict):
        engine.ownaccount.begin_factor(EVA)
    with pytest.raises(Conflict):
        engine.ownaccount.confirm_factor(EVA, "000000", OLD, "here")


@pytest.mark.parametrize(
    ("right", "password", "fields"), [(True, "fel", {"nu"}), (False, "fel", {"nu", "kod"}),
                                      (False, OLD, {"kod"}), (True, "", {"nu"})],
)  # fmt: skip
def test_nobody_binds_an_authenticator_to_an_account_they_only_found_open(
    engine: Engine, right: bool, password: str, fields: set[str]
) -> None:
    secret = engine.ownaccount.begin_factor(EVA).secret
    typed = code(engine, secret) if right else "000000"
    with pytest.raises(InvalidAnswers) as told:
        engine.ownaccount.confirm_factor(EVA, typed, password, "here")

    assert told.value.problems.keys() == fields
    assert not engine.ownaccount.has_factor(EVA)


def test_the_secret_is_sealed_and_the_recovery_codes_are_hashed(engine: Engine) -> None:
    secret = engine.ownaccount.begin_factor(EVA).secret
    codes = engine.ownaccount.confirm_factor(EVA, code(engine, secret), OLD, "here")
    with engine.database.connect() as connection:
        stored = repr([connection.execute(select(t)).all() for t in (second_factors,
                                                                     recovery_codes)])  # fmt: skip

    assert secret not in stored
    assert not [each for each in codes if each in stored or each.replace("-", "") in stored]


def test_a_code_opens_once(engine: Engine, secret: str, clock: MovedClock) -> None:
    used = code(engine, secret)
    assert engine.ownaccount.code_problem("eva", used) == WRONG_CODE  # it confirmed
    clock.advance(seconds=30)
    fresh = code(engine, secret)

    assert engine.ownaccount.code_problem("eva", fresh) is None
    assert engine.ownaccount.code_problem("eva", fresh) == WRONG_CODE


def test_a_recovery_code_opens_once_too(engine: Engine) -> None:
    secret = engine.ownaccount.begin_factor(EVA).secret
    codes = engine.ownaccount.confirm_factor(EVA, code(engine, secret), OLD, "here")

    assert engine.ownaccount.code_problem("eva", codes[3].upper()) is None
    assert engine.ownaccount.code_problem("eva", codes[3]) == WRONG_CODE
    assert engine.ownaccount.codes_left(EVA) == 9
    assert "recovery_code_used" in kinds(engine)


def test_guessing_is_stopped_for_whoever_guesses_from_wherever(
    engine: Engine, secret: str, clock: MovedClock
) -> None:
    clock.advance(minutes=1)
    for _ in range(5):
        assert engine.ownaccount.code_problem("eva", "000000") == WRONG_CODE
    assert engine.ownaccount.code_problem("eva", code(engine, secret)) == PAUSED
    clock.advance(minutes=5)

    assert engine.ownaccount.code_problem("eva", code(engine, secret)) is None
    assert kinds(engine).count("second_factor_refused") == 5


def test_the_demonstrations_people_have_no_password_to_change_and_no_codes(engine: Engine) -> None:
    soc = next(each for each in engine.queries.people() if each.id == "soc")

    with pytest.raises(NotAllowed):
        engine.ownaccount.begin_factor(soc)
    with pytest.raises(NotAllowed):
        engine.ownaccount.confirm_factor(soc, "000000", OLD, "here")
    with pytest.raises(NotAllowed):
        engine.ownaccount.change_password(soc, "skydd", (NEW, NEW), "here")
    assert engine.ownaccount.code_problem("soc", "000000") == WRONG_CODE
