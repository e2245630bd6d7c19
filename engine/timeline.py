"""The log of a case as sentences, for a reader who may know these entries."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from engine.grounds import GROUNDS
from engine.protected import MARKINGS, REASONS
from engine.registers import Registers
from engine.views import Answered, TimelineEntry

TITLES = {
    "case_opened": "Ärendet öppnades",
    "task_opened": "Ny uppgift: {name}",
    "task_completed": "Klar: {name}",
    "task_withdrawn": "Uppgiften togs bort: {name}",
    "task_claimed": "Tog uppgiften: {name}",
    "task_released": "Lämnade tillbaka: {name}",
    "task_assigned": "Uppgiften tilldelades: {name}",
    "task_reminded": "Påminnelse: {name}",
    "message_registered": "Händelse registrerad: {message}",
    "disclosed": "Lämnat ut: {name}",
    "received": "Mottaget: {name}",
    "disclosure_denied": "Stoppat, saknar grund: {handover}",
    "disqualified": "Jäv antecknat",
    "disqualification_lifted": "Jäv hävt",
    "case_closed": "Ärendet avslutades",
    "protection_marked": "Skyddsmarkering ändrad",
    "revealed": "Såg skyddade uppgifter: {name}",
    "print_asked": "Begärde att få skriva ut",
    "print_approved": "Godkände en kollegas utskrift",
    "printed": "Skrev ut er del av ärendet",
}
SHARED = {"case_closed"}
"""Entries that every participant of the case may know of."""

NOTHING = Answered()
Row = Any
"""An entry of the log as the database gives it, by the names of its columns."""


@dataclass(frozen=True)
class Timeline:
    """Says what happened with the words of the registers that the case follows."""

    registers: Registers
    names: Mapping[str, str] = field(default_factory=dict)
    """Names of the absent in whose place colleagues have acted."""

    def entries(
        self, log: Iterable[Row], answers: Mapping[str, Answered]
    ) -> Iterator[TimelineEntry]:
        """Yield the entries, the newest first; `answers` are those of the reader's own tasks."""
        for row in reversed(list(log)):
            if row["kind"] in TITLES:
                done = row["kind"] == "task_completed"
                shown = answers.get(row["task_id"], NOTHING) if done else NOTHING
                yield TimelineEntry(
                    row["at"], self._title(row), row["person"], self._text(row), shown.pairs,
                    shown.reveals,
                )  # fmt: skip

    def _title(self, row: Row) -> str:
        name = row["details"].get("name", "")
        message = self.registers.messages.get(name)
        told = {"name": name, "message": message.name if message else name}
        return TITLES[row["kind"]].format(**{**row["details"], **told})

    def _text(self, row: Row) -> str | None:
        if absent := row["details"].get("acting_for"):
            return f"Som ersättare för {self.names.get(absent, 'en kollega')}."
        if row["kind"] == "task_withdrawn":
            return "Tiden gick ut eller ärendet tog en annan väg."
        if row["kind"] in {"disclosed", "received"}:
            return self._told(row["details"])
        if row["kind"] in {"protection_marked", "revealed"}:
            return _of_protection(row["details"])
        if row["kind"] == "case_closed":
            return self.registers.end_states.get(row["details"]["end_state"] or "")
        return None

    def _told(self, details: Mapping[str, Any]) -> str:
        """Say to or from whom something was handed over, and on which ground."""
        agencies = self.registers.agencies
        other = details.get("receiver") or details["sender"]
        name = agencies[other].name if other in agencies else other
        way = "Till" if "receiver" in details else "Från"
        return f"{way} {name}. Grund: {GROUNDS[details['ground']]}."


def _of_protection(details: Mapping[str, Any]) -> str:
    """Say how a case was marked, or why somebody saw what is masked."""
    if "reason" in details:
        return f"Skäl: {REASONS[details['reason']]}."
    marking = MARKINGS.get(details["marking"])
    return f"{marking.name}." if marking else "Borttagen."
