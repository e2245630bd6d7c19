"""Measures and wraps text the way bpmn-js does, so that we know what fits before it is drawn."""

from __future__ import annotations

import re
from dataclasses import dataclass

SOFT_HYPHEN = "\u00ad"
TASK_FONT = 12
LABEL_FONT = 11
LINE_HEIGHT = 1.2
PADDING = 7
"""bpmn-js keeps this distance between the border of a box and its text."""
WIDE = 640
"""The width, in thousandths of the font size, of a letter we have no figure for."""
AHEAD = 1_000
"""How many letters are looked at to find where a line ends: no line is so long, a name may be."""

_BREAKS = re.compile(r"(\s|-|\u00ad)")
_WIDTHS: dict[int, str] = {
    0: SOFT_HYPHEN,
    280: "'ijl",
    300: "I",
    320: " ,.",
    340: "/:;\\",
    360: "f",
    370: "-",
    390: "()[]",
    400: "t",
    410: "!",
    420: "r",
    460: '"',
    500: "*J`",
    530: "sz",
    550: "c",
    560: "?L_|§–”“’‘°",
    580: "k",
    600: "vxy",
    620: "FTaeoåäöéð",
    670: "EKPSY",
    690: "ABVXZÅÄ",
    730: "CR",
    740: "U",
    750: "N",
    760: "H",
    770: "D",
    780: "&G",
    790: "OQÖ",
    820: "w",
    840: "#+<=>^~",
    870: "M",
    950: "%",
    980: "m",
    990: "W",
    1000: "—…",
    1020: "@",
}
_WIDTH_OF = {letter: width for width, letters in _WIDTHS.items() for letter in letters}


@dataclass(frozen=True)
class Wrapped:
    """A text in lines."""

    lines: tuple[str, ...]
    width: float
    height: float
    cut: bool
    """A word had to be cut where it has no place to break."""


def text_width(text: str, font: int) -> float:
    """Return how wide a line is at the most, in pixels.

    Of each letter we count the wider of Arial and DejaVu Sans: bpmn-js asks for Arial, and a
    machine without it takes what it has. So nothing is cut or covered on any of them.
    """
    return sum(_WIDTH_OF.get(letter, WIDE) for letter in text.rstrip()) * font / 1000


def wrap(text: str, width: float, font: int) -> Wrapped:
    """Break a text into lines no wider than the width, with the algorithm of diagram-js."""
    rest, lines, cut = text.strip(), [], False
    while rest:
        line, forced = _next_line(rest, width, font)
        lines.append(line)
        cut = cut or forced
        rest = rest[len(line) :].strip()
    widest = max((text_width(line, font) for line in lines), default=0.0)
    return Wrapped(tuple(lines), widest, len(lines) * font * LINE_HEIGHT, cut)


def _next_line(rest: str, width: float, font: int) -> tuple[str, bool]:
    line, forced = rest[:AHEAD], False
    while len(line) > 1 and (measured := text_width(line, font)) > width:
        most = max(len(line) * width / measured, 1)
        shorter = _shortened(line, most)
        forced = forced or not shorter
        line = shorter or line[: max(round(most - 1), 1)]
    return line, forced


def _shortened(line: str, most: float) -> str:
    """Return as many of the line's parts as fit in so many letters; nothing if none does."""
    kept: list[str] = []
    length = 0
    for part in _BREAKS.split(line):
        if not part:
            break
        if len(part) + length >= most:
            if part in {"-", SOFT_HYPHEN} and kept:
                kept.pop()
            break
        kept.append(part)
        length += len(part)
    if kept and kept[-1] == SOFT_HYPHEN:
        kept[-1] = "-"
    return "".join(kept)
