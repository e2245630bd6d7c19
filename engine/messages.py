"""The verbs between the instances of a case: register an event, deliver what was sent."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import datetime
from uuid import uuid4

from engine import access, journal
from engine.ending import settle_end
from engine.errors import Conflict, NotAllowed, NotFound, Stale, Unavailable
from engine.failures import cause_of, failed
from engine.matching import receivable
from engine.model import Actor, Command, Event, Instance, Message, Step
from engine.ports import Clock, Processes, Store, Unit
from engine.refusals import watched
from engine.retry import retried
from engine.staff.conflicts import require_free

LOG = logging.getLogger(__name__)
TOO_LATE = "Ärendet var redan avslutat."


class _Undeliverable(Exception):
    """A message that broke what should have received it."""

    def __init__(self, message: Message, error: Exception) -> None:
        super().__init__(message.id)
        self.message, self.error = message, error


@dataclass(frozen=True)
class Messages:
    """Moves messages and signals between the instances of a case."""

    store: Store
    processes: Processes
    clock: Clock

    def register(
        self, actor: Actor, case_id: str, name: str, command_id: str | None = None
    ) -> None:
        """Register an event that this agency may tell the case of, and deliver it.

        Raises NotFound for an unknown case or message, NotAllowed for an agency that may not
        register it, and Conflict when nothing in the case waits for it.
        """
        self._register(actor, case_id, name, command_id)
        self.deliver(case_id)

    @watched
    @retried
    def _register(self, actor: Actor, case_id: str, name: str, command_id: str | None) -> None:
        now = self.clock.now()
        command = Command.given(command_id, actor, f"register {name}", case_id)
        with self.store.transaction() as unit:
            if unit.result_of(command):
                return
            case = unit.case(case_id)
            require_free(unit.staff.disqualifications, actor, case_id)
            known = self.processes.registers(case.version).messages
            if name not in known:
                raise NotFound(f"message {name}")
            if not unit.participates(case_id, actor.agency):
                raise NotAllowed(f"{actor.agency} takes no part in case {case_id}")
            access.require_can_register(actor, known[name].registered_by)
            if case.closed_at is not None:
                raise Conflict("Ärendet är avslutat.")
            running = [(i.process, i.waiting) for i in unit.instances(case_id)]
            starts = self.processes.starts(case.version, name)
            if not receivable(name, starts, running, repeats=known[name].repeats):
                raise Conflict("Ingenting i ärendet väntar på den händelsen just nu.")
            payload = journal.newest(unit.log(case_id), known[name].fields)
            message = Message(str(uuid4()), case_id, name, known[name].kind, payload)
            unit.send([message])
            unit.keep_command(command, now, case_id)
            details = {"message_id": message.id, "name": name, "kind": message.kind}
            unit.record([Event(case_id, "message_registered", now, actor.id, actor.agency,
                               details=details)])  # fmt: skip

    def resend(self, by: str, message_id: str) -> None:
        """Let a dead letter be delivered again, on a person's word. Raises NotFound."""
        now = self.clock.now()
        with self.store.transaction() as unit:
            message = unit.revive(message_id)
            details = {"message_id": message.id, "name": message.name}
            unit.record([Event(message.case_id, "message_resent", now, by, details=details)])
        self.deliver(message.case_id)

    def deliver(self, case_id: str) -> None:
        """Deliver the pending messages of a case, each in a transaction of its own.

        What stays pending (nobody waits yet, others write all the time, the database is away) the
        worker tries again.
        What fails goes to the dead letters, with an incident, and holds up nothing behind it.
        """
        more = True
        while more:
            try:
                more = self._deliver_next(case_id)
            except (Stale, Unavailable):
                return
            except _Undeliverable as failure:
                LOG.exception("message %s could not be delivered", failure.message.id)
                more = self._bury(failure.message, failure.error)

    def deliver_all(self) -> None:
        """Deliver in every case where something is pending; the worker's part."""
        for case_id in self.store.cases_with_pending_messages():
            try:
                self.deliver(case_id)
            except Exception:  # the worker is an end: one broken case may not stop all the others
                LOG.exception("messages of case %s could not be delivered", case_id)

    @retried
    def _deliver_next(self, case_id: str) -> bool:
        now = self.clock.now()
        with self.store.transaction() as unit:
            for message in unit.pending(case_id):
                if self._tried(unit, message, now):
                    return True
        return False

    def _tried(self, unit: Unit, message: Message, now: datetime) -> bool:
        try:
            return self._delivered(unit, message, now)
        except (Stale, Unavailable):
            raise
        except Exception as error:
            raise _Undeliverable(message, error) from error

    def _bury(self, message: Message, error: Exception) -> bool:
        about = {"case_id": message.case_id, "element": message.id}
        with self.store.transaction() as unit:
            unit.bury(message, cause_of(error))
        self.store.report(failed(error, "message", "deliver", self.clock.now(), **about))
        return True

    def _delivered(self, unit: Unit, message: Message, now: datetime) -> bool:
        running = list(unit.instances(message.case_id))
        waiting = [i for i in running if message.name in i.waiting]
        if message.kind == "signal":
            for instance in self._listening(unit, message, running, waiting):
                self._catch(unit, instance, message, now)
            unit.delivered(message, now, None)  # not kept for those who were not listening
            return True
        if waiting:
            self._catch(unit, waiting[0], message, now)
            unit.delivered(message, now, waiting[0].id)
            return True
        paused = any(each.paused_at for each in running)
        return self._start(unit, message, now, now if paused else None)

    def _listening(
        self, unit: Unit, message: Message, running: list[Instance], waiting: list[Instance]
    ) -> list[Instance]:
        """Return who is told of a signal; one that stops or starts the clocks spares its sender."""
        version = unit.case(message.case_id).version
        known = self.processes.registers(version).messages[message.name]
        if not known.to_all:
            return waiting
        return [i for i in running if not (known.clock and i.id == message.sender_instance)]

    def _catch(self, unit: Unit, instance: Instance, message: Message, now: datetime) -> None:
        step = self.processes.catch(instance, message, now)
        unit.save(step.instance)
        self._note(unit, journal.caught(instance, step, message, now), instance, step, now)

    def _start(
        self, unit: Unit, message: Message, now: datetime, paused_at: datetime | None
    ) -> bool:
        case = unit.case(message.case_id)
        if case.closed_at is not None:
            unit.bury(message, TOO_LATE)
            return True
        version = case.version
        process = self.processes.starts(version, message.name)
        if process is None:
            return False  # early: it is kept until somebody waits for it
        new = Instance(str(uuid4()), message.case_id, process, version,
                       variables=message.payload, paused_at=paused_at)  # fmt: skip
        step = self.processes.start(new, now, message.name)
        unit.add_instance(step.instance)
        unit.delivered(message, now, new.id)
        self._note(unit, journal.started(step, now, message, new), new, step, now)
        return True

    @staticmethod
    def _note(unit: Unit, entry: Event, before: Instance, step: Step, now: datetime) -> None:
        unit.send(step.sent)
        ended = settle_end(unit, step, now)
        unit.record([entry, *journal.consequences(before, step, now, None), *ended])
