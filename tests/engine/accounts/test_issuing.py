"""Accounts are made, recognised, ended, and all of it is told of."""

import pytest
from sqlalchemy import select

from engine.access import PROCESS_OFFICE
from engine.accounts.account import PROCESSES_CHANGE, TASKS_DO
from engine.bootstrap import Engine
from engine.db.tables import METADATA, service_accounts
from engine.errors import InvalidAnswers, NotFound
from tests.conftest import MovedClock


def made(engine: Engine) -> tuple[str, str]:
    account, token = engine.accounts.create(
        "drift", "polismyndigheten", "Durtvå", ["handlaggare"], [TASKS_DO], 30
    )
    return account.id, token


def test_a_token_is_recognised_until_the_account_expires(
    engine_on_both: Engine, clock: MovedClock
) -> None:
    account_id, token = made(engine_on_both)
    found = engine_on_both.accounts.recognise(token)

    assert found is not None
    assert (found.id, found.scopes) == (account_id, {TASKS_DO})
    assert engine_on_both.queries.person(account_id) == found.actor
    assert engine_on_both.accounts.recognise(token + "x") is None
    clock.advance(days=31)
    assert engine_on_both.accounts.recognise(token) is None


def test_a_revoked_account_is_nobody_and_stays_in_the_list(engine_on_both: Engine) -> None:
    account_id, token = made(engine_on_both)
    engine_on_both.accounts.revoke("drift", account_id)

    assert engine_on_both.accounts.recognise(token) is None
    (kept,) = engine_on_both.accounts.accounts()
    assert kept.revoked_at is not None
    with pytest.raises(NotFound):
        engine_on_both.accounts.revoke("drift", account_id)
    assert engine_on_both.trail.count("account_created") == 1
    assert engine_on_both.trail.count("account_revoked") == 1


def test_when_it_was_last_used_is_kept_to_the_minute(engine: Engine, clock: MovedClock) -> None:
    _, token = made(engine)
    engine.accounts.recognise(token)
    first = engine.accounts.accounts()[0].last_used_at
    clock.advance(seconds=30)
    engine.accounts.recognise(token)
    assert engine.accounts.accounts()[0].last_used_at == first
    clock.advance(minutes=1)
    engine.accounts.recognise(token)
    assert engine.accounts.accounts()[0].last_used_at == clock.now()


def test_the_token_is_kept_nowhere_and_nobody_signs_in_with_the_account(engine: Engine) -> None:
    account_id, token = made(engine)
    with engine.database.connect() as connection:
        for table in METADATA.tables.values():
            assert token not in repr(connection.execute(select(table)).all())
        assert connection.execute(select(service_accounts.c.digest)).scalar_one()
    for password in ("", "!", token):
        assert engine.door.sign_in(account_id, password) is None


def test_an_unsound_account_is_not_made(engine: Engine) -> None:
    with pytest.raises(InvalidAnswers):
        engine.accounts.create("drift", "ingen", "X", ["handlaggare"], [TASKS_DO], 30)
    engine.accounts.create("d", PROCESS_OFFICE, "X", ["processagare"], [PROCESSES_CHANGE], 1)
    assert len(engine.accounts.accounts()) == 1
