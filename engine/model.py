"""The nouns: plain frozen values, no library but the standard one."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Finding:
    """One thing that is wrong in a file of the process set, said in Swedish."""

    file: str
    element: str | None
    rule: str
    message: str

    def __str__(self) -> str:
        place = f"{self.file}#{self.element}" if self.element else self.file
        return f"{place}: {self.message} [{self.rule}]"
