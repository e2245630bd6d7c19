"""The tables, by what they are about. Alembic reads `METADATA`; nothing outside engine.db does."""

from engine.db.columns import METADATA
from engine.db.tables.accounts import repeats, service_accounts
from engine.db.tables.analysis import analysed, courses, reruns, tallies
from engine.db.tables.cases import cases, instances, messages, open_tasks, participants, timers
from engine.db.tables.compartments import disclosures, drafts, records
from engine.db.tables.desks import habits, saved_filters
from engine.db.tables.entrance import recovery_codes, second_factors, sittings
from engine.db.tables.exchange import incoming, outgoing, webhooks
from engine.db.tables.extracts import extracts
from engine.db.tables.history import (
    anchored_heads,
    anchors,
    anchors_sent,
    chores,
    commands,
    events,
    incidents,
    trail,
)
from engine.db.tables.keeping import contacts, errands
from engine.db.tables.modelling import (
    model_drafts,
    model_saves,
    publication_events,
    publication_proposals,
)
from engine.db.tables.moving import case_moves, move_choices, preview_cases, previews
from engine.db.tables.office import people, process_sets
from engine.db.tables.papers import attachments, follow_ups, notes, proposals
from engine.db.tables.protection import markings, permits
from engine.db.tables.rehearsals import rehearsals
from engine.db.tables.retention import chosen, disposals, erasures, holds
from engine.db.tables.review import reviews
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
    "analysed",
    "anchored_heads",
    "anchors",
    "anchors_sent",
    "attachments",
    "case_moves",
    "cases",
    "chores",
    "chosen",
    "commands",
    "contacts",
    "courses",
    "disclosures",
    "disposals",
    "disqualifications",
    "drafts",
    "erasures",
    "errands",
    "events",
    "exports",
    "extracts",
    "figures",
    "follow_ups",
    "habits",
    "holds",
    "incidents",
    "incoming",
    "instances",
    "mailboxes",
    "mails",
    "markings",
    "messages",
    "model_drafts",
    "model_saves",
    "move_choices",
    "notes",
    "notices",
    "open_tasks",
    "outgoing",
    "participants",
    "people",
    "permits",
    "preview_cases",
    "previews",
    "process_sets",
    "proposals",
    "publication_events",
    "publication_proposals",
    "records",
    "recovery_codes",
    "rehearsals",
    "repeats",
    "reruns",
    "reviews",
    "saved_filters",
    "second_factors",
    "service_accounts",
    "sittings",
    "statistics",
    "substitutions",
    "tallies",
    "timers",
    "trail",
    "webhooks",
]
