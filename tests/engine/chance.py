"""Random but legal: answers to a form as a browser would post them, and values of variables."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random

from engine.deadlines import ZONE
from engine.demo import typed
from engine.forms import Field, Form
from engine.registers import Registers, Variable

SKIPPED = 0.5
"""How often a question that may be skipped is."""
LIKELY = 0.9


@dataclass
class Chance:
    """What a seeded walk draws from."""

    random: Random
    registers: Registers
    likely: Mapping[str, str] = field(default_factory=dict)
    """Answers that are given nine times of ten: else most cases end before they have begun."""

    def typed(self, form: Form, now: datetime) -> dict[str, list[str]]:
        """Fill in a form at random, as a browser would post it."""
        today = now.astimezone(ZONE).date()
        wanted = {f.variable or f.key: self._answer(f, now) for f in form.fields}
        posted = typed(form, wanted, today)
        for each in form.fields:
            if not each.required and self.random.random() < SKIPPED:
                posted = {k: v for k, v in posted.items() if k.partition("-")[0] != each.key}
        return posted

    def values(self, names: Iterable[str], now: datetime) -> dict[str, str]:
        """Give each of these routing variables some value."""
        return {name: self._value(self.registers.variables[name], now) for name in names}

    def _answer(self, asked: Field, now: datetime) -> str:
        if asked.kind == "datetime":
            return self._day(now, furthest=0 if asked.past_only else 200)
        likely = self.likely.get(asked.variable or "")
        if likely and self.random.random() < LIKELY:
            return likely
        return self.random.choice(asked.options).value if asked.options else "1"

    def _value(self, variable: Variable, now: datetime) -> str:
        if variable.kind == "val":
            return self.random.choice(variable.codes)
        return self._day(now) if variable.kind == "datum" else now.isoformat()

    def _day(self, now: datetime, furthest: int = 200) -> str:
        return (now + timedelta(days=self.random.randint(-10, furthest))).date().isoformat()
