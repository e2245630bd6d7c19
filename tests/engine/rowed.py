"""Processes that are rows of steps: a fake of the port that moves tokens."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from engine.errors import Conflict, Unavailable, Unreadable
from engine.forms import Form
from engine.model import Expiry, Instance, Message, Step, Task, Timer
from engine.registers import Registers, read_registers
from engine.secrecy.handovers import Handover
from tests.engine.questions import form_of, radio

REGISTERS: Registers = read_registers({
    "aktorer.toml": 'socialtjansten.namn = "Socialtjänsten"\npolisen.namn = "Polisen"\n',
    "variabler.toml": '[kalla]\nnamn = "Källa"\ntyp = "val"\nvarden = ["socialtjansten"]\n'
    '[sluttillstand]\nnamn = "Slut"\ntyp = "val"\nvarden = ["A1", "A2"]\n'
    '[akut_fara]\nnamn = "Fara"\ntyp = "val"\nvarden = ["ja", "nej"]\n',
    "meddelanden.toml": '[hej]\nnamn = "Hej"\nslag = "meddelande"\nfalt = ["akut_fara"]\n'
    'registreras_av = ["socialtjansten"]\n'
    '[slut]\nnamn = "Slut"\nslag = "signal"\nfalt = []\nregistreras_av = ["socialtjansten"]\n'
    '[alla]\nnamn = "Alla"\nslag = "signal"\nfalt = ["akut_fara"]\ntill_alla = true\n',
    "sluttillstand.toml": 'A1.namn = "Klart"\nA2.namn = "Ingen misstanke"\n',
})  # fmt: skip
FORM = form_of(
    radio(validate={"required": True}, properties={"skydd.variabel": "akut_fara"}),
    {"type": "textarea", "id": "skal", "key": "skal", "label": "Skäl"},
)


class Rows:
    """Processes that are rows of steps, done one after the other.

    A step is `task <agency> <name> [role]`, `timer <name>`, `wait <message>`, `send <message>`
    or `end <state>`. `starts` maps messages to the processes they start.
    """

    def __init__(self, rows: Mapping[str, Sequence[str]], **starts: str) -> None:
        self._rows, self._starts = rows, starts
        self.handed: tuple[Handover, ...] = ()
        """What every task hands over."""
        self.approvals: dict[str, str] = {}
        """The role that approves an element, by its id."""

    def registers(self, version: str) -> Registers:
        return REGISTERS

    def form(self, instance: Instance, task: Task) -> Form:
        return FORM

    def handovers(self, version: str, process: str, element: str) -> tuple[Handover, ...]:
        return self.handed

    def approval(self, version: str, process: str, element: str) -> str | None:
        return self.approvals.get(element)

    def decide(self, version: str, table: str, values: Mapping[str, str]) -> Sequence[str]:
        return ()

    def starts(self, version: str, message: str) -> str | None:
        return self._starts.get(message)

    def start(self, instance: Instance, now: datetime, message: str | None = None) -> Step:
        return self._at(instance, 0, now)

    def complete(
        self, instance: Instance, task: Task, variables: Mapping[str, str], now: datetime
    ) -> Step:
        if task not in instance.tasks:
            raise Conflict("Uppgiften är inte längre öppen.")
        return self._next(instance, variables, now)

    def expiring(self, before: Instance, after: Instance, now: datetime) -> tuple[Expiry, ...]:
        new = [t for t in after.timers if t.due_at <= now and t not in before.timers]
        return tuple(Expiry(each.path, "Upphör", "LVU 7 §", now.date()) for each in new)

    def fire(self, instance: Instance, timer: Timer, now: datetime) -> Step:
        return self._next(instance, {}, now)

    def renewed(self, instance: Instance) -> Instance:
        if instance.state == "broken":
            raise Unreadable("broken")
        return instance

    def catch(self, instance: Instance, message: Message, now: datetime) -> Step:
        known = replace(instance, variables={**instance.variables, **message.payload})
        return self._next(known, {}, now) if message.name in instance.waiting else Step(known)

    def _next(self, instance: Instance, variables: Mapping[str, str], now: datetime) -> Step:
        knowing = replace(instance, variables={**instance.variables, **variables})
        return self._at(knowing, int(instance.state) + 1, now)

    def _at(self, before: Instance, position: int, now: datetime) -> Step:
        kind, *words = [*self._rows[before.process], "end"][position].split()
        place = replace(before, state=str(position), tasks=(), timers=(), waiting=())
        if kind == "send":
            type_ = REGISTERS.messages[words[0]].kind
            sent = Message(f"{before.id} {position}", before.case_id, words[0], type_,
                           before.variables, before.id)  # fmt: skip
            after = self._at(before, position + 1, now)
            return replace(after, sent=(sent, *after.sent))
        if kind == "task":
            place = replace(place, tasks=(_task(before, position, words, now),))
        if kind == "timer":
            place = replace(place, timers=(Timer(before.id, words[0], now),))
        if kind == "wait":
            place = replace(place, waiting=(words[0],))
        if kind == "end":
            place = replace(place, ended=True, end_state=words[0] if words else None)
        return Step(place, (str(position),))


def _task(instance: Instance, position: int, words: Sequence[str], now: datetime) -> Task:
    agency, name, *role = words
    return Task(
        f"{instance.id} {position}", instance.case_id, instance.id, f"{name}#1", instance.process,
        name, name.title(), agency, "f", now, role[0] if role else None,
    )  # fmt: skip


class OneBreaks(Rows):
    """Processes of which one cannot be run any more."""

    def fire(self, instance: Instance, timer: Timer, now: datetime) -> Step:
        if instance.id == "trasig":
            raise KeyError("tillstand_tom")
        return super().fire(instance, timer, now)


class Away(Rows):
    """Processes beside which the database goes away."""

    def fire(self, instance: Instance, timer: Timer, now: datetime) -> Step:
        raise Unavailable

    def catch(self, instance: Instance, message: Message, now: datetime) -> Step:
        raise Unavailable
