"""Builds an Engine from Settings; the only place where verbs and edges meet."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import partial

from engine.approvals import Approvals
from engine.bpmn.definitions import ProcessSet
from engine.bpmn.models import ProcessModels
from engine.bpmn.workflow import SpiffProcesses
from engine.casebook.consenting import Consents
from engine.casebook.deskwork import Deskwork
from engine.casebook.extracting import Extracts
from engine.casebook.keeping import ContactRegister, Errands
from engine.casebook.protection import Protection
from engine.casebook.regions import Regions
from engine.casebook.scanning import scanner
from engine.casebook.sheets import Sheets
from engine.casework import Casework
from engine.config import Settings
from engine.counts.counting import Counting
from engine.db.accounts import accounts_of
from engine.db.auditroom import audit_of, reviewing_of
from engine.db.casefile import CaseFile
from engine.db.casetabs import CaseTabs
from engine.db.conflicts import Barred
from engine.db.connection import connect
from engine.db.consents import ConsentFile
from engine.db.contacts import blocked_texts
from engine.db.entrance import entrance
from engine.db.exchanging import exchange_of
from engine.db.extracts import ExtractFile
from engine.db.habits import habit_of
from engine.db.levels import Levels
from engine.db.mails import SqlOutbox
from engine.db.mishaps import Mishaps
from engine.db.modelling import modelling
from engine.db.noticeboard import Noticeboard
from engine.db.overview import overview
from engine.db.people import People
from engine.db.protected import ProtectedFile
from engine.db.publications import Publications
from engine.db.published import Published
from engine.db.queries import Queries
from engine.db.readiness import faults
from engine.db.readings import Readings
from engine.db.regions import RegionFile
from engine.db.replayed import Replayed
from engine.db.retained import Retained
from engine.db.statistics import SqlStatistics
from engine.db.store import SqlStore
from engine.db.substitutions import Arranged
from engine.db.taskfile import TaskFile
from engine.db.trail import Trail
from engine.db.vaults import open_vault
from engine.db.worklist import Worklists
from engine.db.workload import Workload
from engine.incidents import Incidents, ways_again
from engine.lists.bulk import Bulk
from engine.lists.habits import Habits
from engine.messages import Messages
from engine.model import Actor
from engine.ports import Clock
from engine.proof.rehearsal import last
from engine.proof.trace import Row, rows
from engine.retention.disposing import Retention
from engine.staff.mailing import Mailing
from engine.staff.smtp import Carrier, delivery
from engine.staff.staffing import Staffing
from engine.surface import Engine
from engine.timers import Timers
from engine.upkeep import Upkeep

__all__ = ["Engine", "SystemClock", "build", "through"]


class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        """Return the present instant in UTC."""
        return datetime.now(UTC)


def build(
    settings: Settings | None = None,
    clock: Clock | None = None,
    around: Callable[[SpiffProcesses], SpiffProcesses] | None = None,
    channel: str = "kommando",
    beside: Engine | None = None,
) -> Engine:
    """Put an engine together on the database that the settings name.

    `around` wraps the processes, to watch what is executed. `channel` is how it is asked: the log
    tells it of every entry. `beside` is an engine on the same database, whose connections, keys and
    models are shared; see `through`.
    """
    settings, clock = settings or Settings(), clock or SystemClock()
    database = beside.database if beside else connect(settings.database_url, settings.pool)
    vault = beside.store.vault if beside else open_vault(settings, database)
    store, trail = SqlStore(database, vault, channel), Trail(database, clock, channel)
    publications = Publications(database, channel)
    published = beside.versions.published if beside else Published(publications)
    moves = SpiffProcesses(published)
    processes = around(moves) if around else moves
    messages = Messages(store, processes, clock)

    def deny(actor: Actor, action: str, target: str) -> None:
        store.deny(clock.now(), actor, action, target)

    models = ProcessModels(published)
    queries = Queries(database, vault, models, clock, deny)
    casefile = CaseFile(queries)
    counting = Counting(store, SqlStatistics(database, channel), models, clock)
    worklists, casework = Worklists(queries), Casework(store, processes, clock, messages.deliver)
    timers = Timers(store, processes, clock, messages.deliver)
    upkeep, outbox = Upkeep(store, processes, clock), SqlOutbox(database)
    protection, blocked = Protection(store, models, clock), partial(blocked_texts, database, vault)
    carrier = Carrier(delivery(settings.smtp_url), settings.mail_from, settings.link)
    approvals = Approvals(store, processes, clock, messages.deliver)
    audit = audit_of(settings, database, vault, trail)
    incidents = Incidents(store, clock, ways_again(timers, messages, upkeep, audit))
    return Engine(
        settings, database, clock, store, processes, publications, People(database),
        casework, messages, timers, incidents, upkeep,
        Staffing(store, clock), Mailing(outbox, carrier, blocked, clock), outbox,
        queries, casefile, Replayed(casefile), counting, Workload(queries),
        Noticeboard(database, clock), Arranged(database, clock), Barred(database, vault), worklists,
        Habits(store, clock, lambda person: habit_of(database, person)),
        Bulk(casework, worklists.named), CaseTabs(casefile), ConsentFile(casefile),
        Consents(store, processes, clock, messages.deliver), ContactRegister(store, clock),
        Errands(store, clock), Deskwork(store, clock, scanner(settings.scanner)), approvals,
        TaskFile(casefile), protection, ProtectedFile(queries), Extracts(store, protection, clock),
        ExtractFile(queries), Readings(database, clock, channel),
        *modelling(store, clock, published), trail, audit,
        Retained(queries), Retention(store, models, clock, vault.erase),
        Regions(store, processes, clock), RegionFile(casefile), Sheets(store, clock),
        reviewing_of(database, vault, trail),
        *entrance(settings, store, models, clock), Levels(database, clock),
        exchange_of(settings, store, processes, clock, messages.deliver),
        accounts_of(trail, lambda: published(publications.current() or "").registers.agencies),
        Mishaps(database),
        lambda: [*faults(database, vault.keys)], lambda: overview(database),
        lambda: _traced(settings, publications, published),
    )  # fmt: skip


def through(engine: Engine, channel: str) -> Engine:
    """Return the same engine for those who ask it in another way: the log tells which."""
    return build(engine.settings, engine.clock, lambda _: engine.processes, channel, engine)


def _traced(
    settings: Settings, publications: Publications, published: Callable[[str], ProcessSet]
) -> Sequence[Row]:
    version = publications.current()
    return rows(published(version), last(settings.recording, version)) if version else ()
