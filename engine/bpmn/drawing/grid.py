"""The fine grid that flows are routed on: columns and rows for nodes, tracks between for flows."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import NamedTuple

LEFT, MIDDLE, RIGHT = 0, 1, 2
ABOVE, CENTRE, BELOW = 0, 1, 2
LINES = 3
"""A column and a row have three lines each: through the centre and on each side of it."""
SIDE_X = 30
SIDE_Y = 20
COLUMN, CHANNEL, ROW, CORRIDOR = 100, 60, 80, 40
"""Sizes to reckon with until the real ones are known."""


class Cell(NamedTuple):
    """The place of a node: its column, and its row counted over all lanes."""

    column: int
    row: int


@dataclass(frozen=True)
class Grid:
    """Vertical lines counted from the left, horizontal from the top; both have fixed meanings."""

    columns: int
    lane_rows: tuple[int, ...]
    x_tracks: int
    y_tracks: int

    @cached_property
    def width(self) -> int:
        """Return the number of vertical lines."""
        return self.columns * (self.x_tracks + LINES) + self.x_tracks

    @cached_property
    def row_start(self) -> tuple[int, ...]:
        """Return the first line of every row; line 0 lies above all."""
        starts, line = [], 1
        for rows in self.lane_rows:
            for _ in range(rows):
                starts.append(line + self.y_tracks)
                line += self.y_tracks + LINES
            line += self.y_tracks
        return tuple(starts)

    @cached_property
    def height(self) -> int:
        """Return the number of horizontal lines."""
        corridors = sum(rows + 1 for rows in self.lane_rows)
        return 2 + corridors * self.y_tracks + LINES * sum(self.lane_rows)

    @cached_property
    def lane_start(self) -> tuple[int, ...]:
        """Return the number of the first row of every lane, and the number of rows."""
        starts = [0]
        for rows in self.lane_rows:
            starts.append(starts[-1] + rows)
        return tuple(starts)

    def x(self, column: int, line: int = MIDDLE) -> int:
        """Return a line of a column."""
        return column * (self.x_tracks + LINES) + self.x_tracks + line

    def y(self, row: int, line: int = CENTRE) -> int:
        """Return a line of a row."""
        return self.row_start[row] + line

    def vertex(self, x: int, y: int) -> int:
        """Return the number of the point where two lines meet."""
        return y * self.width + x

    def channel_of(self, x: int) -> int | None:
        """Return the channel (counted by the column to its right) a line is a track of."""
        column, line = divmod(x, self.x_tracks + LINES)
        return column if line < self.x_tracks else None

    @cached_property
    def corridors(self) -> tuple[range, ...]:
        """Return the tracks of every corridor from the top; a lane has one more than rows."""
        found, line = [], 1
        for rows in self.lane_rows:
            for _ in range(rows):
                found.append(range(line, line + self.y_tracks))
                line += self.y_tracks + LINES
            found.append(range(line, line + self.y_tracks))
            line += self.y_tracks
        return tuple(found)

    @cached_property
    def xs(self) -> tuple[float, ...]:
        """Return about where the vertical lines lie."""
        step = CHANNEL / (self.x_tracks + 1)
        channel = [step * (n + 1) for n in range(self.x_tracks)]
        unit = channel + [CHANNEL + COLUMN / 2 + side for side in (-SIDE_X, 0, SIDE_X)]
        starts = [n * (COLUMN + CHANNEL) for n in range(self.columns + 1)]
        return tuple(start + at for start in starts for at in unit)[: self.width]

    @cached_property
    def ys(self) -> tuple[float, ...]:
        """Return about where the horizontal lines lie."""
        step = CORRIDOR / (self.y_tracks + 1)
        corridor = [step * (n + 1) for n in range(self.y_tracks)]
        row = [CORRIDOR + ROW / 2 + side for side in (-SIDE_Y, 0, SIDE_Y)]
        found, top = [-CORRIDOR / 2], 0.0
        for rows in self.lane_rows:
            for _ in range(rows):
                found += [top + at for at in corridor + row]
                top += CORRIDOR + ROW
            found += [top + at for at in corridor]
            top += CORRIDOR
        return (*found, top + CORRIDOR / 2)

    @cached_property
    def x_of(self) -> list[int]:
        """Return the vertical line of every point."""
        return list(range(self.width)) * self.height

    @cached_property
    def at_x(self) -> list[float]:
        """Return about how far right every point is."""
        return list(self.xs) * self.height

    @cached_property
    def at_y(self) -> list[float]:
        """Return about how far down every point is."""
        return [y for y in self.ys for _ in range(self.width)]

    @cached_property
    def east_cost(self) -> list[float]:
        """Return what the stretch to the right of every point costs."""
        steps = [two - one for one, two in pairwise(self.xs)] + [0.0]
        return [step * cost for cost in self.y_cost for step in steps]

    @cached_property
    def south_cost(self) -> list[float]:
        """Return what the stretch below every point costs."""
        steps = [two - one for one, two in pairwise(self.ys)] + [0.0]
        return [step * cost for step in steps for cost in self.x_cost]

    @cached_property
    def in_corridor(self) -> bytearray:
        """Return for every point whether it is in a corridor."""
        lines = {line for tracks in self.corridors for line in tracks}
        return bytearray(y in lines for y in range(self.height) for _ in range(self.width))

    @cached_property
    def x_cost(self) -> tuple[float, ...]:
        """Return what running along each vertical line costs, a pixel."""
        unit = [_track_cost(n, self.x_tracks) for n in range(self.x_tracks)] + [1.3, 1.0, 1.3]
        return tuple((unit * (self.columns + 1))[: self.width])

    @cached_property
    def y_cost(self) -> tuple[float, ...]:
        """Return what running along each horizontal line costs, a pixel."""
        corridor = [_track_cost(n, self.y_tracks) + 0.05 for n in range(self.y_tracks)]
        found = [1.0]
        for rows in self.lane_rows:
            for _ in range(rows):
                found += [*corridor, 1.15, 1.0, 1.15]
            found += corridor
        return (*found, 1.0)


@lru_cache(maxsize=64)
def grid_for(columns: int, lane_rows: tuple[int, ...], x_tracks: int, y_tracks: int) -> Grid:
    """Return a grid of this shape, the same one every time it is asked for."""
    return Grid(columns, lane_rows, x_tracks, y_tracks)


def _track_cost(track: int, tracks: int) -> float:
    """Return a cost that makes the middle track the first choice."""
    return 1 + 0.02 * abs(track - (tracks - 1) / 2)
