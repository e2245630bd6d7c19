"""A verb that lost a race is run again, and no other."""

import pytest

from engine.errors import (
    Conflict,
    EngineError,
    InvalidAnswers,
    NotFound,
    Stale,
    Unavailable,
    Uncertain,
)
from engine.retry import ATTEMPTS, retried


class Verb:
    """Fails as many times as it is told."""

    def __init__(self, times: int, error: EngineError) -> None:
        self.left, self.error, self.runs = times, error, 0

    @retried
    def run(self, what: str, *, loudly: bool) -> str:
        """Say it."""
        self.runs += 1
        if self.left:
            self.left -= 1
            raise self.error
        return what.upper() if loudly else what


@pytest.mark.parametrize("times", [0, 1, 2, ATTEMPTS - 1])
def test_a_lost_race_is_run_again_until_it_succeeds(times: int) -> None:
    verb = Verb(times, Stale())

    assert verb.run("ja", loudly=True) == "JA"
    assert verb.runs == times + 1


def test_one_who_always_loses_is_told_after_some_attempts() -> None:
    verb = Verb(1000, Stale())
    with pytest.raises(Stale):
        verb.run("ja", loudly=False)

    assert verb.runs == ATTEMPTS


@pytest.mark.parametrize("error", [Conflict(), NotFound(), InvalidAnswers({"a": "b"}), Uncertain()])
def test_other_refusals_are_not_tried_again(error: EngineError) -> None:
    verb = Verb(1, error)
    with pytest.raises(type(error)):
        verb.run("ja", loudly=False)

    assert verb.runs == 1


def test_the_verb_keeps_its_name_and_its_documentation() -> None:
    assert (Verb.run.__name__, Verb.run.__doc__) == ("run", "Say it.")


def test_a_database_that_was_away_for_a_moment_is_asked_again() -> None:
    verb = Verb(2, Unavailable())

    assert verb.run("ja", loudly=False) == "ja"
    assert verb.runs == 3
