"""Cuts a drawing to pages on which its smallest letters can be read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import ceil

from engine.bpmn.drawing.text import LABEL_FONT

MILLIMETRE = 72 / 25.4
LEAST_LETTERS = 6
"""The smallest letters on paper, in points."""
LEAST = LEAST_LETTERS / LABEL_FONT
MOST = 0.8
"""Points for a pixel: no drawing need be larger."""
OVERLAP = 140
"""What two parts of a wide drawing both show, in pixels: no shape or label is wider, so that each
is whole on one of them."""
BETWEEN = 12 * MILLIMETRE
SIDE = 74
"""The names of the pool and its lanes at the left, and the margin: shown on every part."""
MARGIN, FOOT = 10 * MILLIMETRE, 8 * MILLIMETRE
OPENINGS = (52 * MILLIMETRE, 8 * MILLIMETRE)
"""What stands above a drawing: the opening of its chapter or, where that is too much, a line."""

_VIEW = re.compile(
    r'viewBox="([-\d.]+) ([-\d.]+) ([\d.]+) ([\d.]+)" width="[\d.]+" height="[\d.]+"'
)


@dataclass(frozen=True)
class Paper:
    """A kind of page."""

    name: str
    flipped: bool
    width: float
    height: float


PAPERS = (
    Paper("a4", False, 210 * MILLIMETRE, 297 * MILLIMETRE),
    Paper("a4", True, 297 * MILLIMETRE, 210 * MILLIMETRE),
    Paper("a3", True, 420 * MILLIMETRE, 297 * MILLIMETRE),
)


@dataclass(frozen=True)
class Part:
    """What one page shows of a drawing, in points."""

    svg: str
    width: float
    height: float


@dataclass(frozen=True)
class Plate:
    """A drawing on its pages: one, or several of the same kind side by side."""

    paper: Paper
    parts: tuple[Part, ...]
    side: Part | None = None
    """The names of the lanes, to stand at the left of all parts but the first."""


def plate(svg: str) -> Plate:
    """Choose the smallest paper on which the drawing can be read; cut it where none is enough."""
    width, height = _view(svg)[2:]
    for opening in OPENINGS:
        for paper in PAPERS:
            across, down = _room(paper, opening)
            size = min(across / width, down / height, MOST)
            if size >= LEAST:
                return Plate(paper, (_part(svg, 0, width, size),))
    return _cut(svg, PAPERS[-1])


def _cut(svg: str, paper: Paper) -> Plate:
    """Cut a drawing into parts of the same width; a very high one is scaled, not cut across."""
    width, height = _view(svg)[2:]
    across, down = _room(paper, OPENINGS[-1])
    least = min(LEAST, down / height)
    count = max(1, ceil((width - SIDE - OVERLAP) / (across / least - SIDE - OVERLAP)))
    step = (width - SIDE - OVERLAP) / count
    size = _largest(across / (SIDE + step + OVERLAP), height, count, paper)
    parts = [_part(svg, 0, SIDE + step + OVERLAP, size)]
    parts += [_part(svg, SIDE + n * step, step + OVERLAP, size) for n in range(1, count)]
    return Plate(paper, tuple(parts), _part(svg, 0, SIDE, size))


def _largest(wide: float, height: float, count: int, paper: Paper) -> float:
    """Return the size at which all parts stand on one page; if too small, on a page each."""
    opened, bare = (_room(paper, opening)[1] for opening in OPENINGS)
    together = (opened - (count - 1) * BETWEEN) / count
    sizes = [min(wide, down / height, MOST) for down in (together, opened, bare)]
    return next((size for size in sizes if size >= LEAST), sizes[-1])


def _room(paper: Paper, opening: float) -> tuple[float, float]:
    return paper.width - 2 * MARGIN, paper.height - 2 * MARGIN - FOOT - opening


def _part(svg: str, left: float, width: float, size: float) -> Part:
    """Return a vertical strip of a drawing."""
    x, y, _, height = _view(svg)
    shown = f'viewBox="{x + left:.2f} {y:g} {width:.2f} {height:g}"'
    sides = f'width="{width:.2f}" height="{height:g}"'
    return Part(_VIEW.sub(f"{shown} {sides}", svg, count=1), width * size, height * size)


def _view(svg: str) -> tuple[float, float, float, float]:
    found = _VIEW.search(svg)
    if found is None:
        raise ValueError("the drawing has no viewBox")
    x, y, width, height = map(float, found.groups())
    return x, y, width, height
