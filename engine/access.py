"""Who may see and do what: pure rules. The agency owns the lane; a task may ask for a role."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from engine.errors import Conflict, NotAllowed
from engine.model import Actor, Task

LEADERS = frozenset({"gruppledare", "chef"})
"""Roles that distribute the work of others."""
READS_PROTECTED = "skyddsbehorig"
"""The role of those who may see what is masked: fewer than those who work in a case need it."""
PERSONAL = frozenset({"ordforande", READS_PROTECTED})
"""Roles that are given to a person, and that no substitute gets (LVU 6 § second para.)."""

ADMINISTRATOR = "administrator"
"""The role of those who see to an agency's people and systems, and see no contents of cases."""
PROCESS_OWNER = "processagare"
"""The role that changes the processes. It opens no case."""
PROCESS_OFFICE = "processledning"
"""Where people work who only own processes: no agency, so that no case can ever be theirs."""
ADMIN_OFFICE = "systemforvaltning"
"""Where administrators work: no agency either, so that no case can ever be theirs."""
SYSTEM = "system"
"""The role of an agency's own programs: they come by the API, and never sign in to the pages."""
OFFICES = {PROCESS_OFFICE: "Processledningen", ADMIN_OFFICE: "Systemförvaltningen"}
"""Places of work that are no agencies, with their names."""


def require_own(actor: Actor, task: Task) -> None:
    """Refuse another agency's task: its very existence may be secret (OSL 8:1)."""
    if actor.agency != task.agency:
        raise NotAllowed(f"{actor.agency} does not own task {task.id}")


def require_role(actor: Actor, task: Task) -> None:
    """Refuse one who lacks the role that the task is reserved for, such as LVU 6 § second para."""
    if task.role and task.role not in actor.roles:
        raise NotAllowed(f"task {task.id} needs the role {task.role}")


def reads_protected(actor: Actor) -> bool:
    """Say whether somebody may see, for a reason, what is masked (SoLPuL 10 §: need alone)."""
    return READS_PROTECTED in actor.roles


def require_reads_protected(actor: Actor) -> None:
    """Refuse one who has no authority to see protected personal data."""
    if not reads_protected(actor):
        raise NotAllowed(f"{actor.id} does not have the role {READS_PROTECTED}")


def given_by_other(actor: Actor, colleague: Actor, now: datetime) -> datetime | None:
    """Return when a task is given to somebody by another; None for one who takes it."""
    return None if actor.id == colleague.id else now


def require_can_claim(actor: Actor, task: Task) -> None:
    """Allow taking a task of one's own agency that nobody else has."""
    require_own(actor, task)
    require_role(actor, task)
    require_unclaimed_by_others(actor, task)


def require_can_complete(actor: Actor, task: Task) -> None:
    """Allow completing a task of one's own agency that is free or one's own."""
    require_can_claim(actor, task)


def require_can_approve(actor: Actor, task: Task, role: str | None, proposer: str) -> None:
    """Allow a second person with the role that the element names; never the proposer."""
    require_own(actor, task)
    if role is None or role not in actor.roles or actor.id == proposer:
        raise NotAllowed(f"{actor.id} may not approve task {task.id}")


def require_unclaimed_by_others(actor: Actor, task: Task) -> None:
    """Refuse a task that a colleague holds."""
    if task.assignee not in (None, actor.id, actor.acting_for):
        raise Conflict("En kollega har redan tagit uppgiften.")


def require_can_register(actor: Actor, registered_by: tuple[str, ...]) -> None:
    """Refuse an event that this agency has no business to register."""
    if actor.agency not in registered_by:
        raise NotAllowed(f"{actor.agency} may not register this event")


def may_close(actor: Actor) -> bool:
    """Only a chef at Socialtjänsten may end a case by hand; others end it in the process."""
    return actor.agency == "socialtjansten" and "chef" in actor.roles


def may_audit(actor: Actor) -> bool:
    """Say whether the actor reviews the log of their agency (SoLPuL 10 §, patientdatalagen 4:3)."""
    return "granskare" in actor.roles


def may_dispose(actor: Actor) -> bool:
    """Say whether the actor answers for what their agency keeps: in their own name only.

    Two such persons are needed to erase anything; nobody is the second one in another's place.
    """
    return bool((LEADERS | {"granskare"}) & actor.roles) and actor.acting_for is None


def may_connect(actor: Actor) -> bool:
    """Say whether the actor decides which systems their agency is connected to: a leader does."""
    agency = actor.agency not in OFFICES and actor.acting_for is None
    return agency and bool((LEADERS | {ADMINISTRATOR}) & actor.roles)


def require_may_connect(actor: Actor) -> None:
    """Refuse everybody else: they need not know what is connected."""
    if not may_connect(actor):
        raise NotAllowed(f"{actor.id} may not connect systems at {actor.agency}")


def does_casework(actor: Actor) -> bool:
    """Say whether tasks may be given to somebody; not to one who only reviews the log.

    Nor to a machine: it takes what it can do.
    """
    return actor.roles != {"granskare"} and SYSTEM not in actor.roles


def require_sees_cases(actor: Actor) -> None:
    """Refuse an administrator everything that tells of a case."""
    if ADMINISTRATOR in actor.roles:
        raise NotAllowed(f"{actor.id} may not see cases")


def statistics_of(actor: Actor) -> tuple[str, ...]:
    """Return which statistics the actor may read, the widest first; none for most people.

    landet    all cases: the national rapporteur, a chef at the police (POL-P4), and the national
              coordination at Jämställdhetsmyndigheten (JAM-01)
    tillstand decisions on permits: Migrationsverket, which makes them (MIG-P1)
    egna      the agency's own work: coordinators, those above, and every chef
    """
    wide = {"jamstalldhetsmyndigheten": "landet", "migrationsverket": "tillstand"}
    if actor.agency == "polismyndigheten" and "chef" in actor.roles:
        return "landet", "egna"
    if actor.agency in wide:
        return wide[actor.agency], "egna"
    if actor.agency == "regionkoordinator" or "chef" in actor.roles:
        return ("egna",)
    return ()


def owns_processes(actor: Actor) -> bool:
    """Say whether the actor changes the processes, in their own right."""
    return PROCESS_OWNER in actor.roles and actor.acting_for is None


def require_process_owner(actor: Actor) -> None:
    """Refuse everybody else: they need not know what is being drawn."""
    if not owns_processes(actor):
        raise NotAllowed(f"{actor.id} may not change the processes")


def administers(actor: Actor) -> bool:
    """Say whether the actor answers for accounts: only there, where no case can be theirs."""
    return ADMINISTRATOR in actor.roles and actor.agency == ADMIN_OFFICE


def require_administrator(actor: Actor) -> None:
    """Refuse everybody else: they need not know who has an account."""
    if not administers(actor):
        raise NotAllowed(f"{actor.id} may not see the accounts")


def require_may_analyse(actor: Actor) -> None:
    """Refuse all but process owners and those who read the statistics of all cases."""
    if not may_analyse(actor):
        raise NotAllowed(f"{actor.id} may not see how the processes are run")


def may_analyse(actor: Actor) -> bool:
    """Say whether the actor may see how the processes are run, at all agencies together."""
    return owns_processes(actor) or "landet" in statistics_of(actor)


def leads(actor: Actor) -> bool:
    """Say whether the actor distributes the work of colleagues."""
    return bool(LEADERS & actor.roles)


def standing_in(actor: Actor, absent: Actor) -> Actor:
    """Return the actor with the rights they have over what an absent colleague holds.

    Never more than the absent has. What the law gives to a person stays behind, unless the
    substitute has it in their own right.
    """
    if actor.agency != absent.agency:
        raise NotAllowed(f"{actor.id} and {absent.id} work at different agencies")
    passed_on = absent.roles - (PERSONAL - actor.roles)
    return replace(actor, roles=passed_on, acting_for=absent.id)
