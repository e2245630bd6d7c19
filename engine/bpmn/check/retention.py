"""What the rules of retention ask of a process set: forms and deadlines that are there."""

from __future__ import annotations

from collections.abc import Iterator

from engine.bpmn.definitions import ProcessSet
from engine.model import Finding
from engine.retention.rules import FILE, Rule


def retention_findings(processes: ProcessSet) -> list[Finding]:
    """Return what the rules name that the set does not have, or has otherwise."""
    return [
        Finding(FILE, rule.id, "gallring", said)
        for rule in processes.retention.values()
        for said in _of_rule(rule, processes)
    ]


def _of_rule(rule: Rule, processes: ProcessSet) -> Iterator[str]:
    for form in sorted(rule.when.forms - processes.forms.keys()):
        yield f"formuläret {form} finns inte"
    for name, codes in rule.when.values.items():
        for code in sorted(codes - set(processes.registers.variables[name].codes)):
            yield f"variabeln {name} har inget värde {code!r}"
    if rule.deadline is None:
        return
    deadline = processes.deadlines.get(rule.deadline)
    if deadline is None:
        yield f"fristen {rule.deadline} finns inte"
    elif deadline.length and deadline.length != f"P{rule.years}Y":
        yield f"{rule.years} år är inte {deadline.length}, som fristen {rule.deadline} säger"
