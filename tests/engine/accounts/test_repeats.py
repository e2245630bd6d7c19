"""The same key is the same command, and its answer is remembered for a month."""

import pytest

from engine.accounts.repeats import Reused, command_of, fingerprint_of
from engine.bootstrap import Engine
from tests.conftest import MovedClock


def test_a_key_is_answered_as_it_was_once_it_is_done(engine_on_both: Engine) -> None:
    repeats = engine_on_both.accounts.repeats
    assert repeats.begin("k1", "a", "f") is None
    assert repeats.begin("k1", "a", "f") is None  # begun, and then the machine broke
    repeats.done("k1", "a", {"state": "claimed"})

    assert repeats.begin("k1", "a", "f") == {"state": "claimed"}
    assert repeats.begin("k2", "a", "other") is None


def test_a_key_for_something_else_is_refused(engine_on_both: Engine) -> None:
    engine_on_both.accounts.repeats.begin("k1", "a", "f")
    with pytest.raises(Reused):
        engine_on_both.accounts.repeats.begin("k1", "a", "g")


def test_old_keys_are_forgotten(engine_on_both: Engine, clock: MovedClock) -> None:
    repeats = engine_on_both.accounts.repeats
    repeats.begin("k1", "a", "f")
    repeats.done("k1", "a", {})
    clock.advance(days=31)

    assert repeats.begin("k1", "a", "g") is None


def test_a_command_is_known_by_who_asks_and_their_key() -> None:
    assert command_of("k1", "a") == command_of("k1", "a")
    assert len({command_of("k1", "a"), command_of("k2", "a"), command_of("k1", "b")}) == 3
    assert len(command_of("k1", "a")) == 36


def test_another_path_or_body_is_another_request() -> None:
    told = {fingerprint_of(*each) for each in (
        ("POST", "/a", b""), ("PUT", "/a", b""), ("POST", "/b", b""), ("POST", "/a", b"x"),
    )}  # fmt: skip

    assert len(told) == 4
