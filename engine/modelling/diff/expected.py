"""What differs in which choices count on a variable that may be unset (`osatta.toml`)."""

from __future__ import annotations

from collections.abc import Iterator

from engine.bpmn.dataflow.expected import FILE, read_expected
from engine.bpmn.definitions import ProcessSet
from engine.modelling.diff.change import ADDED, CHANGED, CONDITION, REMOVED, Change
from engine.modelling.diff.names import Names, subject

Row = tuple[str, str]
"""A choice, `process.gateway`, and a variable."""


def expected_changes(names: Names) -> Iterator[Change]:
    """Yield what a choice may now read unset, or no longer, and what then holds."""
    old, new = _rows(names.before), _rows(names.after)
    for row in dict.fromkeys([*new, *old]):
        was, now = old.get(row), new.get(row)
        if was != now:
            yield _change(row, was, now, names)


def _rows(processes: ProcessSet) -> dict[Row, str]:
    entries, _ = read_expected(processes.files)
    return {(place, name): text for place, of in entries.items() for name, text in of.items()}


def _change(row: Row, was: str | None, now: str | None, names: Names) -> Change:
    (process, _, gateway), variable = row[0].partition("."), names.variable(row[1])
    side = names.before if now is None else names.after
    diagram = side.diagrams.get(process)
    element = diagram.elements.get(gateway) if diagram else None
    about = subject(element, names) if element else f"Vägvalet {row[0]}"
    may = "räknar inte längre med" if now is None else "räknar med"
    said = f": {now}" if now else "."
    effect = CHANGED if was and now else ADDED if now else REMOVED
    tasks = diagram.of_kind("userTask") if diagram else ()
    whom = names.signing_in(task.agency for task in tasks)
    words = f"{about} {may} att {variable} är osatt{said}"
    if element is None:
        return Change(CONDITION, words, FILE, row[0], effect)
    return Change(CONDITION, words, FILE, element.id, effect, process, whom)
