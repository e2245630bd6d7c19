"""A worker's round is measured."""

import sys

import pytest

from engine.config import Settings
from engine.errors import Unsafe
from engine.operating.measures import OWN
from engine.operating.rounds import one_round, prepare
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
        prepare(Settings(secret_key="kort", demo=False))  # noqa: S106
    assert sys.excepthook is before
