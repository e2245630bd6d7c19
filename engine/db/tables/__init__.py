"""The tables, by what they are about. Alembic reads `METADATA`; nothing outside engine.db does."""

from engine.db.columns import METADATA
from engine.db.tables.cases import cases, instances, messages, open_tasks, participants, timers
from engine.db.tables.compartments import disclosures, drafts, records
from engine.db.tables.history import chores, commands, denials, events, incidents
from engine.db.tables.office import people, process_sets
from engine.db.tables.protection import markings, permits, readings
from engine.db.tables.staff import (
    disqualifications,
    mailboxes,
    mails,
    notices,
    substitutions,
)
from engine.db.tables.statistics import exports, figures, statistics

__all__ = [
    "METADATA",
    "cases",
    "chores",
    "commands",
    "denials",
    "disclosures",
    "disqualifications",
    "drafts",
    "events",
    "exports",
    "figures",
    "incidents",
    "instances",
    "mailboxes",
    "mails",
    "markings",
    "messages",
    "notices",
    "open_tasks",
    "participants",
    "people",
    "permits",
    "process_sets",
    "readings",
    "records",
    "statistics",
    "substitutions",
    "timers",
]
