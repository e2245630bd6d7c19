"""Puts the differences of two process sets together, and says whom they concern."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from engine.bpmn.definitions import ProcessSet
from engine.modelling.diff.change import ADDED, FORM, KINDS, REMOVED, TABLE, Change
from engine.modelling.diff.expected import expected_changes
from engine.modelling.diff.flows import flow_changes, word_changes
from engine.modelling.diff.forms import form_changes
from engine.modelling.diff.names import Names
from engine.modelling.diff.reading import parties, reading_changes
from engine.modelling.diff.registers import register_changes
from engine.modelling.diff.steps import appeared, step_changes
from engine.modelling.diff.tables import table_changes


@dataclass(frozen=True)
class Comparison:
    """All that differs between two sets."""

    changes: tuple[Change, ...]

    @cached_property
    def agencies(self) -> tuple[str, ...]:
        """The agencies whose tasks, access or deadlines change: each has to approve."""
        return tuple(sorted({agency for each in self.changes for agency in each.agencies}))

    def concerning(self, agency: str) -> tuple[Change, ...]:
        """Return what an agency has to approve."""
        return tuple(each for each in self.changes if agency in each.agencies)

    def by_kind(self) -> Mapping[str, tuple[Change, ...]]:
        """Return the differences under their Swedish headings, those there are."""
        found = {said: tuple(c for c in self.changes if c.kind == k) for k, said in KINDS.items()}
        return {said: changes for said, changes in found.items() if changes}

    @property
    def processes(self) -> tuple[str, ...]:
        """The processes whose drawings show something of it."""
        return tuple(dict.fromkeys(each.process for each in self.changes if each.process))

    def marks(self, process: str) -> tuple[Mapping[str, str], Mapping[str, str]]:
        """Return the marks on the older drawing (what is gone), and on the newer."""
        old: dict[str, str] = {}
        new: dict[str, str] = {}
        for each in self.changes:
            if each.process == process and each.element:
                side = old if each.effect == REMOVED else new
                if side.get(each.element) != ADDED:
                    side[each.element] = each.effect
        return old, new


def compare(before: ProcessSet, after: ProcessSet) -> Comparison:
    """Return all that differs between two sets; nothing that is only drawn otherwise."""
    names = Names(before, after)
    return Comparison(tuple(_all(before, after, names)))


def _all(before: ProcessSet, after: ProcessSet, names: Names) -> Iterator[Change]:
    for process in dict.fromkeys([*after.diagrams, *before.diagrams]):
        yield from _of_process(process, before, after, names)
    yield from _of_forms(before, after, names)
    yield from _of_tables(before, after, names)
    yield from expected_changes(names)
    yield from register_changes(names)
    yield from reading_changes(names)


def _of_process(
    process: str, before: ProcessSet, after: ProcessSet, names: Names
) -> Iterator[Change]:
    old, new = before.diagrams.get(process), after.diagrams.get(process)
    if old and new:
        if old.root is not new.root:
            yield from step_changes(old, new, names)
            yield from flow_changes(old, new, names)
            yield from word_changes(old, new)
    elif new:
        yield from appeared(new, names, ADDED)
    elif old:
        yield from appeared(old, names, REMOVED)


def _of_forms(before: ProcessSet, after: ProcessSet, names: Names) -> Iterator[Change]:
    for name in dict.fromkeys([*after.forms, *before.forms]):
        whom = names.signing_in(_asking(name, before, after))
        place = Change(FORM, "", f"forms/{name}.form", agencies=whom)
        if name not in before.forms:
            words = f"Formuläret {names.form(name)} har tillkommit."
            yield replace(place, words=words, effect=ADDED)
        elif name not in after.forms:
            words = f"Formuläret {names.form(name)} har tagits bort."
            yield replace(place, words=words, effect=REMOVED)
        elif before.forms[name] != after.forms[name]:
            yield from form_changes(before.forms[name], after.forms[name], names, whom)


def _of_tables(before: ProcessSet, after: ProcessSet, names: Names) -> Iterator[Change]:
    for name in dict.fromkeys([*after.decisions, *before.decisions]):
        whom = names.signing_in(_deciding(name, names))
        place = Change(TABLE, "", f"{name}.dmn", agencies=whom)
        if name not in before.decisions:
            words = f"Beslutstabellen ”{after.decisions[name].name}” har tillkommit."
            yield replace(place, words=words, effect=ADDED)
        elif name not in after.decisions:
            words = f"Beslutstabellen ”{before.decisions[name].name}” har tagits bort."
            yield replace(place, words=words, effect=REMOVED)
        elif before.decisions[name] != after.decisions[name]:
            yield from table_changes(before.decisions[name], after.decisions[name], whom)


def _asking(form: str, *sides: ProcessSet) -> Iterator[str | None]:
    """Yield the agencies that have a task with a form."""
    return (
        element.agency for side in sides for diagram in side.diagrams.values()
        for element in diagram.of_kind("userTask") if element.properties.get("form") == form
    )  # fmt: skip


def _deciding(table: str, names: Names) -> Iterator[str | None]:
    """Yield the agencies with tasks where a table decides the way, or what may be handed over."""
    for side in (names.before, names.after):
        for diagram in side.diagrams.values():
            if any(e.properties.get("beslut") == table for e in diagram.elements.values()):
                yield from (e.agency for e in diagram.of_kind("userTask"))
        for handover in side.handovers.values():
            if table in handover.gates:
                yield from parties(handover, names)
