import pytest

from engine.analysis.heat import HIDDEN, LATE, SLOW, Heat, numbers, share, shares
from engine.counts.statistics import Shown

FEW, SHIELD = Shown("färre än 5", None), Shown("visas inte", None)


def shown(*values: int) -> list[Shown]:
    return [Shown(str(value), value) for value in values]


def test_the_place_with_the_most_is_the_hottest_and_every_place_has_its_number() -> None:
    found = numbers(dict(zip("abcd", [*shown(40, 10, 0), FEW], strict=True)) | {"e": SHIELD})

    assert found == {
        "a": Heat(4, "40"), "b": Heat(1, "10"), "c": Heat(0, "0"), "d": Heat(0, "<\u00a05"),
        "e": Heat(0, HIDDEN),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("cells", "text"),
    [
        (shown(10, 0, 5, 5, 0, 0, 20), "ca 50\u00a0%"),
        ([*shown(10, 0, 10), FEW, *shown(0, 0, 20)], "minst 50\u00a0%"),
        ([*shown(10, 0, 0), FEW, *shown(0, 0, 10)], None),
        ([*shown(0, 0, 10, 0, 0, 0), FEW], None),
        (shown(0, 0, 0, 0, 0, 0, 0), None),
        (shown(10, 0, 0, 0, 0, 0, 10), "ca 0\u00a0%"),
    ],
)
def test_a_share_is_of_what_is_shown_in_whole_tenths(cells: list[Shown], text: str | None) -> None:
    found = share(cells, SLOW)

    assert (found.text if found else None) == text


def test_a_place_where_nobody_has_been_has_no_mark_and_a_hidden_one_says_so() -> None:
    found = shares(
        {"a": shown(5, 15, 0, 20), "b": shown(0, 0, 0, 0), "c": [FEW, FEW, FEW, FEW]}, LATE
    )

    assert found == {"a": Heat(4, "ca 80\u00a0%"), "c": Heat(0, HIDDEN)}
