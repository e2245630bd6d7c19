"""Statistics with canned numbers; `asked` is the list of the engine that it belongs to."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import Any

from engine import access
from engine.counts.counting import Report
from engine.counts.statistics import Layout, Period, tables
from engine.errors import NotFound
from engine.model import Actor

AGES = {"barn": "Barn", "vuxen": "Vuxen", "oklar": "Oklar ålder"}
STATES = {"p": "Pågående", "a": "Avslutade"}
LAWS = {f"DL-{n}": f"DL-{n} Påhittad frist (Lagen {n} §)" for n in range(10, 30)}
CASES = Layout("arenden", "Ärenden", "arenden", "Alla ärenden.", "Ålder", AGES, STATES)
TIMES = Layout("frister", "Frister i lag", "frister", "Frister.", "Frist", LAWS, {"h": "Hållna"},
               column_totals=False, row_totals=False)  # fmt: skip
ENDS = {"A1": "Misstanken avskriven"}
NONE = Layout("slut", "Avslutade ärenden", "slut", "Avslutade.", "Sluttillstånd", ENDS,
              {"": "Antal"}, row_totals=False)  # fmt: skip
FIGURES = {
    ("arenden", "barn", "p"): 3, ("arenden", "barn", "a"): 9, ("arenden", "vuxen", "p"): 17,
    ("arenden", "vuxen", "a"): 8, ("arenden", "oklar", "p"): 20, ("arenden", "oklar", "a"): 31,
    ("frister", "DL-12", "h"): 12,
}  # fmt: skip


@dataclass
class FakeCounting:
    """The part `counting` of an engine."""

    asked: list[tuple[Any, ...]]
    counted_at: datetime | None = datetime(2026, 11, 23, 2, 5, tzinfo=UTC)
    figures: Any = None

    def today(self) -> date:
        return date(2026, 11, 23)

    def report(self, actor: Actor, view: str, period: Period) -> Report:
        if view not in access.statistics_of(actor):
            raise NotFound(view)
        exact = period.is_exact(self.today())
        shown = tables([CASES, TIMES, NONE], self.figures or FIGURES, exact=exact)
        return Report(view, "Egna siffror", period, exact, shown, self.counted_at)

    def take_out(self, actor: Actor, view: str, period: Period, kind: str) -> Report:
        self.asked.append(("take_out", actor.id, view, period.key, kind))
        return replace(self.report(actor, view, period))
