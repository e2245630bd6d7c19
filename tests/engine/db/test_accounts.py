"""Accounts as rows: two systems that revoke or repeat at once are told apart."""

from concurrent.futures import ThreadPoolExecutor

from engine.accounts.repeats import Repeat
from engine.bootstrap import Engine
from engine.db.accounts import SqlAccounts, SqlRepeats
from tests.conftest import MONDAY


def test_of_two_that_begin_the_same_key_one_decides_what_it_means(engine_on_both: Engine) -> None:
    book = SqlRepeats(engine_on_both.database)

    def begun(fingerprint: str) -> str:
        return book.begin(Repeat("k", "a", fingerprint, MONDAY), MONDAY).fingerprint

    with ThreadPoolExecutor(4) as pool:
        assert len(set(pool.map(begun, "abcdefgh"))) == 1


def test_an_account_is_ended_once(engine_on_both: Engine) -> None:
    account, _ = engine_on_both.accounts.create(
        "d", "polismyndigheten", "X", ["handlaggare"], ["uppgifter:läsa"], 1
    )
    book = SqlAccounts(engine_on_both.database)

    assert book.revoke(account.id, MONDAY)
    assert not book.revoke(account.id, MONDAY)
    assert not book.revoke("x", MONDAY)
    assert book.by_digest("x") is None
