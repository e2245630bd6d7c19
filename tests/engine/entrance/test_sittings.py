"""How long a sitting lasts, and what is kept of it."""

from datetime import timedelta

from engine.entrance.sittings import Limits, id_of, new_token
from tests.conftest import MONDAY

LIMITS = Limits.of(60, 720)


def after(**by: float):
    return MONDAY + timedelta(**by)


def test_an_hour_without_a_request_ends_it() -> None:
    assert not LIMITS.is_over(MONDAY, MONDAY, after(minutes=60))
    assert LIMITS.is_over(MONDAY, MONDAY, after(minutes=61))  # a minute may be unwritten
    assert not LIMITS.is_over(MONDAY, after(minutes=59), after(minutes=119))


def test_a_long_day_ends_it_whatever_is_done() -> None:
    assert not LIMITS.is_over(MONDAY, after(hours=11, minutes=59), after(hours=11, minutes=59))
    assert LIMITS.is_over(MONDAY, after(hours=12), after(hours=12))


def test_whoever_reads_the_database_cannot_sit_down() -> None:
    token = new_token()

    assert id_of(token) != token
    assert len({new_token() for _ in range(50)}) == 50
    assert len(token) >= 43
