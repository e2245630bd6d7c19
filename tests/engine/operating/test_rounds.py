"""A worker's round is measured."""

from engine.operating.measures import OWN
from engine.operating.rounds import one_round
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
