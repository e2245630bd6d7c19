"""Tags tell states apart, and parts of a list follow on each other."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from web.api.answering import Paged, Shape, cursor_of, part, place_of, tag_of
from web.api.problems import Refused


class Thing(Shape):
    name: str
    number: int = 0


def test_a_tag_is_the_same_for_the_same_state_only() -> None:
    assert tag_of(Thing(name="a")) == tag_of(Thing(name="a"))
    assert tag_of(Thing(name="a")) != tag_of(Thing(name="a", number=1))


@given(some.text(some.characters(min_codepoint=33, exclude_categories=("C", "Z")), min_size=1))
def test_a_cursor_is_read_back_as_it_was(place: str) -> None:
    assert place_of(cursor_of(place)) == place


@pytest.mark.parametrize("cursor", ["å", "!!", "x", "AA==", "_w"])
def test_what_is_no_cursor_is_refused(cursor: str) -> None:
    with pytest.raises(Refused):
        place_of(cursor)


@pytest.mark.parametrize("place", ["-1", "x", "²", "9" * 40])
def test_a_cursor_of_another_list_is_refused(place: str) -> None:
    with pytest.raises(Refused):
        part([1, 2], Paged(cursor=cursor_of(place)))


@given(some.lists(some.integers()), some.integers(1, 200))
def test_all_of_a_list_comes_once_and_in_order(known: list[int], limit: int) -> None:
    found, after = part(known, Paged(limit=limit))
    seen = [*found]
    while after:
        found, after = part(known, Paged(limit=limit, cursor=cursor_of(after)))
        seen += found

    assert seen == known
