"""The moves of the fake store: an instance is kept whole, so only the case has to follow."""

from dataclasses import dataclass, replace
from typing import Any

from engine.model import Instance


@dataclass
class MemoryMoves:
    """What `engine.modelling.carrying` asks of a transaction."""

    kept: Any

    def carry(self, before: Instance, after: Instance) -> None:
        """Do nothing: `save` has kept version and tasks already."""

    def follow(self, case_id: str, version: str) -> None:
        self.kept.cases[case_id] = replace(self.kept.cases[case_id], version=version)
