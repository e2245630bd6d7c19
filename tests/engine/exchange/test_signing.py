"""Signatures: what a receiver can rely on."""

from datetime import timedelta

from engine.exchange.signing import TOLERANCE, new_secret, signature, verified
from tests.conftest import MONDAY

BODY = b'{"id":"1"}'


def test_what_is_signed_with_a_secret_is_verified_with_it() -> None:
    secret = new_secret()
    assert verified(signature(BODY, MONDAY, [secret]), BODY, secret, MONDAY)


def test_no_two_secrets_are_alike() -> None:
    assert len({new_secret() for _ in range(50)}) == 50


def test_either_of_two_secrets_is_enough_while_one_is_changed() -> None:
    header = signature(BODY, MONDAY, ["ny", "gammal"])
    assert [verified(header, BODY, key, MONDAY) for key in ("ny", "gammal", "annan")] == [
        True, True, False,
    ]  # fmt: skip


def test_another_body_or_another_time_does_not_fit() -> None:
    header = signature(BODY, MONDAY, ["nyckel"])
    moved = header.replace("t=", "t=1")
    assert not verified(header, BODY + b" ", "nyckel", MONDAY)
    assert not verified(moved, BODY, "nyckel", MONDAY)


def test_an_old_signature_is_refused_and_so_is_one_of_the_future() -> None:
    header = signature(BODY, MONDAY, ["nyckel"])
    late = TOLERANCE + timedelta(seconds=1)
    for now in (MONDAY + late, MONDAY - late):
        assert not verified(header, BODY, "nyckel", now)


def test_what_is_no_signature_is_refused_quietly() -> None:
    for header in ("", "t=", "v1=00", "t=x,v1=00", "t=1,t=2,v1=00", "t=1;v1=å", ",,,"):
        assert not verified(header, BODY, "nyckel", MONDAY)
