"""How long something is kept is said once: a rule that rests on a deadline says what it says."""

from __future__ import annotations

from collections.abc import Iterator

from engine.bpmn.definitions import ProcessSet
from engine.model import Finding
from engine.retention.rules import FILE, Rule


def retention_deadline(processes: ProcessSet) -> Iterator[Finding]:
    """Yield every rule whose deadline does not exist, or has another length."""
    for rule in processes.retention.values():
        if message := _wrong(rule, processes):
            yield Finding(FILE, rule.id, "gallring", message)


def _wrong(rule: Rule, processes: ProcessSet) -> str | None:
    if rule.deadline is None:
        return None
    deadline = processes.deadlines.get(rule.deadline)
    if deadline is None:
        return f"fristen {rule.deadline} finns inte"
    if deadline.length and deadline.length != f"P{rule.years}Y":
        return f"{rule.years} år är inte {deadline.length}, som fristen {rule.deadline} säger"
    return None
