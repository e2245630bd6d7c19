"""A token has 256 random bits, and what is kept of it does not tell it."""

from base64 import urlsafe_b64decode

from engine.accounts.tokens import PREFIX, digest_of, new_token


def test_a_token_has_256_bits_and_is_another_each_time() -> None:
    tokens = {new_token() for _ in range(50)}

    assert len(tokens) == 50
    for token in tokens:
        assert len(urlsafe_b64decode(token.removeprefix(PREFIX) + "=")) == 32


def test_what_is_kept_is_the_same_for_the_same_token_only() -> None:
    token = new_token()

    assert digest_of(token) == digest_of(token) != digest_of(new_token())
    assert token not in digest_of(token)
    assert digest_of("\ud800")  # whatever somebody sends
