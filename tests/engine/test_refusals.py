"""Attempts at what was not the actor's are kept, others are not."""

from dataclasses import dataclass

import pytest

from engine.errors import Conflict, EngineError, InvalidAnswers, NotAllowed, NotFound, Stale
from engine.refusals import watched
from tests.conftest import MovedClock
from tests.engine.fakes import MemoryStore
from tests.engine.office import ADA


@dataclass
class Verbs:
    store: MemoryStore
    clock: MovedClock
    error: EngineError | None = None

    @watched
    def open(self, actor: object, target: str, *, how: str = "") -> str:
        """Open it."""
        if self.error:
            raise self.error
        return target + how

    @watched
    def _close(self, actor: object, target: str) -> None:
        raise NotAllowed


@pytest.fixture
def verbs(store: MemoryStore, clock: MovedClock) -> Verbs:
    return Verbs(store, clock)


def test_what_is_allowed_is_not_kept(verbs: Verbs) -> None:
    assert verbs.open(ADA, "t1", how="!") == "t1!"
    assert verbs.store.denied == []


@pytest.mark.parametrize("error", [NotFound(), NotAllowed()])
def test_what_is_not_the_actors_is_kept_and_let_through(verbs: Verbs, error: EngineError) -> None:
    verbs.error = error
    with pytest.raises(type(error)):
        verbs.open(ADA, "t1")

    assert verbs.store.denied == [("ada", "open", "t1")]


@pytest.mark.parametrize("error", [Conflict(), Stale(), InvalidAnswers({"a": "b"})])
def test_other_refusals_are_nobodys_business(verbs: Verbs, error: EngineError) -> None:
    verbs.error = error
    with pytest.raises(type(error)):
        verbs.open(ADA, "t1")

    assert verbs.store.denied == []


def test_the_inner_part_of_a_verb_is_kept_under_the_verbs_name(verbs: Verbs) -> None:
    with pytest.raises(NotAllowed):
        verbs._close(ADA, "t1")

    assert verbs.store.denied == [("ada", "close", "t1")]
