"""No hidden number can be worked out: tried by finding another table that looks the same."""

from collections.abc import Iterator, Mapping
from itertools import product

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from engine.counts.suppression import (
    Counts,
    Mark,
    Place,
    hidden,
    hidden_in_all,
    hidden_in_kin,
    rounded,
)

FEW, SHIELD = Mark.FEW, Mark.SHIELD


@st.composite
def tables(draw: st.DrawFn) -> Counts:
    height, width = draw(st.integers(1, 3)), draw(st.integers(1, 3))
    number = st.integers(0, 4) | st.integers(0, 7)
    values = draw(st.lists(st.tuples(*[number] * width), min_size=height, max_size=height))
    return Counts(tuple(values), draw(st.booleans()), draw(st.booleans()))


def lookalikes(counts: Counts, marks: Mapping[Place, Mark]) -> Iterator[Counts]:
    """Yield tables that a reader cannot tell from this one; not all, but near ones."""
    spans = []
    for place in product(range(counts.height), range(counts.width)):
        value = counts.value(place)
        near = range(max(0, value - 2), value + 3)
        spans.append([value] if place not in marks else [n for n in near if fits(marks[place], n)])
    for found in product(*spans):
        rows = [found[i : i + counts.width] for i in range(0, len(found), counts.width)]
        other = Counts(tuple(map(tuple, rows)), counts.row_totals, counts.column_totals)
        if all(looks_the_same(counts, other, marks, place) for place in counts.told()):
            yield other


def fits(mark: Mark, value: int) -> bool:
    return value < 5 if mark is FEW else value >= 5


def looks_the_same(a: Counts, b: Counts, marks: Mapping[Place, Mark], place: Place) -> bool:
    if place in marks:
        return fits(marks[place], b.value(place))
    return a.value(place) == b.value(place)


@settings(max_examples=80, deadline=None)
@given(tables())
@example(Counts(((4,), (4,)), row_totals=False))
@example(Counts(((1, 9), (9, 9))))
@example(Counts(((3, 0), (0, 10))))
@example(Counts(((1, 1, 0), (6, 7, 7))))
def test_every_hidden_number_has_at_least_two_possible_values(counts: Counts) -> None:
    marks = hidden(counts)
    possible: dict[Place, set[int]] = {place: set() for place in marks}
    open_ = set(marks)
    for other in lookalikes(counts, marks):
        for place in list(open_):
            possible[place].add(other.value(place))
            if len(possible[place]) > 1:
                open_.discard(place)
        if not open_:
            break

    assert open_ == set()


@settings(max_examples=80, deadline=None)
@given(tables())
def test_no_number_from_one_to_four_is_shown(counts: Counts) -> None:
    marks = hidden(counts)

    assert all(place in marks for place in counts.told() if 0 < counts.value(place) < 5)
    assert all(fits(mark, counts.value(place)) for place, mark in marks.items())


@settings(max_examples=50, deadline=None)
@given(tables())
def test_large_numbers_are_all_shown(counts: Counts) -> None:
    large = Counts(tuple(tuple(n + 5 for n in row) for row in counts.values))

    assert hidden(large) == {}


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (((3, 9), (8, 7)), {(0, 0): FEW, (0, 1): SHIELD, (1, 0): SHIELD, (1, 1): SHIELD}),
        (((0, 9), (8, 7)), {}),
        (((0, 0), (0, 0)), {}),
    ],
)
def test_the_smallest_numbers_beside_a_hidden_one_shield_it(values, expected) -> None:
    assert hidden(Counts(values)) == expected


def test_a_zero_in_a_group_of_fewer_than_five_is_hidden_and_in_a_larger_one_shown() -> None:
    marks = hidden(Counts(((3, 0, 0), (9, 8, 7))))

    assert {(0, 0), (0, 1), (0, 2), (0, 3)} <= set(marks)
    assert (0, 1) not in hidden(Counts(((6, 0, 9), (9, 8, 7))))


def test_a_column_that_only_adds_up_hides_one_more() -> None:
    assert hidden(Counts(((3,), (9,), (6,)), row_totals=False)) == {(0, 0): FEW, (2, 0): SHIELD}


def test_without_sums_nothing_needs_a_shield() -> None:
    assert hidden(Counts(((3, 9), (8, 7)), False, False)) == {(0, 0): FEW}


def test_a_sum_that_one_table_must_hide_is_hidden_in_the_others_too() -> None:
    tight = Counts(((4,), (4,)), row_totals=False)
    easy = Counts(((8,), (0,)), row_totals=False)

    assert tight.grand in hidden(tight)
    assert hidden(easy) == {}
    both = hidden_in_all([tight, easy])
    assert [each.grand in marks for each, marks in zip([tight, easy], both, strict=True)] == [
        True, True,
    ]  # fmt: skip
    assert hidden_in_all([easy, easy]) == [{}, {}]


def test_a_sum_of_a_column_that_one_table_must_hide_is_hidden_in_those_of_its_kin_too() -> None:
    tight = Counts(((4, 9), (4, 9)))
    easy = Counts(((8, 18), (0, 0)))
    column = (2, 0)

    assert column in hidden(tight)
    assert column not in hidden(easy)
    assert all(column in marks for marks in hidden_in_kin([tight, easy]))
    assert hidden_in_kin([easy, easy]) == [{}, {}]


@settings(max_examples=60, deadline=None)
@given(tables(), st.data())
def test_kin_show_the_same_sums(counts: Counts, data: st.DataObject) -> None:
    counts = Counts(counts.values, counts.row_totals)
    turned = Counts(tuple(data.draw(st.permutations(counts.values))), counts.row_totals)
    merged = Counts((tuple(map(sum, zip(*counts.values, strict=True))),), counts.row_totals)
    found = hidden_in_kin([counts, turned, merged])

    sums = [{column for row, column in marks if row == each.height}
            for each, marks in zip((counts, turned, merged), found, strict=True)]  # fmt: skip
    assert sums[0] == sums[1] == sums[2]


@pytest.mark.parametrize(("value", "expected"), [(0, 0), (5, 5), (7, 5), (8, 10), (12, 10)])
def test_rounded_is_to_the_nearest_five(value, expected) -> None:
    assert rounded(value) == expected
