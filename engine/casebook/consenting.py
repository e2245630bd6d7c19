"""The verbs of consent on the case page: the person says yes, no, or takes a yes back (X1)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import uuid4

from engine import journal
from engine.answers import Raw
from engine.casebook import consents
from engine.casebook.consents import PURPOSES, Purpose
from engine.casebook.participation import own_open_case
from engine.deadlines import ZONE
from engine.errors import Conflict, NotAllowed, NotFound
from engine.model import Actor, Case, Command, Event, Message, Record
from engine.ports import Clock, Processes, Store, Unit
from engine.refusals import watched
from engine.registers import Registers
from engine.retry import retried


@dataclass(frozen=True)
class Consents:
    """What a caseworker can do to a consent without a task that asks for it."""

    store: Store
    processes: Processes
    clock: Clock
    deliver: Callable[[str], None]

    def withdraw(
        self, actor: Actor, case_id: str, code: str, typed: Raw, command_id: str | None = None
    ) -> None:
        """Take back a consent that is given; it holds from now on, in every process (X1).

        What is voluntary within the purpose ends where it goes on, and Socialtjänsten gets the
        task to register it and tell the person what follows. What was handed over stays so.
        Raises NotFound, NotAllowed, Conflict if it is not given, or InvalidAnswers.
        """
        self._answer(actor, case_id, code, typed, command_id, withdrawal=True)
        self.deliver(case_id)

    def answer(
        self, actor: Actor, case_id: str, code: str, typed: Raw, command_id: str | None = None
    ) -> None:
        """Keep a yes or a no that the person gives later; every process of the case knows it.

        Raises as above, and Conflict where only a task of the process may ask.
        """
        self._answer(actor, case_id, code, typed, command_id, withdrawal=False)
        self.deliver(case_id)

    @watched
    @retried
    def _answer(
        self, actor: Actor, case_id: str, code: str, typed: Raw, command_id: str | None,
        *, withdrawal: bool,
    ) -> None:  # fmt: skip
        now, verb = self.clock.now(), "withdraw" if withdrawal else "consent"
        command = Command.given(command_id, actor, f"{verb} {code}", case_id)
        with self.store.transaction() as unit:
            if unit.result_of(command):
                return
            case = own_open_case(unit, actor, case_id)
            purpose, registers = self._known(case, code), self.processes.registers(case.version)
            known = _require_may(unit, actor, case, purpose, registers)
            _require_possible(purpose, registers, known, withdrawal=withdrawal)
            form = consents.form_for(withdrawal=withdrawal)
            data = dict(form.accept(typed, now.astimezone(ZONE).date()).data)
            value = consents.WITHDRAWN if withdrawal else data.pop("svar")
            record = Record(str(uuid4()), case_id, str(uuid4()), actor.agency, consents.RECORD,
                            consents.recorded(purpose, value, data), now, actor.id)  # fmt: skip
            unit.keep_record(record)
            sent = tuple(_messages(case, purpose, value))
            unit.send(sent)
            unit.keep_command(command, now, record.id)
            unit.record(_entries(record, actor, purpose, value, sent))

    @staticmethod
    def _known(case: Case, code: str) -> Purpose:
        if code not in PURPOSES:
            raise NotFound(f"consent {code} in case {case.id}")
        return PURPOSES[code]


def _require_may(
    unit: Unit, actor: Actor, case: Case, purpose: Purpose, registers: Registers
) -> str:
    """Return what the person has answered so far, if this agency may know and change it."""
    log = unit.log(case.id)
    rows = [{"details": e.details, "at": e.at, "agency": e.agency} for e in log]
    if not consents.may_know(actor.agency, purpose, consents.answers_in(rows, purpose)):
        raise NotFound(f"consent {purpose.code} in case {case.id}")
    if actor.agency not in registers.messages[consents.EVENT].registered_by:
        raise NotAllowed(f"{actor.agency} may not change consents")
    return journal.newest(log, [purpose.variable]).get(purpose.variable, consents.NOT_ASKED)


def _require_possible(
    purpose: Purpose, registers: Registers, known: str, *, withdrawal: bool
) -> None:
    if withdrawal and known != consents.GIVEN:
        raise Conflict("Samtycket är inte givet, så det finns inget att ta tillbaka.")
    if not withdrawal and known == consents.GIVEN:
        raise Conflict("Samtycket är redan givet.")
    if not withdrawal and not consents.may_answer(registers, purpose):
        raise Conflict("Det samtycket kan bara lämnas i en uppgift som frågar efter det.")


def _messages(case: Case, purpose: Purpose, value: str) -> Sequence[Message]:
    """Return what tells the processes; the signal first, so that it holds before anything else."""
    withdrawn = value == consents.WITHDRAWN
    name = purpose.signal if withdrawn else consents.RENEWED
    told = [Message(str(uuid4()), case.id, name, "signal", {purpose.variable: value})]
    if withdrawn:
        told.append(Message(str(uuid4()), case.id, consents.EVENT, "meddelande", {}))
    return told


def _entries(
    record: Record, actor: Actor, purpose: Purpose, value: str, sent: Sequence[Message]
) -> list[Event]:
    """Return the facts: which consent, and what of it; how it was said is in the sealed record."""

    def entry(kind: str, at: datetime, details: dict[str, Any]) -> Event:
        return Event(record.case_id, kind, at, actor.id, actor.agency, None, details)

    about = {"consent": purpose.code, "name": purpose.name, "answer": value,
             "set": {purpose.variable: value}, "task_id": record.task_id}  # fmt: skip
    registered = [m for m in sent if m.name == consents.EVENT]
    return [entry("consent_answered", record.at, about), *(
        entry("message_registered", record.at,
              {"message_id": m.id, "name": m.name, "kind": m.kind})
        for m in registered)]  # fmt: skip
