"""Boxes and straight pieces of lines, and how they lie to each other."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from typing import NamedTuple


class Point(NamedTuple):
    """A place in the drawing."""

    x: float
    y: float


class Box(NamedTuple):
    """An upright rectangle."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Return the x of the right side."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Return the y of the bottom."""
        return self.y + self.height

    @property
    def centre(self) -> Point:
        """Return the middle."""
        return Point(self.x + self.width / 2, self.y + self.height / 2)

    def grown(self, by: float) -> Box:
        """Return the box with a margin."""
        return Box(self.x - by, self.y - by, self.width + 2 * by, self.height + 2 * by)

    def overlaps(self, other: Box) -> bool:
        """Tell whether two boxes have more than a border in common."""
        return (
            self.x < other.right
            and other.x < self.right
            and self.y < other.bottom
            and other.y < self.bottom
        )

    def contains(self, other: Box) -> bool:
        """Tell whether a box lies wholly inside."""
        across = self.x <= other.x and other.right <= self.right
        return across and self.y <= other.y and other.bottom <= self.bottom

    def has_on_border(self, point: Point) -> bool:
        """Tell whether a point is on one of the four sides."""
        inside = self.grown(-1)
        near = self.grown(1).holds(point)
        return near and not inside.holds(point)

    def holds(self, point: Point) -> bool:
        """Tell whether a point is inside."""
        return self.x < point.x < self.right and self.y < point.y < self.bottom


class Piece(NamedTuple):
    """A straight piece of a flow."""

    start: Point
    end: Point

    @property
    def is_level(self) -> bool:
        """Tell a horizontal piece."""
        return self.start.y == self.end.y

    @property
    def is_upright(self) -> bool:
        """Tell a vertical piece."""
        return self.start.x == self.end.x

    @property
    def box(self) -> Box:
        """Return the box around the piece, without height or without width."""
        left, right = sorted((self.start.x, self.end.x))
        top, bottom = sorted((self.start.y, self.end.y))
        return Box(left, top, right - left, bottom - top)

    def goes_through(self, box: Box) -> bool:
        """Tell whether the piece enters the inside of a box."""
        around = self.box
        return (
            around.x < box.right
            and box.x < around.right
            and around.y < box.bottom
            and box.y < around.bottom
        )

    def meeting(self, other: Piece) -> Point | None:
        """Return where two pieces at right angles meet."""
        if self.is_level == other.is_level:
            return None
        level, upright = (self, other) if self.is_level else (other, self)
        point = Point(upright.start.x, level.start.y)
        return point if self.has(point) and other.has(point) else None

    def has(self, point: Point) -> bool:
        """Tell whether a point lies on the piece."""
        box = self.box
        return box.x <= point.x <= box.right and box.y <= point.y <= box.bottom

    def overlap(self, other: Piece) -> Piece | None:
        """Return the stretch that two pieces along the same line have in common."""
        if self.is_level != other.is_level or self.is_upright != other.is_upright:
            return None
        one, two = self.box, other.box
        left, right = max(one.x, two.x), min(one.right, two.right)
        top, bottom = max(one.y, two.y), min(one.bottom, two.bottom)
        if left > right or top > bottom or (left == right and top == bottom):
            return None
        return Piece(Point(left, top), Point(right, bottom))


def pieces(points: Sequence[Point]) -> Iterator[Piece]:
    """Yield the straight pieces of a flow."""
    for start, end in itertools.pairwise(points):
        yield Piece(start, end)
