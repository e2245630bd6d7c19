"""The log of a case as sentences, for a reader who may know these entries."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from engine.casebook.consents import VALUES
from engine.casebook.regions import REASONS as MOVED_FOR
from engine.deadlines import ZONE
from engine.lists.worklist import REASONS as HANDED_FOR
from engine.registers import Registers, regions_of
from engine.secrecy.grounds import GROUNDS
from engine.secrecy.protected import MARKINGS, REASONS
from engine.texts import swedish_date
from engine.views import Answered, TimelineEntry

TITLES = {
    "case_opened": "Ärendet öppnades",
    "task_opened": "Ny uppgift: {name}",
    "task_completed": "Klar: {name}",
    "task_withdrawn": "Uppgiften togs bort: {name}",
    "task_claimed": "Tog uppgiften: {name}",
    "task_released": "Lämnade tillbaka: {name}",
    "task_assigned": "Uppgiften tilldelades: {name}",
    "task_proposed": "Förslag lämnat: {name}",
    "task_approved": "Förslaget godkändes: {name}",
    "task_returned": "Förslaget skickades tillbaka: {name}",
    "proposal_taken_back": "Förslaget togs tillbaka: {name}",
    "file_attached": "Bilaga lades till: {name}",
    "file_removed": "Bilaga togs bort: {name}",
    "comment_written": "Kommentar: {name}",
    "follow_up_set": "Bevakning: {name}",
    "task_reminded": "Påminnelse: {name}",
    "message_registered": "Händelse registrerad: {message}",
    "disclosed": "Lämnat ut: {name}",
    "received": "Mottaget: {name}",
    "disclosure_denied": "Stoppat, saknar grund: {handover}",
    "disqualified": "Jäv antecknat",
    "disqualification_lifted": "Jäv hävt",
    "consent_answered": "Samtycke: {name}",
    "contact_added": "Kontakt lades till",
    "contact_changed": "Kontakt ändrades",
    "contact_removed": "Kontakt togs bort",
    "errand_added": "Egen uppgift lades till",
    "errand_assigned": "Egen uppgift fick en ny handläggare",
    "errand_done": "Egen uppgift klar",
    "errand_reopened": "Egen uppgift öppnades igen",
    "case_closed": "Ärendet avslutades",
    "task_taken_out": "Tog ut uppgiften som PDF: {name}",
    "region_changed": "Regionen ändrades",
    "protection_marked": "Skyddsmarkering ändrad",
    "revealed": "Såg skyddade uppgifter: {name}",
    "print_asked": "Begärde att få skriva ut",
    "print_approved": "Godkände en kollegas utskrift",
    "case_moved": "Ärendet följer en ny ordning",
    "case_move_undone": "Ärendet följer den tidigare ordningen igen",
    "move_asked": "Fråga: ska ärendet följa en ny ordning?",
    "move_declined": "Ärendet stannar i sin ordning",
    "task_due_moved": "Nytt sista datum: {name}",
    "printed": "Skrev ut er del av ärendet",
    "retention_held": "Gallringen stoppades",
    "retention_released": "Stoppet för gallring hävdes",
    "retention_proposed": "Gallring föreslogs",
    "retention_dropped": "Förslaget om gallring togs tillbaka",
    "retention_erased": "Er del av ärendet gallrades",
    "extract_proposed": "Utdrag för part föreslaget",
    "extract_approved": "Utdrag för part godkänt",
    "extract_given": "Utdrag för part hämtat",
}
CHOSEN_FOR = {
    "behovs": "Det som är nytt behövs i ärendet",
    "klart": "Det som är nytt är redan gjort på annat sätt",
    "pagar": "Arbetet har kommit för långt för att göras om",
    "personen": "Det är bäst för personen som ärendet gäller",
}
"""Why a caseworker moves a case or lets it stay: chosen, so that the log has no free text."""
HANDLING = {
    *("task_claimed", "task_released", "task_assigned", "task_reminded", "follow_up_set"),
    *("file_attached", "file_removed", "comment_written", "proposal_taken_back", "task_taken_out"),
}
"""Entries about who handles what; a short account of the case leaves them out."""
SHARED = {"case_closed", "case_moved", "case_move_undone"}
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
        details = row["details"]
        say = self._sayings().get(row["kind"])
        said = say(details) if say else None
        if absent := details.get("acting_for"):
            instead = f"Som ersättare för {self.names.get(absent, 'en kollega')}."
            return f"{instead} {said}" if said else instead
        return said

    def _sayings(self) -> Mapping[str, Callable[[Mapping[str, Any]], str | None]]:
        """Return what is said below the title, by the kind of entry."""
        return {
            "task_assigned": _handed,
            "task_withdrawn": lambda _: "Tiden gick ut eller ärendet tog en annan väg.",
            "follow_up_set": lambda details: _followed_up(details.get("day")),
            "region_changed": self._moved,
            "disclosed": self._told,
            "received": self._told,
            "protection_marked": _of_protection,
            "revealed": _of_protection,
            "task_due_moved": _new_day,
            "case_moved": _chosen,
            "move_declined": _chosen,
            "consent_answered": lambda details: VALUES[details["answer"]],
            "case_closed": lambda d: self.registers.end_states.get(d["end_state"] or ""),
        }

    def _moved(self, details: Mapping[str, Any]) -> str:
        """Say to which region a case went, and why."""
        region = regions_of(self.registers).get(details["region"], details["region"])
        return f"Till: {region}. Skäl: {MOVED_FOR[details['reason']]}."

    def _told(self, details: Mapping[str, Any]) -> str:
        """Say to or from whom something was handed over, and on which ground."""
        agencies = self.registers.agencies
        other = details.get("receiver") or details["sender"]
        name = agencies[other].name if other in agencies else other
        way = "Till" if "receiver" in details else "Från"
        return f"{way} {name}. Grund: {GROUNDS[details['ground']]}."


def _handed(details: Mapping[str, Any]) -> str | None:
    """Say why a task was handed to somebody, where a reason was chosen."""
    reason = HANDED_FOR.get(details.get("reason", ""))
    return f"Skäl: {reason}." if reason else None


def _new_day(details: Mapping[str, Any]) -> str:
    """Say when a task was due and when it is, since the processes changed."""
    days = [_day(details[when]) for when in ("before", "after")]
    return f"Var {days[0]}, är nu {days[1]}, för att processen har ändrats."


def _day(instant: str | None) -> str:
    day = datetime.fromisoformat(instant).astimezone(ZONE).date() if instant else None
    return swedish_date(day) if day else "utan sista datum"


def _chosen(details: Mapping[str, Any]) -> str | None:
    """Say why a caseworker moved a case or let it stay."""
    reason = CHOSEN_FOR.get(details.get("reason", ""))
    return f"Skäl: {reason}." if reason else None


def _followed_up(day: str | None) -> str:
    return swedish_date(date.fromisoformat(day)) if day else "Bevakningen togs bort."


def _of_protection(details: Mapping[str, Any]) -> str:
    """Say how a case was marked, or why somebody saw what is masked."""
    if "reason" in details:
        return f"Skäl: {REASONS[details['reason']]}."
    marking = MARKINGS.get(details["marking"])
    return f"{marking.name}." if marking else "Borttagen."
