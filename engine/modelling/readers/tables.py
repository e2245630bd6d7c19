"""The matrix as pages and commands show it: a small table for each form."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from engine.answers import Field
from engine.bpmn.definitions import ProcessSet
from engine.modelling.diff.names import Names
from engine.modelling.readers.asking import Asking, asking
from engine.modelling.readers.matrix import OWN, Door, Matrix, Sight, matrix_of
from engine.modelling.readers.words import grounds_of, listed
from engine.secrecy.handovers import Handover
from engine.secrecy.visibility import kinds_of


@dataclass(frozen=True)
class Row:
    """One question, and how each agency comes to see its answer."""

    key: str
    label: str
    protected: bool
    masked: bool
    kinds: tuple[str, ...]
    """Of data, by the table of who may read."""
    cells: Mapping[str, tuple[str, ...]]
    """Reader → the hand-overs through which it comes there; only those who get it so."""
    concluded: tuple[str, ...] = ()
    """Who can tell the answer by the tasks they get."""


@dataclass(frozen=True)
class Way:
    """What opens a hand-over of a form, in words."""

    handover: str
    name: str
    senders: str
    receivers: str
    grounds: tuple[str, ...]
    law: str
    conditions: tuple[str, ...]


@dataclass(frozen=True)
class FormTable:
    """One form: who asks it, who sees what, and by which way."""

    id: str
    title: str
    tasks: tuple[tuple[str, str, str, str], ...]
    """Process, its name, the task's name, and its agency's."""
    writers: tuple[str, ...]
    """Those who see all of it, because they write it."""
    readers: tuple[tuple[str, str], ...]
    """The columns: id and name of those to whom something is handed over."""
    rows: tuple[Row, ...]
    ways: tuple[Way, ...]


@dataclass(frozen=True)
class Overview:
    """How much an agency sees in all."""

    agency: str
    name: str
    own: int
    """Questions whose answers it writes."""
    received: int
    """Questions of which it reads what others have written."""


@dataclass(frozen=True)
class Tables:
    """All that the pages ask of a set."""

    processes: ProcessSet

    @cached_property
    def matrix(self) -> Matrix:
        """Who sees what."""
        return matrix_of(self.processes)

    @cached_property
    def asked(self) -> Asking:
        """The tasks of each form."""
        return asking(self.processes)

    def forms(self, process: str = "", form: str = "", agency: str = "") -> tuple[FormTable, ...]:
        """Return the forms of a process, one form, or what an agency reads of others' answers.

        Several choices narrow each other; none at all is every form.
        """
        return tuple(self._table(id_) for id_ in sorted(self._chosen(process, form, agency)))

    def overview(self) -> tuple[Overview, ...]:
        """Return what each agency of the register sees in all, those that see anything."""
        own: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
        got: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
        for each in self.matrix.sights:
            (own if each.handover == OWN else got)[each.reader].add((each.form, each.key))
        return tuple(
            Overview(id_, agency.name, len(own[id_]), len(got[id_]))
            for id_, agency in self.processes.registers.agencies.items()
            if own[id_] or got[id_]
        )

    def diagrams(self) -> tuple[tuple[str, str], ...]:
        """Return the processes to choose between: id and name, by name."""
        named = ((id_, diagram.name or id_) for id_, diagram in self.processes.diagrams.items())
        return tuple(sorted(named, key=_by_name))

    def titles(self) -> tuple[tuple[str, str], ...]:
        """Return the forms that some task asks with: id and title, by title."""
        found = ((id_, self.processes.form(id_).title) for id_ in self._seen)
        return tuple(sorted(found, key=_by_name))

    def agencies(self) -> tuple[tuple[str, str], ...]:
        """Return the agencies that read what others have written: id and name."""
        return tuple((each.agency, each.name) for each in self.overview() if each.received)

    def _chosen(self, process: str, form: str, agency: str) -> Iterator[str]:
        received = {s.form for s in self.matrix.sights if s.reader == agency and s.handover != OWN}
        for id_, tasks in self.asked.items():
            inside = not process or any(task.process == process for task in tasks)
            named = not form or form == id_
            if inside and named and (not agency or id_ in received) and id_ in self._seen:
                yield id_

    @cached_property
    def _seen(self) -> Mapping[str, tuple[Sight, ...]]:
        found: defaultdict[str, list[Sight]] = defaultdict(list)
        for each in sorted(self.matrix.sights):
            found[each.form].append(each)
        return {form: tuple(sights) for form, sights in found.items()}

    @cached_property
    def _names(self) -> Names:
        return Names(self.processes, self.processes)

    def _table(self, form: str) -> FormTable:
        sights, found = self._seen[form], self.processes.form(form)
        writers = dict.fromkeys(s.reader for s in sights if s.handover == OWN)
        readers = dict.fromkeys(s.reader for s in sights if s.handover != OWN)
        own = tuple(self._names.agency(id_) for id_ in writers)
        columns = tuple((id_, self._names.agency(id_)) for id_ in readers)
        tasks = tuple(
            (t.process, self.processes.diagram(t.process).name, t.name,
             self._names.agency(t.agency or "")) for t in self.asked[form]
        )  # fmt: skip
        rows = tuple(self._row(field, form, sights) for field in found.fields)
        return FormTable(form, found.title, tasks, own, columns, rows, tuple(self._ways(sights)))

    def _row(self, field: Field, form: str, sights: Sequence[Sight]) -> Row:
        mine = [each for each in sights if each.key == field.key and each.handover != OWN]
        by: defaultdict[str, dict[str, None]] = defaultdict(dict)
        for each in mine:
            by[each.reader][each.handover] = None
        kinds = (
            kind.name for each in mine for kind in kinds_of(
                self.processes.kinds, each.handover, field.key)
        )  # fmt: skip
        concluded = self.matrix.hints.get((form, field.key), ())
        return Row(
            field.key, field.label, field.protected, field.masked, tuple(dict.fromkeys(kinds)),
            {reader: tuple(found) for reader, found in by.items()},
            tuple(self._names.agency(each) for each in concluded if each not in by),
        )  # fmt: skip

    def _ways(self, sights: Sequence[Sight]) -> Iterator[Way]:
        """Yield each hand-over; senders to whom the same grounds are open are told together."""
        alike: defaultdict[tuple[str, tuple[str, ...]], list[Door]] = defaultdict(list)
        for door in sorted({Door.of(each) for each in sights if each.handover != OWN}):
            alike[door.handover, self.matrix.doors[door]].append(door)
        for (id_, codes), doors in alike.items():
            handover = self.processes.handovers[id_]
            senders = dict.fromkeys(self._names.agency(door.sender) for door in doors)
            receivers = dict.fromkeys(self._names.agency(door.receiver) for door in doors)
            yield Way(
                id_, handover.name, listed(list(senders)), listed(list(receivers)),
                grounds_of(codes), handover.law, tuple(self._conditions(handover, sights[0].form)),
            )  # fmt: skip

    def _conditions(self, handover: Handover, form: str) -> Iterator[str]:
        if handover.consent:
            asked = {f.key: f"”{f.label}”" for f in self.processes.form(form).fields}
            known = asked.get(handover.consent) or self._names.variable(handover.consent)
            yield f"samtycket står i {known}"
        if handover.when:
            yield f"bara om {handover.when.text}"
        if handover.named_by:
            yield f"{self._names.variable(handover.named_by)} säger vem som får det"


def _by_name(named: tuple[str, str]) -> str:
    return named[1].casefold()
