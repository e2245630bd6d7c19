"""The verbs of analysis together: what counts, what reads, and what runs closed cases again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from engine.analysis.counting import Tallying
from engine.analysis.reading import Analyses, Exports
from engine.analysis.reruns import Reruns, RerunShelf
from engine.analysis.tally import TallyShelf
from engine.analysis.whatif import WhatIf
from engine.bpmn.definitions import ProcessSet
from engine.modelling.draft import DraftShelf
from engine.ports import Clock, Store

Shelves = tuple[TallyShelf, RerunShelf, DraftShelf]


@dataclass(frozen=True)
class AnalysisRoom:
    """Everything that is done with how the processes are run."""

    counting: Tallying
    reading: Analyses
    whatif: WhatIf
    reruns: Reruns

    @classmethod
    def of(
        cls, store: Store, clock: Clock, shelves: Shelves, exports: Exports,
        published: Callable[[str], ProcessSet],
    ) -> AnalysisRoom:  # fmt: skip
        """Put it together on what keeps the sums."""
        tallies, reruns, drafts = shelves
        whatif = WhatIf(store, tallies, published)
        return cls(
            Tallying(store, clock, tallies, published),
            Analyses(store, clock, tallies, published, exports),
            whatif,
            Reruns(store, clock, reruns, drafts, whatif),
        )
