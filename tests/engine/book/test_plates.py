"""A drawing is cut to pages on which its smallest letters can be read."""

from itertools import pairwise

import pytest

from engine.book.plates import LEAST_LETTERS, MOST, plate
from engine.bpmn.drawing.measures import WIDEST_LABEL
from engine.bpmn.drawing.text import LABEL_FONT


def drawing(width: int, height: int) -> str:
    return f'<svg viewBox="100 50 {width} {height}" width="{width}" height="{height}"/>'


@pytest.mark.parametrize(
    ("width", "height", "paper", "flipped", "parts"),
    [
        (600, 500, "a4", False, 1), (1200, 500, "a4", True, 1), (1900, 700, "a3", True, 1),
        (1500, 1200, "a3", True, 1), (2700, 600, "a3", True, 2), (5900, 600, "a3", True, 4),
    ],
)  # fmt: skip
def test_the_smallest_paper_is_taken_on_which_it_can_be_read(
    width: int, height: int, paper: str, flipped: bool, parts: int
) -> None:
    cut = plate(drawing(width, height))

    assert (cut.paper.name, cut.paper.flipped, len(cut.parts)) == (paper, flipped, parts)
    assert (cut.side is None) == (parts == 1)


@pytest.mark.parametrize("width", range(300, 6000, 170))
def test_letters_are_large_enough_and_every_part_fits_its_page(width: int) -> None:
    cut = plate(drawing(width, 600))
    side = cut.side.width if cut.side else 0

    for n, part in enumerate(cut.parts):
        size = part.height / 600
        assert size * LABEL_FONT + 1e-9 >= LEAST_LETTERS
        assert size <= MOST
        assert part.width + side * (n > 0) <= cut.paper.width
        assert part.height <= cut.paper.height


@pytest.mark.parametrize("width", [2200, 2700, 3600, 5900])
def test_the_parts_show_all_of_the_drawing_and_overlap(width: int) -> None:
    parts = plate(drawing(width, 600)).parts
    views = [tuple(map(float, part.svg.split('"')[1].split())) for part in parts]
    strips = [(x, x + shown) for x, _, shown, _ in views]

    assert strips[0][0] == 100
    assert strips[-1][1] == pytest.approx(100 + width, abs=0.1)
    assert all(one[1] - two[0] > WIDEST_LABEL for one, two in pairwise(strips))


def test_a_drawing_higher_than_the_largest_page_is_made_smaller_and_not_cut_across() -> None:
    cut = plate(drawing(500, 4000))

    assert len(cut.parts) == 1
    assert cut.parts[0].height < cut.paper.height


def test_what_has_no_size_is_refused() -> None:
    with pytest.raises(ValueError, match="viewBox"):
        plate("<svg/>")
