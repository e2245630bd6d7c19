"""A party's extract (insyn): what of a compartment they may read, and what is left out, and why.

Förvaltningslagen 10 §: a party may read what has been added to their case. OSL 10:3: not what is
secret, where it is of extraordinary weight that it is not revealed; then they are told in another
way what it says, as far as they need to look after their right and it does no serious harm.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from engine.errors import Conflict, InvalidAnswers
from engine.model import Actor
from engine.texts import clean

ASKED = ("val-", "varfor-", "istallet-")
"""How the names of the questions of a record begin."""
GIVE, WITHHOLD = "lamna_ut", "utelamna"
WHY: Mapping[str, str] = {
    "annan": "Uppgiften rör någon annan, som kan skadas om den röjs (OSL 26:1, 35:1, 37:1)",
    "anmalare": "Uppgiften kan röja vem som har anmält (OSL 26:5)",
    "skydd": "Uppgiften kan röja var någon som behöver skydd finns (OSL 21:3, 26:14 b–d)",
    "utredning": "Uppgiften kan skada en utredning av brott (OSL 18:1, 35:1)",
    "vard": "Uppgiften kan motverka vården eller behandlingen (OSL 25:6)",
}
"""Why something is of such weight that it is left out: code → Swedish."""
LONGEST = 1000
CHOOSE = "Välj om uppgiften lämnas ut"
REASON = "Välj varför uppgiften utelämnas"
TOO_LONG = "Beskrivningen får ha högst 1 000 tecken"
CHANGED = "Akten har ändrats sedan sidan visades. Gå tillbaka till utdraget och välj igen."


@dataclass(frozen=True)
class Choice:
    """What was decided of one record."""

    give: bool
    why: str = ""
    instead: str = ""
    """What the party is told of it in another way."""


@dataclass(frozen=True)
class Extract:
    """An extract as it was chosen, by one person, and approved by another."""

    id: str
    case_id: str
    agency: str
    made_by: str
    made_at: datetime
    choices: Mapping[str, Choice]
    """Record → what was decided of it; what came later is not in the extract."""
    approved_by: str | None = None
    approved_at: datetime | None = None

    def may_approve(self, actor: Actor) -> bool:
        """Say whether this person may approve it: never who has made it."""
        return self.approved_by is None and actor.id != self.made_by


def chosen(keys: Sequence[str], typed: Mapping[str, str]) -> dict[str, Choice]:
    """Return what was decided of each record.

    Raises InvalidAnswers: each has to be decided; and Conflict where one is decided that is not
    there any more.
    """
    if {name.partition("-")[2] for name in typed if name.startswith(ASKED)} - set(keys):
        raise Conflict(CHANGED)
    found: dict[str, Choice] = {}
    problems: dict[str, str] = {}
    for key in keys:
        decided, why = typed.get(f"val-{key}", ""), typed.get(f"varfor-{key}", "")
        instead = clean(typed.get(f"istallet-{key}", ""))
        if decided not in {GIVE, WITHHOLD}:
            problems[f"val-{key}"] = CHOOSE
        elif decided == WITHHOLD and why not in WHY:
            problems[f"varfor-{key}"] = REASON
        elif len(instead) > LONGEST:
            problems[f"istallet-{key}"] = TOO_LONG
        give = decided == GIVE
        found[key] = Choice(give, "" if give else why, "" if give else instead)
    if problems:
        raise InvalidAnswers(problems)
    return found


class ExtractDrawer(Protocol):
    """Extracts inside a transaction; see `engine.db.extracts`."""

    def keep(self, extract: Extract) -> None:
        """Keep a new one."""
        ...

    def one(self, case_id: str, extract_id: str) -> Extract:
        """Return one, or raise NotFound."""
        ...

    def approve(self, extract: Extract) -> None:
        """Keep the approval. Raises Stale if somebody else was first."""
        ...
