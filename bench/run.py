"""What the figures share while they are measured: databases, how often, and drives already made."""

from __future__ import annotations

from dataclasses import dataclass, field

from bench.databases import Databases
from bench.long_cases import Drive, drive
from bench.shapes import Workload

KINDS = ("sqlite", "postgresql")


@dataclass
class Run:
    """One run of the bench."""

    databases: Databases
    repetitions: int = 5
    """How many cases of each long workload, and rounds of everything else."""
    _drives: dict[str, Drive] = field(default_factory=dict)

    def drive(self, workload: Workload) -> Drive:
        """Return what was seen on a workload's way, which several figures read."""
        if workload.name not in self._drives:
            self._drives[workload.name] = drive(self.databases, workload, self.repetitions)
        return self._drives[workload.name]

    def url(self, kind: str) -> str:
        """Return the URL of a fresh database of this kind."""
        return self.databases.sqlite() if kind == "sqlite" else self.databases.postgresql()
