"""A worker's round is measured."""

import sys

import pytest

from engine.config import Settings
from engine.errors import Stale, Unavailable, Unsafe
from engine.operating.measures import OWN
from engine.operating.rounds import one_round, outlasting, prepare
from tests.conftest import MONDAY


def value(name: str, **labels: str) -> float:
    return OWN.get_sample_value(name, labels) or 0.0


def test_a_round_tells_what_it_did_and_when_it_ended() -> None:
    before = value("skydd_worker_done_total", what="timers")
    rounds = value("skydd_worker_round_seconds_count")
    with one_round(lambda: MONDAY) as done:
        assert done("timers", 3) == 3

    assert value("skydd_worker_done_total", what="timers") == before + 3
    assert value("skydd_worker_round_seconds_count") == rounds + 1
    assert value("skydd_worker_last_round") == MONDAY.timestamp()


def test_a_worker_is_not_prepared_on_unsafe_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "excepthook", before := sys.excepthook)

    with pytest.raises(Unsafe):
        prepare(Settings(secret_key="kort", demo=False), warm=pytest.fail)  # noqa: S106
    assert sys.excepthook is before


def test_a_round_that_finds_the_database_away_is_broken_off_and_the_next_begins() -> None:
    rounds = 0
    for _ in range(2):
        with outlasting(last=False, pause=0):
            rounds += 1
            raise Unavailable

    assert rounds == 2


def test_the_last_round_tells_that_the_database_is_away_and_no_round_hides_other_faults() -> None:
    with pytest.raises(Unavailable), outlasting(last=True):
        raise Unavailable
    with pytest.raises(Stale), outlasting(last=False):
        raise Stale


def test_a_measured_round_that_is_broken_off_has_not_ended() -> None:
    rounds = value("skydd_worker_round_seconds_count")
    with pytest.raises(Unavailable), one_round(lambda: MONDAY):
        raise Unavailable

    assert value("skydd_worker_round_seconds_count") == rounds
