"""A rule of retention for a form that is not there would erase nothing, and nobody would notice."""

from __future__ import annotations

from collections.abc import Iterator

from engine.bpmn.definitions import ProcessSet
from engine.model import Finding
from engine.retention.rules import FILE


def retention_form(processes: ProcessSet) -> Iterator[Finding]:
    """Yield every form that a rule names and the set does not have."""
    for rule in processes.retention.values():
        for form in sorted(rule.when.forms - processes.forms.keys()):
            yield Finding(FILE, rule.id, "gallring", f"formuläret {form} finns inte")
