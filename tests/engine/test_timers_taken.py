"""Timers that are taken by one worker, and those that wait for a person."""

from dataclasses import replace

import pytest

from engine.errors import NotFound
from engine.model import Timer
from engine.timers import Timers
from tests.conftest import MovedClock
from tests.engine.fakes import MemoryStore
from tests.engine.office import log
from tests.engine.rowed import OneBreaks
from tests.engine.timed import ROWS


def test_a_timer_that_breaks_is_an_incident_and_waits_for_a_person(
    store: MemoryStore, timers: Timers, timer: Timer, clock: MovedClock
) -> None:
    store.kept.instances["trasig"] = replace(
        store.kept.instances.pop("i"), id="trasig", timers=(replace(timer, instance_id="trasig"),)
    )
    breaking = replace(timers, processes=OneBreaks(ROWS))
    breaking.fire_due()
    clock.advance(days=1)

    (incident,) = store.incidents()
    assert (incident.kind, incident.element, incident.state) == ("timer", timer.path, "open")
    assert incident.cause == "Ett fel i programmet hindrade steget."
    assert incident.technical == "KeyError: 'tillstand_tom'"
    assert timers.fire_due() == 0
    assert store.kept.log == []


def test_what_a_worker_has_taken_others_pass_by_until_it_is_given_up(
    store: MemoryStore, timers: Timers, timer: Timer, clock: MovedClock
) -> None:
    assert store.take_due(clock.now()) == [timer]
    assert timers.fire_due() == 0
    clock.advance(seconds=61)

    assert timers.fire_due() == 1


def test_one_timer_can_be_fired_by_name(
    store: MemoryStore, timers: Timers, timer: Timer, handed_over: list[str]
) -> None:
    timers.fire_now("i", timer.path)

    assert log(store)[0] == "timer_fired"
    assert handed_over == ["c"]
    with pytest.raises(NotFound):
        timers.fire_now("i", timer.path)
