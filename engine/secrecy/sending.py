"""What completing a task hands over to others, and what its page tells of that beforehand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import uuid4

from engine.answers import Answers, Field
from engine.errors import NoGround
from engine.forms import Form
from engine.model import Actor, Disclosure, Instance, Task
from engine.ports import Gates
from engine.secrecy.disclosure import GROUND_FIELD, open_grounds, refusal, used_ground
from engine.secrecy.grounds import GROUNDS, Ground
from engine.secrecy.handovers import Handover
from engine.views import HandoverLine


@dataclass(frozen=True)
class Sending:
    """A task that may hand over, with all that decides whether it does."""

    gates: Gates
    version: str
    task: Task
    form: Form

    def disclosures(
        self, before: Instance, answers: Answers, actor: Actor, now: datetime
    ) -> tuple[Disclosure, ...]:
        """Return what the answers hand over, to each receiver.

        Raises NoGround, with the question to change, when a ground is missing for any of it.
        """
        values = _values(before.variables, answers.data, answers.variables)
        made = ((h, self._copied(h, answers)) for h in self._handovers() if h.holds(values))
        return tuple(
            Disclosure(
                str(uuid4()), self.task.case_id, handover.id, handover.name, self.task.id,
                actor.agency, receiver, self._ground(handover, receiver, values).code,
                self.form.id, copied, now, actor.id, receiver in handover.outsiders,
            )
            for handover, copied in made if copied
            for receiver in (*handover.receiving(actor.agency, values), *handover.outsiders)
        )  # fmt: skip

    @staticmethod
    def _copied(handover: Handover, answers: Answers) -> dict[str, Any]:
        return {key: answers.data[key] for key in handover.fields if key in answers.data}

    def lines(
        self, variables: Mapping[str, str], draft: Mapping[str, Any]
    ) -> Iterator[HandoverLine]:
        """Yield what the task may hand over, as far as it is known before it is completed."""
        asked = {
            field.variable: draft[field.key] for field in self._choices() if field.key in draft
        }
        values = _values(variables, draft, {name: v for name, v in asked.items() if name})
        for handover in self._handovers():
            receivers = handover.receiving(self.task.agency, values)
            if receivers or handover.outsiders or handover.named:
                yield self._line(handover, receivers, values)

    def _line(
        self, handover: Handover, receivers: tuple[str, ...], values: Mapping[str, str]
    ) -> HandoverLine:
        agencies = self.gates.registers(self.version).agencies
        first = next(iter([*receivers, *handover.outsiders]), "")
        grounds = self._open(handover, first, values)
        asks = any(field.key == GROUND_FIELD for field in self.form.fields)
        used = None if asks else used_ground(None, grounds)
        return HandoverLine(
            name=handover.name,
            to=(*(agencies[each].name for each in receivers), *handover.outsiders),
            fields=tuple(f.label for f in self.form.fields if f.key in handover.fields),
            law=handover.law,
            when=tuple(self._conditions(handover)),
            ground=str(used) if used else None,
            choices=tuple(map(str, grounds)) if asks else (),
            consent=self._consent(handover),
            consent_given=any(ground.code == "SAMTYCKE" for ground in grounds),
        )

    def _ground(self, handover: Handover, receiver: str, values: Mapping[str, str]) -> Ground:
        chosen = values.get(GROUND_FIELD) if self._asks(GROUND_FIELD) else None
        grounds = self._open(handover, receiver, values)
        used = used_ground(chosen, grounds)
        if used is None:
            text = refusal(handover, chosen, grounds)
            raise NoGround({self._question(handover): text}, handover.id, handover.name)
        return used

    def _open(
        self, handover: Handover, receiver: str, values: Mapping[str, str]
    ) -> tuple[Ground, ...]:
        def decide(table: str, inputs: Mapping[str, str]) -> list[str]:
            return [code for code in self.gates.decide(self.version, table, inputs)
                    if code in GROUNDS]  # fmt: skip

        return open_grounds(handover, self.task.agency, receiver, values, decide)

    def _handovers(self) -> tuple[Handover, ...]:
        return self.gates.handovers(self.version, self.task.process, self.task.element)

    def _question(self, handover: Handover) -> str:
        """Return the key of the question that could open a ground, "" for the whole page."""
        wanted = [name for name in (GROUND_FIELD, handover.consent) if name]
        return next(
            (f.key for name in wanted for f in self.form.fields if name in (f.key, f.variable)), ""
        )

    def _asks(self, key: str) -> bool:
        return any(field.key == key for field in self.form.fields)

    def _consent(self, handover: Handover) -> str | None:
        """Name the consent that it rests on: a question of this form, or a variable."""
        name = handover.consent
        labels = {key: f.label for f in self.form.fields for key in (f.key, f.variable) if key}
        variable = self.gates.registers(self.version).variables.get(name or "")
        return labels.get(name or "") or (variable.name if variable else None)

    def _conditions(self, handover: Handover) -> Iterator[tuple[str, str]]:
        """Yield the answers of this form that it takes: (question, answer)."""
        for name, literal in handover.when.comparisons() if handover.when else ():
            for field in self._choices():
                if name in (field.key, field.variable):
                    yield field.label, field.shown(literal)

    def _choices(self) -> Iterator[Field]:
        return (field for field in self.form.fields if field.options)


def _values(
    known: Mapping[str, str], answers: Mapping[str, Any], variables: Mapping[str, str]
) -> dict[str, str]:
    texts = {key: value for key, value in answers.items() if isinstance(value, str)}
    return {**known, **texts, **variables}
