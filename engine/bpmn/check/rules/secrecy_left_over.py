"""The table of who may read what tells of what is handed over: what it says else is of nothing."""

from __future__ import annotations

from collections.abc import Iterator

from engine.bpmn.definitions import ProcessSet
from engine.model import Finding
from engine.secrecy.visibility import FILE


def secrecy_left_over(processes: ProcessSet) -> Iterator[Finding]:
    """Yield every answer in the table that its hand-over does not carry."""
    for kind in processes.kinds.values():
        for name, keys in kind.fields.items():
            carried = processes.handovers[name].fields if name in processes.handovers else ()
            for key in keys:
                if key not in carried:
                    yield Finding(FILE, kind.id, "insyn", f"{name} lämnar inte fältet {key}")
