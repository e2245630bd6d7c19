"""Which keys were destroyed, told outside the databases: restoring both must not bring one back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

PREFIX = "gallrad"


@dataclass(frozen=True)
class Burials:
    """A file without contents for each destroyed key, in the folder where anchors are handed out.

    A name tells the case's id and the agency; nothing is written over, so any medium will do.
    """

    folder: Path

    def bury(self, place: tuple[str, str]) -> None:
        """Tell that the key of a case and an agency is destroyed; it may have been told before."""
        self.folder.mkdir(parents=True, exist_ok=True)
        (self.folder / "_".join((PREFIX, *place))).touch()

    def all(self) -> Iterator[tuple[str, str]]:
        """Yield the case and the agency of each key that was destroyed."""
        for file in self.folder.glob(f"{PREFIX}_*_*"):
            _, case_id, agency = file.name.split("_", 2)
            yield case_id, agency
