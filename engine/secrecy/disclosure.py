"""On what legal ground one agency may tell another: pure rules over the register and the table.

No basis, no send (OSL 8:1). The grounds that need a weighing are never used by themselves: a
person must have chosen them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from engine.secrecy.grounds import CONSENT, GIVEN, GROUNDS, UNBOUND, Ground
from engine.secrecy.handovers import TABLE, Handover

GROUND_FIELD = "rattslig_grund"
"""The key of the question in which the sender says on which ground."""
PRIVATE = frozenset({"civilsamhallet", "iom"})
"""Senders whom the secrecy act does not bind (data and secrecy 1.6)."""

Values = Mapping[str, str]
Decide = Callable[[str, Values], Sequence[str]]
"""Evaluates a decision table: (name, inputs) → the codes that it collects."""


def open_grounds(
    handover: Handover, sender: str, receiver: str, values: Values, decide: Decide
) -> tuple[Ground, ...]:
    """Return the grounds that are open for this hand-over, the first choice first."""
    consent = values.get(handover.consent or "", "ej_tillfragad")
    codes: list[str] = []
    for gate in handover.gates:
        if gate == TABLE:
            codes += _by_table(handover, sender, receiver, values, decide)
        elif gate != CONSENT or consent in GIVEN:
            codes.append(gate)
    return tuple(GROUNDS[code] for code in sorted(dict.fromkeys(codes), key=_consent_first))


def used_ground(chosen: str | None, grounds: Sequence[Ground]) -> Ground | None:
    """Return the ground that is used: the chosen one if it is open, else the first by itself."""
    if chosen is not None:
        return next((ground for ground in grounds if ground.code == chosen), None)
    return next((ground for ground in grounds if not ground.weighed), None)


def refusal(handover: Handover, chosen: str | None, grounds: Sequence[Ground]) -> str:
    """Say in Swedish why nothing was handed over, and what could be done."""
    return " ".join(_reasons(handover, GROUNDS.get(chosen or ""), grounds))


def _by_table(
    handover: Handover, sender: str, receiver: str, values: Values, decide: Decide
) -> list[str]:
    inputs = {name: values[name] for name in ("alderskategori", "rubricering") if name in values}
    consent = values.get(handover.consent or "", "ej_tillfragad")
    given = "givet" if consent in GIVEN else consent
    found = decide(TABLE, {**inputs, "avsandare": sender, "mottagare": receiver, "samtycke": given})
    return [*found, *([UNBOUND] if sender in PRIVATE else [])]


def _consent_first(code: str) -> bool:
    return code != CONSENT


def _reasons(handover: Handover, chosen: Ground | None, grounds: Sequence[Ground]) -> Iterator[str]:
    if chosen:
        yield f"Grunden ”{chosen}” kan inte användas här. {chosen.needs}"
    else:
        yield f"Det saknas grund för att lämna ut ”{handover.name}”."
    if grounds:
        yield f"Det här kan användas: {'; '.join(map(str, grounds))}."
    elif handover.consent:
        yield "Utan personens samtycke får uppgifterna inte lämnas ut."
