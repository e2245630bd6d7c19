"""How long a sitting lasts, and what is kept of the browser."""

from datetime import timedelta

import pytest

from engine.entrance.sittings import Limits, browser_of, id_of, new_token
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


FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0"
EDGE = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15) Chrome/140.0 Safari/537.36 Edg/140.0"


@pytest.mark.parametrize(
    ("sent", "told"),
    [(FIREFOX, "Firefox, Windows"), (EDGE, "Edge, Mac"), ("curl/8", "curl"),
     ("", "Okänd webbläsare")],
)  # fmt: skip
def test_only_roughly_which_browser_it_is_is_told(sent: str, told: str) -> None:
    assert browser_of(sent) == told
