"""Whether a message would find somebody in the case."""

import pytest

from engine.matching import receivable


@pytest.mark.parametrize(
    ("starts", "running", "expected"),
    [
        (None, [("p", ["hej"])], True),
        (None, [("p", ["slut"]), ("q", ["hej"])], True),
        (None, [("p", ["slut"])], False),
        (None, [], False),
        ("q", [("p", [])], True),
        ("q", [], True),
        ("q", [("q", [])], False),
        ("q", [("q", ["hej"])], True),
    ],
)
def test_a_message_finds_one_that_waits_or_a_process_that_does_not_run_yet(
    starts: str | None, running: list[tuple[str, list[str]]], expected: bool
) -> None:
    assert receivable("hej", starts, running) is expected


def test_an_event_that_may_come_again_starts_one_more() -> None:
    assert receivable("hej", "q", [("q", [])], repeats=True)
    assert not receivable("hej", None, [("q", [])], repeats=True)


def test_what_runs_may_be_read_only_once() -> None:
    once = ((process, iter(waiting)) for process, waiting in [("q", ["slut"]), ("p", ["hej"])])

    assert receivable("hej", "q", once)
