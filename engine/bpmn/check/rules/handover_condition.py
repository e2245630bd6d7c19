"""A hand-over with a condition, or by consent, is decided by answers that there are.

They are routing variables, or choices of the forms that send it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from engine import expressions
from engine.bpmn.check.sent import Sent, all_sent
from engine.bpmn.definitions import ProcessSet
from engine.model import Finding


def handover_condition(processes: ProcessSet) -> Iterator[Finding]:
    """Yield every condition and consent that reads something unknown."""
    variables = {v.id: v.codes for v in processes.registers.variables.values()}
    for sent in all_sent(processes):
        if sent.senders:
            for message in _unknown(sent, variables):
                yield sent.finding("meddelande", message)


def _unknown(sent: Sent, variables: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    options = {f.key: tuple(o.value for o in f.options) for f in sent.asked if f.options}
    known = {**options, **variables}
    consent = sent.handover.consent
    if consent and consent not in known:
        yield f"samtycket {consent} är varken en variabel eller en fråga i formulären"
    if sent.handover.when:
        yield from expressions.problems(sent.handover.when, known)
