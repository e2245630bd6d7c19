"""A webhook: its secrets, its kinds, and when to try again."""

from datetime import timedelta

import pytest

from engine.errors import InvalidAnswers
from engine.exchange.webhooks import (
    BOTH_VALID,
    JITTER,
    PAUSES,
    Webhook,
    next_attempt,
    require_kinds,
)
from tests.conftest import MONDAY

HOOK = Webhook("w", "polis", "https://x.se/", ("task.opened",), MONDAY, "bo", "första")


def test_both_secrets_are_valid_for_some_days_after_a_change() -> None:
    rotated = HOOK.rotated(MONDAY)
    just_before = MONDAY + BOTH_VALID - timedelta(seconds=1)

    assert rotated.secrets(just_before) == (rotated.secret, "första")
    assert rotated.secrets(MONDAY + BOTH_VALID) == (rotated.secret,)
    assert HOOK.secrets(MONDAY) == ("första",)


def test_changed_twice_the_last_two_are_valid() -> None:
    second = HOOK.rotated(MONDAY)
    third = second.rotated(MONDAY)

    assert third.secrets(MONDAY) == (third.secret, second.secret)


def test_no_secret_is_in_what_is_printed() -> None:
    assert "första" not in repr(HOOK.rotated(MONDAY))


def test_kinds_are_kept_in_the_order_of_the_list() -> None:
    assert require_kinds({"task.opened", "case.opened"}) == ("case.opened", "task.opened")
    for wrong in ((), ("webhook.test",), ("task.opened", "annat")):
        with pytest.raises(InvalidAnswers):
            require_kinds(wrong)


def test_pauses_grow_and_are_spread_and_come_to_an_end() -> None:
    at = [next_attempt(n, MONDAY, 0.0) for n in range(1, len(PAUSES) + 2)]
    late = [next_attempt(n, MONDAY, 1.0) for n in range(1, len(PAUSES) + 1)]

    assert at[:-1] == sorted(at[:-1])  # type: ignore[type-var]
    assert at[-1] is None
    for early, spread, pause in zip(at, late, PAUSES, strict=False):
        assert early is not None
        assert spread == early + timedelta(seconds=pause * JITTER)
