"""The verbs of analysis together: what counts, what reads, and what runs closed cases again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from engine.analysis.counting import Tallying
from engine.analysis.reading import Analyses, Exports
from engine.analysis.tally import TallyShelf
from engine.analysis.whatif import WhatIf
from engine.bpmn.definitions import ProcessSet
from engine.ports import Clock, Store


@dataclass(frozen=True)
class AnalysisRoom:
    """Everything that is done with how the processes are run."""

    counting: Tallying
    reading: Analyses
    whatif: WhatIf

    @classmethod
    def of(
        cls, store: Store, clock: Clock, shelf: TallyShelf, exports: Exports,
        published: Callable[[str], ProcessSet],
    ) -> AnalysisRoom:  # fmt: skip
        """Put it together on what keeps the sums."""
        return cls(
            Tallying(store, clock, shelf, published),
            Analyses(store, clock, shelf, published, exports),
            WhatIf(store, shelf, published),
        )
