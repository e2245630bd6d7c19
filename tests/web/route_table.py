"""Every route with who may come there: a new route must be put in here before the tests pass."""

PUBLIC = "public"
"""Answers without asking who you are; shows nothing of any case."""
OWN = "own"
"""Everybody who is signed in, and only what is their own agency's."""
PART = "part"
"""Those whose agency takes part in the case; for all others it does not exist."""
OWNER = "owner"
"""The agency whose task, answers or request it is about; for all others it does not exist."""

TABLE = {
    "static": PUBLIC,
    "auth.sign_in": PUBLIC,
    "auth.enter": PUBLIC,
    "auth.leave": OWN,
    "tasks.worklist": OWN,
    "tasks.task": OWNER,
    "tasks.answer": OWNER,
    "tasks.claim": OWNER,
    "tasks.release": OWNER,
    "tasks.assign": OWNER,
    "cases.cases": OWN,
    "cases.new": OWN,
    "cases.opened": OWN,
    "cases.case": PART,
    "cases.event": PART,
    "cases.register": PART,
    "cases.ending": PART,
    "cases.close": PART,
    "diagrams.diagram": PART,
    "diagrams.picture": PART,
    "traces.traces": OWN,
    "people.substitutes": OWN,
    "people.arrange": OWN,
    "people.end": OWNER,
    "people.distribution": OWN,
    "people.distribute": OWN,
    "conflicts.disqualifying": PART,
    "conflicts.disqualify": PART,
    "conflicts.lift": OWNER,
    "notices.notices": OWN,
    "notices.notice": OWNER,
    "notices.read_all": OWN,
    "notices.mailbox": OWN,
    "statement.statement": PUBLIC,
    "statistics.report": OWN,
    "statistics.file": OWN,
    "protection.masked": OWNER,
    "protection.reveal": OWNER,
    "protection.marking": PART,
    "protection.mark": PART,
    "protection.prints": PART,
    "protection.ask": PART,
    "protection.approve": OWNER,
    "protection.print_out": OWNER,
}
