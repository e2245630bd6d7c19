"""Events are sent beside the other work, and go on being sent when something broke."""

import threading
from typing import Any

import pytest

from engine.exchange.background import Beside


class Broken:
    """What cannot reach its database the first two times."""

    def __init__(self) -> None:
        self.tried, self.worked = 0, threading.Event()

    def send_due(self) -> int:
        self.tried += 1
        if self.tried < 3:
            raise ConnectionError
        self.worked.set()
        return 1


def beside(broken: Any) -> Beside:
    return Beside(broken)


def test_a_failure_ends_nothing() -> None:
    broken = Broken()
    sending = beside(broken)
    sending.work(0.001)

    assert broken.worked.wait(5)
    sending.stop.set()


def test_it_is_begun_once_however_often_it_is_seen_to() -> None:
    sending, before = beside(Broken()), set(threading.enumerate())
    for _ in range(3):
        sending.work(60)

    assert len(set(threading.enumerate()) - before) == 1
    sending.stop.set()


def test_without_a_pace_it_is_done_now_and_what_fails_is_raised() -> None:
    broken = Broken()
    with pytest.raises(ConnectionError):
        beside(broken).work(None)

    assert broken.tried == 1
