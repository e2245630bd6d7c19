"""The hand-overs between agencies, M01 … M30: who tells whom what, and what must allow it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from engine import expressions
from engine.errors import ModelError
from engine.expressions import Expression
from engine.model import Finding
from engine.registers import Registers, read_entries
from engine.secrecy.grounds import CONSENT, GROUNDS

FILE = "overlamnanden.toml"
EVERYBODY = "alla"
TABLE = "utlamnandegrund"
"""The decision table that opens grounds by sender, receiver, age, offence and consent."""
KEYS = {
    "namn", "avsandare", "mottagare", "mottagare_enligt", "utomstaende", "falt", "lagrum", "sparr",
    "samtycke", "nar", "handelse", "avvaktar",
}  # fmt: skip


@dataclass(frozen=True)
class Handover:
    """A type of message from one agency to another, or to somebody outside the system."""

    id: str
    name: str
    senders: tuple[str, ...]
    receivers: tuple[str, ...]
    """The agencies that always get it."""
    outsiders: tuple[str, ...]
    """Parties without a compartment here, by name: `personen`, `IVO`."""
    fields: tuple[str, ...]
    """The keys of the answers that go along; no others do."""
    law: str
    gates: tuple[str, ...]
    """Codes of grounds, or the name of the decision table."""
    named_by: str | None = None
    """The routing variable that names one more receiver, such as who applied."""
    named: tuple[str, ...] = ()
    """The agencies that this variable can name."""
    consent: str | None = None
    """The variable or question that holds the consent."""
    when: Expression | None = None
    """Sent only if this holds of the answers; None: always."""
    event: str | None = None
    """The message that an agency registers by hand to send it, instead of in a task."""
    awaits: str | None = None
    """Why nothing in the diagrams sends it yet."""

    def may_send(self, agency: str) -> bool:
        """Say whether an agency is one of its senders."""
        return agency in self.senders or EVERYBODY in self.senders

    def holds(self, values: Mapping[str, str]) -> bool:
        """Say whether these answers mean that it is sent."""
        return self.when is None or self.when.holds(values)

    def receiving(self, sender: str, values: Mapping[str, str]) -> tuple[str, ...]:
        """Return the agencies that get it from this sender."""
        chosen = values.get(self.named_by or "")
        known = [*self.receivers, *(each for each in self.named if each == chosen)]
        return tuple(each for each in dict.fromkeys(known) if each != sender)


def read_handovers(files: Mapping[str, str], registers: Registers | None) -> dict[str, Handover]:
    """Read the register out of a process set; a set without the file hands nothing over.

    Raises ModelError with every finding: broken TOML, an unknown agency, ground or variable.
    """
    if registers is None or FILE not in files:
        return {}
    findings: list[Finding] = []

    def make(key: str, table: Mapping[str, Any]) -> Handover:
        handover = _handover(key, table, registers)
        wrong = list(_unknown(handover, table, registers))
        findings.extend(Finding(FILE, key, "register", message) for message in wrong)
        return handover

    read = read_entries(files, FILE, make, findings)
    if findings:
        raise ModelError(findings)
    return read


def _handover(key: str, table: Mapping[str, Any], registers: Registers) -> Handover:
    by = table.get("mottagare_enligt")
    codes = registers.variables[by].codes if by else ()
    return Handover(
        id=key,
        name=table["namn"],
        senders=tuple(table["avsandare"]),
        receivers=tuple(table.get("mottagare", ())),
        outsiders=tuple(table.get("utomstaende", ())),
        fields=tuple(table["falt"]),
        law=table.get("lagrum", ""),
        gates=tuple(table["sparr"]),
        named_by=by,
        named=tuple(code for code in codes if code in registers.agencies),
        consent=table.get("samtycke"),
        when=expressions.parse(table["nar"]) if "nar" in table else None,
        event=table.get("handelse"),
        awaits=table.get("avvaktar"),
    )


def _unknown(handover: Handover, table: Mapping[str, Any], registers: Registers) -> Iterator[str]:
    for name in sorted(table.keys() - KEYS):
        yield f"nyckeln {name} finns inte"
    yield from _unknown_parties(handover, registers)
    yield from _unknown_gates(handover)
    event = registers.messages.get(handover.event or "")
    if handover.event and not (event and event.registered_by):
        yield f"händelsen {handover.event!r} kan ingen registrera"


def _unknown_parties(handover: Handover, registers: Registers) -> Iterator[str]:
    for name in (*handover.senders, *handover.receivers):
        if name not in registers.agencies and name != EVERYBODY:
            yield f"aktören {name!r} finns inte"
    if EVERYBODY in handover.receivers:
        yield "mottagarna måste räknas upp"
    if not (handover.receivers or handover.named or handover.outsiders):
        yield "mottagare saknas"


def _unknown_gates(handover: Handover) -> Iterator[str]:
    for gate in handover.gates:
        if gate not in GROUNDS and gate != TABLE:
            yield f"grunden {gate!r} finns inte"
    if not handover.gates:
        yield "spärr saknas: utan grund lämnas inget ut"
    if CONSENT in handover.gates and handover.consent is None:
        yield "spärren är samtycke, men inte vilket (samtycke)"
