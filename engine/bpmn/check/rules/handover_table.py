"""A hand-over whose ground a table decides needs that table: without it nothing would go."""

from __future__ import annotations

from collections.abc import Iterator

from engine.bpmn.check.sent import all_sent
from engine.bpmn.definitions import ProcessSet
from engine.model import Finding
from engine.secrecy.handovers import TABLE


def handover_table(processes: ProcessSet) -> Iterator[Finding]:
    """Yield every hand-over that goes by the table of grounds in a set that does not have it."""
    for sent in all_sent(processes):
        if TABLE in sent.handover.gates and TABLE not in processes.decisions:
            yield sent.finding("meddelande", f"beslutstabellen {TABLE} finns inte")
