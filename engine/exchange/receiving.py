"""The verb of a message from an agency's own system: taken in once, and delivered if it can be."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from uuid import uuid4

from engine import access
from engine.errors import Conflict, NotFound
from engine.exchange.incoming import Incoming, Receipt
from engine.matching import require_payload
from engine.model import Actor, Event, Message
from engine.ports import Clock, Processes, Store, Unit
from engine.refusals import watched
from engine.retry import retried
from engine.staff.conflicts import require_free

UNKNOWN = "Meddelandet är okänt i den version av processerna som ärendet följer."
REUSED = "Ett annat meddelande har redan skickats med samma id."


@dataclass(frozen=True)
class Receiving:
    """What the systems of agencies tell cases. `actor` is the account of such a system."""

    store: Store
    processes: Processes
    clock: Clock
    deliver: Callable[[str], None]
    """Hands over the messages of a case, after a commit; what it leaves, the worker takes."""

    def receive(self, actor: Actor, incoming: Incoming) -> Receipt:
        """Take in a message to a case, and return what has become of it.

        The same one sent again changes nothing and is answered with the same receipt; another one
        under a known id is a Conflict. One that nobody waits for yet is kept; one whose name the
        case does not know is parked, and nothing of what it carries is kept.
        Raises NotFound for a case that the agency takes no part in, NotAllowed for a message that
        is not the agency's to send, InvalidAnswers for a value that the message may not carry.
        """
        if case_id := self._receive(actor, incoming.case, incoming):
            self.deliver(case_id)
        return self.status(actor, incoming.id)

    @watched
    @retried
    def status(self, actor: Actor, sent_as: str) -> Receipt:
        """Return what has become of a message that one's own agency sent, or raise NotFound."""
        with self.store.transaction() as unit:
            return unit.incoming.receipt(actor.agency, sent_as)[0]

    @watched
    @retried
    def _receive(self, actor: Actor, case: str, incoming: Incoming) -> str | None:
        """Return the case if there is something to deliver in it."""
        now = self.clock.now()
        with self.store.transaction() as unit:
            if _known(unit, actor, incoming):
                return None
            case_id = unit.incoming.case_of(actor.agency, case)
            require_free(unit.staff.disqualifications, actor, case_id)
            registers = self.processes.registers(unit.case(case_id).version)
            known = registers.messages.get(incoming.name)
            if known is not None:
                access.require_can_register(actor, known.registered_by)
                require_payload(known, registers, incoming.payload)
            kind, payload = (known.kind, incoming.payload) if known else ("meddelande", {})
            message = Message(str(uuid4()), case_id, incoming.name, kind, payload)
            unit.send([message], None if known else UNKNOWN)
            unit.incoming.keep(incoming, message.id, case_id, (actor.agency, actor.id), now)
            details = {"message_id": message.id, "name": message.name, "kind": kind}
            unit.record([Event(case_id, "message_received", now, actor.id, actor.agency,
                               details=details)])  # fmt: skip
        return case_id if known else None


def _known(unit: Unit, actor: Actor, incoming: Incoming) -> bool:
    try:
        digest = unit.incoming.receipt(actor.agency, incoming.id)[1]
    except NotFound:
        return False
    if digest != incoming.digest:
        raise Conflict(REUSED)
    return True
