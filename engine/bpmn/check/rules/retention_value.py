"""A rule of retention on a value that no variable can have would never apply."""

from __future__ import annotations

from collections.abc import Iterator

from engine.bpmn.definitions import ProcessSet
from engine.model import Finding
from engine.retention.rules import FILE


def retention_value(processes: ProcessSet) -> Iterator[Finding]:
    """Yield every value that a rule names and its variable does not have."""
    for rule in processes.retention.values():
        for name, codes in rule.when.values.items():
            for code in sorted(codes - set(processes.registers.variables[name].codes)):
                message = f"variabeln {name} har inget värde {code!r}"
                yield Finding(FILE, rule.id, "gallring", message)
