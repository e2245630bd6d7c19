"""The fuzzers see what breaks, hangs or grows."""

import random

from lxml import etree

from bench.faults import workload
from bench.fuzz import tally as counting
from bench.fuzz.diagrams import spoil
from bench.fuzz.tally import GROWTH, Tally


def drawn(*seeds: int) -> list[random.Random]:
    return [random.Random(each) for each in seeds]  # noqa: S311  no secret


def test_what_is_raised_broke_and_the_rest_goes_on() -> None:
    tally = Tally("forms", 2)
    for error in (ValueError("hej"), None):
        with tally.one("indata"):
            if error:
                raise error

    assert (tally.count, tally.over) == (2, True)
    assert tally.problems == ["ValueError: hej by indata"]


def test_what_takes_too_long_is_told(monkeypatch) -> None:
    monkeypatch.setattr(counting, "PATIENCE", 0.0)
    tally = Tally("forms", 1)
    with tally.one("indata"):
        pass

    assert tally.problems == ["0 s for indata"]


def test_memory_that_grows_is_told() -> None:
    tally = Tally("forms", 1, early_kb=100_000, last_kb=int(100_000 * GROWTH) + 1_000)

    assert tally.problems == ["memory grew from 98 to 123 MB"]


def test_diagrams_are_spoiled_the_same_way_by_the_same_seed() -> None:
    first, second = ([spoil(workload.MAIN, draws) for _ in range(50)] for draws in drawn(3, 3))

    assert first == second
    assert len(set(first)) > 40


def test_most_spoiled_diagrams_are_xml_still() -> None:
    (draws,), read = drawn(4), 0
    for _ in range(100):
        try:
            etree.fromstring(spoil(workload.MAIN, draws).encode())
            read += 1
        except etree.XMLSyntaxError:
            pass

    assert read > 60
