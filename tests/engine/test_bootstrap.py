"""An engine is put together, and only a process set without faults gets into it."""

from datetime import UTC, datetime

import pytest

from engine.bootstrap import Engine, SystemClock, through
from engine.errors import NotFound
from engine.model import Actor
from tests.conftest import MovedClock


def test_before_the_first_publication_no_case_can_be_opened(empty: Engine) -> None:
    with pytest.raises(NotFound, match="no process set"):
        empty.casework.open_case(Actor("ada", "Ada Ek", "socialtjansten"))


def test_the_parts_share_one_clock_and_one_store(empty: Engine, clock: MovedClock) -> None:
    verbs = (empty.casework, empty.messages, empty.timers)

    assert all(verb.clock is clock for verb in verbs)
    assert all(verb.store is empty.store for verb in verbs)
    assert empty.casework.deliver == empty.timers.deliver == empty.messages.deliver


def test_an_engine_asked_in_another_way_is_the_same_and_the_log_tells_it(empty: Engine) -> None:
    other = through(empty, "api")

    assert (other.store.channel, other.trail.channel) == ("api", "api")
    assert empty.store.channel == "kommando"
    assert other.database is empty.database
    assert other.store.vault is empty.store.vault
    assert other.processes is empty.processes


def test_the_systems_clock_is_aware_and_in_utc() -> None:
    before = datetime.now(UTC)
    now = SystemClock().now()

    assert before <= now <= datetime.now(UTC)
    assert now.tzinfo is UTC
