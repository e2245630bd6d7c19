"""No choice and no timer reads what is not set, and no two branches set the same in any order.

The engine would go on without a word: docs/sundhet.md says how, and what is proved.
"""

from __future__ import annotations

from collections.abc import Iterator

from engine.bpmn.check.data import data_findings
from engine.bpmn.definitions import ProcessSet
from engine.model import Finding


def variables(processes: ProcessSet) -> Iterator[Finding]:
    """Yield where variables are read unset, or set by two at once, with a way there."""
    yield from data_findings(processes)
