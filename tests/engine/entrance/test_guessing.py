"""What is tried first by those who guess is refused, and what a person can remember is not."""

import pytest

from engine.entrance.guessing import LOOKED_AT, guessable

ADA = ("ada.ek", "Ada", "Ek", "socialtjansten")


@pytest.mark.parametrize(
    "password",
    [
        "passwordpassword", "123456789012", "qwertyuiop12", "qazwsxedcrfv", "P4ssw0rd1234",
        "abcabcabcabc", "aaaaaaaaaaaa", "iloveyou2026", "20261127-1127", "x" * 200,
    ],
)  # fmt: skip
def test_what_everybody_tries_is_guessed(password: str) -> None:
    assert guessable(password, ())


@pytest.mark.parametrize(
    "password",
    ["Sommar2026!!", "sommarsommar1", "måndag-måndag", "Stockholm2026", "Skyddsprocessen1",
     "socialtjänsten26", "Lösenord1234", "m4nnisk0handel"],
)  # fmt: skip
def test_so_is_what_the_office_would_try(password: str) -> None:
    assert guessable(password, ())


@pytest.mark.parametrize("password", ["ada.ek-ada.ek", "Socialtjansten1", "AdaEkAdaEk12"])
def test_so_is_what_is_known_of_the_person(password: str) -> None:
    assert guessable(password, ADA)


@pytest.mark.parametrize(
    "password",
    ["fyra ord som inte hör ihop", "tjugotvå gröna äpplen", "korrekthästbatteri",
     "aktersnurra lingon 7", "kX9#mQ2!vLp4", "fyra ord som inte hör ihop " * LOOKED_AT],
)  # fmt: skip
def test_words_that_do_not_belong_together_are_not(password: str) -> None:
    assert not guessable(password, ADA)
