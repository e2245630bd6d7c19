"""A file of a draft as lines: at which of them something is wrong, and which ones differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import unified_diff

from engine.model import Finding
from engine.unreadable import TOLD


def plain(text: str) -> str:
    r"""Return a text as files have it: a form sends `\r\n`."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def line_of(text: str, finding: Finding) -> int | None:
    """Return the line, from 1, where a finding is: where its element stands, or the reader says."""
    if said := TOLD.search(finding.message):
        return int(said[1])
    if not finding.element:
        return None
    for number, line in enumerate(text.split("\n"), 1):
        if _names(line, finding.element):
            return number
    return None


def placed(text: str, found: Sequence[Finding]) -> list[tuple[int | None, Finding]]:
    """Return findings with their lines, in the order of the file; those without come first."""
    lines = [(line_of(text, each), each) for each in found]
    return sorted(lines, key=lambda pair: pair[0] or 0)


def difference(theirs: str, mine: str) -> list[str]:
    """Return the lines that differ, each with `-` (theirs) or `+` (mine) before it."""
    lines = unified_diff(theirs.split("\n"), mine.split("\n"), lineterm="", n=0)
    return list(_without_heads(lines))


def _without_heads(lines: Iterator[str]) -> Iterator[str]:
    for number, line in enumerate(lines):
        if number > 1 and not line.startswith("@@"):
            yield line


def _names(line: str, element: str) -> bool:
    """Whether a line is where an entry of a register, an element or a question begins."""
    bare = line.strip()
    entries = (f"[{element}]", f'["{element}"]')
    keys = (f"{element}.", f'"{element}".', f"{element} =", f'"{element}" =')
    return (
        bare in entries
        or bare.startswith(keys)
        or any(f'{key}"{element}"' in line for key in ("id=", '"id": ', '"key": '))
    )
