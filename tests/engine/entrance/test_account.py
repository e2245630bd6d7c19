"""What a name and a password must be."""

import pytest

from engine.entrance.account import password_problem, require_good_name
from engine.errors import InvalidAnswers
from engine.model import Actor

ADA = Actor("ada.ek", "Ada Ek", "socialtjansten", frozenset())


@pytest.mark.parametrize("name", ["ada", "ada.ek", "a1", "soc-2"])
def test_a_name_is_short_and_plain(name: str) -> None:
    require_good_name(name)


@pytest.mark.parametrize("name", ["", "a", "Ada", "oidc:1", "ada ek", "å1", "x" * 41, "-a", "a\n"])
def test_no_name_looks_like_an_account_from_a_provider(name: str) -> None:
    with pytest.raises(InvalidAnswers, match="2–40 tecken"):
        require_good_name(name)


@pytest.mark.parametrize(
    "password", ["", "elva tecken", "det heter ada.ek om alla", "Ek Socialtjansten", "x" * 201]
)
def test_a_password_that_can_be_guessed_is_refused(password: str) -> None:
    assert password_problem(password, ADA)


def test_a_long_password_of_small_letters_is_good() -> None:
    assert password_problem("fyra ord som inte hör ihop", ADA) is None
