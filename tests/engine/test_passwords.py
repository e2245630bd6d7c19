"""Hashed passwords."""

import pytest

from engine.passwords import NOBODY, hashed, matches


def test_a_password_matches_its_own_hash_only() -> None:
    stored = hashed("skydd")

    assert matches("skydd", stored)
    assert not matches("Skydd", stored)
    assert not matches("", stored)


def test_a_hash_is_argon2id_without_the_password_and_never_twice_the_same() -> None:
    first, second = hashed("skydd"), hashed("skydd")

    assert first.startswith("$argon2id$")
    assert "skydd" not in first
    assert first != second


@pytest.mark.parametrize("broken", ["", "skydd", "$argon2id$v=19$broken"])
def test_what_is_no_hash_matches_nothing(broken: str) -> None:
    assert not matches("skydd", broken)
    assert not matches(broken, broken)


def test_nobody_can_be_signed_in_with_the_password_of_nobody() -> None:
    assert NOBODY.startswith("$argon2id$")
    assert not matches("", NOBODY)
