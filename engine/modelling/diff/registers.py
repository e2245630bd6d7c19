"""What differs in the registers: agencies, limits, messages, variables, duties, end states."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from engine import registers
from engine.book.words import KINDS, length_in_words
from engine.bpmn.definitions import ProcessSet
from engine.deadlines import Deadline
from engine.modelling.diff import change as kinds
from engine.modelling.diff.change import ADDED, REMOVED, Change, Part, Spec, Switch, compared
from engine.modelling.diff.names import Names

DUTIES = {"ska": "skyldighet", "kan": "möjlighet", "stod": "stöd"}


@dataclass(frozen=True)
class Register:
    """One sort of rows, how they are told, and whom a change of one concerns."""

    file: str
    kind: str
    noun: str
    rows: Callable[[ProcessSet], Mapping[str, Any]]
    name: Callable[[Any], str]
    spec: Spec
    concerns: Callable[[str, Any], Iterable[str | None]] = lambda _id, _row: ()

    def changes(self, names: Names) -> Iterator[Change]:
        """Yield which rows have come, gone, or differ."""
        old, new = self.rows(names.before), self.rows(names.after)
        for id_ in dict.fromkeys([*new, *old]):
            here = Change(self.kind, "", self.file, id_)
            whom = names.signing_in(
                agency for side in (old, new) if id_ in side
                for agency in self.concerns(id_, side[id_])
            )  # fmt: skip
            yield from (
                replace(each, agencies=() if each.kind == kinds.WORDING else whom)
                for each in self._of(id_, old, new, here)
            )

    def _of(
        self, id_: str, old: Mapping[str, Any], new: Mapping[str, Any], here: Change
    ) -> Iterator[Change]:
        if id_ not in old:
            words = f"{self.noun} {self._called(id_, new[id_])} har tillkommit."
            yield replace(here, words=words, effect=ADDED)
        elif id_ not in new:
            words = f"{self.noun} {self._called(id_, old[id_])} har tagits bort."
            yield replace(here, words=words, effect=REMOVED)
        else:
            subject = f"{self.noun} {self._called(id_, old[id_])}"
            yield from compared(subject, (old[id_], new[id_]), self.spec, here)

    def _called(self, id_: str, row: Any) -> str:
        return f"{id_} ”{self.name(row)}”"


def register_changes(names: Names) -> Iterator[Change]:
    """Yield what differs in the registers beside the diagrams."""
    for register in (*_people(names), *_words(names), _deadlines(names)):
        yield from register.changes(names)


def _people(names: Names) -> Iterator[Register]:
    yield Register(
        registers.AGENCIES, kinds.ROLE, "Aktören", lambda s: s.registers.agencies, lambda a: a.name,
        (
            Part("namnet", kinds.WORDING, lambda a: a.name),
            Part("rollen", kinds.ROLE, lambda a: a.roles),
            Switch("loggar nu in", "loggar inte längre in", kinds.ACCESS, lambda a: a.signs_in),
            Switch("får nu inget som visar vem någon är", "får nu veta vem någon är",
                   kinds.ACCESS, lambda a: a.deidentified),
        ),
        lambda id_, _: (id_,),
    )  # fmt: skip
    yield Register(
        registers.DUTIES, kinds.LAW, "Ansvaret", lambda s: s.registers.duties, lambda d: d.text,
        (
            Part("texten", kinds.WORDING, lambda d: d.text),
            Part("aktören", kinds.LAW, lambda d: d.agency, names.agency),
            Part("steget i rutinen", kinds.LAW, lambda d: d.step),
            Part("slaget", kinds.LAW, lambda d: DUTIES.get(d.kind, d.kind)),
            Part("skälet till att ingen uppgift finns", kinds.LAW, lambda d: d.reason),
            Switch("fullgörs nu också av andra", "fullgörs inte längre av andra", kinds.LAW,
                   lambda d: d.shared),
        ),
        lambda _, duty: (duty.agency,),
    )  # fmt: skip


def _words(names: Names) -> Iterator[Register]:
    yield Register(
        registers.VARIABLES, kinds.VARIABLE, "Variabeln", lambda s: s.registers.variables,
        lambda v: v.name,
        (
            Part("namnet", kinds.WORDING, lambda v: v.name),
            Part("slaget", kinds.VARIABLE, lambda v: v.kind),
            Part("koden", kinds.VARIABLE, lambda v: v.codes),
        ),
    )  # fmt: skip
    yield Register(
        registers.END_STATES, kinds.WORDING, "Sluttillståndet", lambda s: s.registers.end_states,
        str, (Part("namnet", kinds.WORDING, str),),
    )  # fmt: skip
    yield Register(
        registers.MESSAGES, kinds.MESSAGE, "Meddelandet", lambda s: s.registers.messages,
        lambda m: m.name,
        (
            Part("namnet", kinds.WORDING, lambda m: m.name),
            Part("slaget", kinds.MESSAGE, lambda m: m.kind),
            Part("variabeln som följer med", kinds.MESSAGE, lambda m: m.fields, names.variable),
            Part("den som får registrera det", kinds.ACCESS, lambda m: m.registered_by,
                 names.agency),
            Part("den som får veta varför tiden står still", kinds.ACCESS, lambda m: m.shown_to,
                 names.agency),
            Switch("når nu alla processer", "når inte längre alla processer", kinds.MESSAGE,
                   lambda m: m.to_all),
            Switch("får nu komma flera gånger", "får bara komma en gång", kinds.MESSAGE,
                   lambda m: m.repeats),
            Part("verkan på fristerna", kinds.DEADLINE, lambda m: m.clock),
        ),
        lambda _, message: (*message.registered_by, *message.shown_to),
    )  # fmt: skip


def _deadlines(names: Names) -> Register:
    return Register(
        registers.DEADLINES, kinds.DEADLINE, "Fristen", lambda s: s.deadlines, lambda d: d.name,
        (
            Part("namnet", kinds.WORDING, lambda d: d.name),
            Part("lagrummet", kinds.LAW, lambda d: d.law or None),
            Part("längden", kinds.DEADLINE, lambda d: length_in_words(d.length)),
            Part("verkan", kinds.DEADLINE, lambda d: KINDS[d.kind]),
            Switch("är nu bestämd i lag", "är inte längre bestämd i lag", kinds.DEADLINE,
                   lambda d: d.statutory),
            Switch("flyttas nu till nästa vardag", "flyttas inte längre till nästa vardag",
                   kinds.DEADLINE, lambda d: d.shifts),
            Switch("är nu ute när dagen börjar", "är nu ute när dagen är slut", kinds.DEADLINE,
                   lambda d: d.at_daybreak),
            Part("påminnelsen", kinds.DEADLINE, lambda d: d.reminders),
            Part("det som den räknas från", kinds.WORDING, lambda d: d.counted_from or None),
            Part("det som händer när den är ute", kinds.WORDING, lambda d: d.on_expiry or None),
            Part("den som ska handla", kinds.WORDING, lambda d: d.owner or None),
            Part("processen som den används i", kinds.WORDING, lambda d: d.processes),
        ),
        lambda id_, deadline: under(id_, deadline, names),
    )  # fmt: skip


def under(id_: str, _: Deadline, names: Names) -> Iterator[str | None]:
    """Yield the agencies that have a task, or wait, under a limit, in either set."""
    for side in (names.before, names.after):
        for diagram in side.diagrams.values():
            for element in diagram.elements.values():
                if element.properties.get("frist") == id_:
                    yield element.agency
