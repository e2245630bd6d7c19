"""An account of an agency's system: pure rules for what it may be and do."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from engine.access import ADMINISTRATOR, PERSONAL, PROCESS_OFFICE, PROCESS_OWNER, SYSTEM
from engine.errors import InvalidAnswers
from engine.model import Actor, Agency

CASES_READ, CASES_OPEN = "ärenden:läsa", "ärenden:öppna"
TASKS_READ, TASKS_DO = "uppgifter:läsa", "uppgifter:utföra"
MESSAGES_READ, MESSAGES_GIVE = "meddelanden:läsa", "meddelanden:lämna"
PROCESSES_READ, PROCESSES_CHECK = "processer:läsa", "processer:kontrollera"
PROCESSES_CHANGE, PROCESSES_APPROVE = "processer:ändra", "processer:godkänna"
AUDIT_READ, STATISTICS_READ = "granskning:läsa", "statistik:läsa"
SCOPES = {
    CASES_READ: "läsa myndighetens ärenden och deras händelser",
    CASES_OPEN: "öppna ärenden",
    TASKS_READ: "läsa uppgifter, formulär och utkast",
    TASKS_DO: "ta, lämna, fylla i och slutföra uppgifter",
    MESSAGES_READ: "läsa ärendens meddelanden",
    MESSAGES_GIVE: "lämna meddelanden till ärenden",
    PROCESSES_READ: "läsa publicerade processer",
    PROCESSES_CHECK: "kontrollera processfiler",
    PROCESSES_CHANGE: "ändra utkast, pröva och föreslå",
    PROCESSES_APPROVE: "godkänna och avslå förslag",
    AUDIT_READ: "granska loggen",
    STATISTICS_READ: "läsa statistik",
}
"""What an account may be let do, beside what its agency and roles allow."""
OF_CASES = frozenset({CASES_READ, CASES_OPEN, TASKS_READ, TASKS_DO, MESSAGES_READ, MESSAGES_GIVE,
                      AUDIT_READ})  # fmt: skip
"""Scopes that show something of cases: not for administrators."""
COMMON = frozenset({"handlaggare", "granskare"})
"""Roles that every agency has, whether or not its register says so."""
LONGEST = timedelta(days=366)
LONGEST_NAME = 80


@dataclass(frozen=True)
class ServiceAccount:
    """An account of an agency's system."""

    id: str
    name: str
    agency: str
    roles: frozenset[str]
    scopes: frozenset[str]
    created_at: datetime
    created_by: str
    expires_at: datetime
    revoked_at: datetime | None = None
    last_used_at: datetime | None = None

    @property
    def actor(self) -> Actor:
        """Who it is when it acts: somebody at its agency who is no person."""
        return Actor(self.id, self.name, self.agency, self.roles | {SYSTEM})

    def is_valid(self, now: datetime) -> bool:
        """Say whether it may be used now."""
        return self.revoked_at is None and now < self.expires_at


def require_sound(account: ServiceAccount, agency: Agency | None) -> None:
    """Refuse an account that could do more than any system should. Raises InvalidAnswers.

    `agency` is the register's entry; None for an agency that there is not.
    """
    problems = dict(_problems(account, agency))
    if problems:
        raise InvalidAnswers(problems)


def _problems(account: ServiceAccount, agency: Agency | None) -> Iterator[tuple[str, str]]:
    if not 0 < len(account.name) <= LONGEST_NAME:
        yield "namn", f"Namnet ska ha 1 till {LONGEST_NAME} tecken"
    if agency is None or not agency.signs_in:
        yield "myndighet", f"Det finns ingen myndighet {account.agency} som loggar in"
    else:
        yield from _problems_of_roles(account.roles, agency)
    if unknown := account.scopes - SCOPES.keys() or not account.scopes:
        yield "rattighet", f"Välj bland rättigheterna {', '.join(SCOPES)}{_not(unknown)}"
    if ADMINISTRATOR in account.roles and account.scopes & OF_CASES:
        yield "rattighet", "Den som administrerar ser inga ärenden"
    if not account.created_at < account.expires_at <= account.created_at + LONGEST:
        yield "dagar", f"Kontot ska gälla i 1 till {LONGEST.days} dagar"


def _problems_of_roles(roles: Collection[str], agency: Agency) -> Iterator[tuple[str, str]]:
    """LVU 6 § second para. and the authority to see what is masked are given to a person."""
    for role in sorted(PERSONAL & set(roles)):
        yield "roll", f"Rollen {role} ges till en person, inte till ett system"
    office = agency.id == PROCESS_OFFICE
    known = {PROCESS_OWNER} if office else COMMON | set(agency.roles)
    if unknown := set(roles) - known - {ADMINISTRATOR} - PERSONAL:
        yield "roll", f"{agency.name} har inte rollen {', '.join(sorted(unknown))}"


def _not(unknown: Collection[str] | bool) -> str:
    return "" if isinstance(unknown, bool) else f", inte {', '.join(sorted(unknown))}"
