"""The background of a feature that is there already: who opens the case, and with which answers."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

OPENED = re.compile(r"att (.+) har öppnat ett ärende")
ROW = re.compile(r"\|\s*(\w+)\s*\|\s*([^|]*?)\s*\|")
BEGINS, ENDS = "Bakgrund:", ("Scenario:", "Scenariomall:")


@dataclass(frozen=True)
class Background:
    """What goes before every scenario of a feature."""

    opener: str = "Socialtjänsten"
    answers: dict[str, str] = field(default_factory=dict)


def background_of(text: str) -> Background:
    """Read the background out of a feature; one without gets the usual one."""
    lines = [line.strip() for line in text.splitlines()]
    if BEGINS not in lines:
        return Background()
    opener, answers = Background().opener, dict[str, str]()
    for line in lines[lines.index(BEGINS) + 1 :]:
        if line.startswith(ENDS):
            break
        if found := OPENED.search(line):
            opener = found[1]
        if row := ROW.match(line):
            answers[row[1]] = row[2]
    return Background(opener, answers)
