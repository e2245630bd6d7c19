"""The tables, by what they are about. Alembic reads `METADATA`; nothing outside engine.db does."""

from engine.db.columns import METADATA
from engine.db.tables.cases import cases, instances, messages, open_tasks, participants, timers
from engine.db.tables.compartments import disclosures, drafts, records
from engine.db.tables.history import chores, commands, denials, events, incidents
from engine.db.tables.keeping import contacts, errands
from engine.db.tables.office import people, process_sets
from engine.db.tables.statistics import exports, figures, statistics

__all__ = [
    "METADATA",
    "cases",
    "chores",
    "commands",
    "contacts",
    "denials",
    "disclosures",
    "drafts",
    "errands",
    "events",
    "exports",
    "figures",
    "incidents",
    "instances",
    "messages",
    "open_tasks",
    "participants",
    "people",
    "process_sets",
    "records",
    "statistics",
    "timers",
]
