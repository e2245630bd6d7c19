"""The order of the chapters: as a case meets the processes."""

from engine.book.order import called, callers, others, reading_order
from tests.engine.book.small import small


def test_what_is_called_follows_its_caller_and_what_is_started_comes_after() -> None:
    order = [(place.process, place.depth) for place in reading_order(small())]

    assert order == [("stod_och_skydd", 0), ("called", 1), ("started", 0), ("alone", 0)]


def test_every_process_has_one_place() -> None:
    places = [place.process for place in reading_order(small())]

    assert sorted(places) == sorted(small().diagrams)


def test_calls_are_told_from_both_ends() -> None:
    assert called(small(), "stod_och_skydd") == ["called"]
    assert callers(small(), "called") == ["stod_och_skydd"]
    assert callers(small(), "alone") == []


def test_the_two_ends_of_a_message_find_each_other() -> None:
    assert others(small(), "hej", sending=True) == ["stod_och_skydd"]
    assert others(small(), "hej", sending=False) == ["started"]
    assert others(small(), "slut", sending=True) == []
