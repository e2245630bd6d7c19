"""Builds an Engine from Settings; the only place where verbs and edges meet."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from typing import Any

from engine.analysis.room import AnalysisRoom
from engine.approvals import Approvals
from engine.audit.audit import Audit
from engine.audit.reviewing import Reviewing
from engine.bpmn.check import findings
from engine.bpmn.definitions import read_folder, read_process_set
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
from engine.db.auditroom import audit_of, reviewing_of
from engine.db.casefile import CaseFile
from engine.db.casetabs import CaseTabs
from engine.db.conflicts import Barred
from engine.db.connection import Database, connect
from engine.db.consents import ConsentFile
from engine.db.contacts import blocked_texts
from engine.db.doorway import Doorway
from engine.db.entrance import entrance
from engine.db.extracts import ExtractFile
from engine.db.habits import habit_of
from engine.db.levels import Levels
from engine.db.mails import SqlOutbox
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
from engine.entrance.administering import Administering
from engine.entrance.ownaccount import OwnAccount
from engine.entrance.provided import Provided
from engine.errors import ModelError
from engine.incidents import Incidents, ways_again
from engine.lists.bulk import Bulk
from engine.lists.habits import Habits
from engine.messages import Messages
from engine.model import Actor
from engine.modelling.drafts import Drafts
from engine.modelling.moved import Moves
from engine.modelling.moving import Moving
from engine.modelling.publishing import Publishing
from engine.modelling.rehearsing import Rehearsals
from engine.modelling.trying import Trying
from engine.modelling.versions import Versions
from engine.ports import Clock
from engine.proof.rehearsal import last
from engine.proof.trace import Row, rows
from engine.retention.disposing import Retention
from engine.staff.mailing import Mailing
from engine.staff.smtp import Carrier, delivery
from engine.staff.staffing import Staffing
from engine.timers import Timers
from engine.upkeep import Upkeep


class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        """Return the present instant in UTC."""
        return datetime.now(UTC)


@dataclass(frozen=True)
class Engine:
    """Everything the outside may ask for."""

    settings: Settings
    database: Database
    clock: Clock
    store: SqlStore
    processes: SpiffProcesses
    publications: Publications
    people: People
    casework: Casework
    messages: Messages
    timers: Timers
    incidents: Incidents
    upkeep: Upkeep
    staffing: Staffing
    mailing: Mailing
    outbox: SqlOutbox
    queries: Queries
    casefile: CaseFile
    replayed: Replayed
    counting: Counting
    workload: Workload
    notices: Noticeboard
    substitutions: Arranged
    disqualified: Barred
    worklists: Worklists
    habits: Habits
    bulk: Bulk
    casetabs: CaseTabs
    consentfile: ConsentFile
    consents: Consents
    contacts: ContactRegister
    errands: Errands
    deskwork: Deskwork
    approvals: Approvals
    taskfile: TaskFile
    protection: Protection
    protected: ProtectedFile
    extracts: Extracts
    extractfile: ExtractFile
    readings: Readings
    drafts: Drafts
    publishing: Publishing
    versions: Versions
    trying: Trying
    moving: Moving
    moves: Moves
    analysis: AnalysisRoom
    rehearsals: Rehearsals
    trail: Trail
    audit: Audit
    retained: Retained
    retention: Retention
    regions: Regions
    regionfile: RegionFile
    sheets: Sheets
    reviewing: Reviewing
    door: Doorway
    ownaccount: OwnAccount
    administering: Administering
    provided: Provided
    levels: Levels
    faults: Callable[[], Sequence[str]]
    """Returns what keeps people from working, in Swedish."""
    overview: Callable[[], Sequence[dict[str, Any]]]
    """Returns all cases for an operator: number, state, open tasks; never contents."""
    traced: Callable[[], Sequence[Row]]
    """Returns what each duty comes to in the processes in force; scenarios if they are known."""

    def publish(self, by: str, files: Mapping[str, str] | None = None) -> str:
        """Publish a process set (by default the folder's) and return its version.

        Raises ModelError with all findings; then nothing is stored.
        """
        files = read_folder(self.settings.processes) if files is None else files
        if found := findings(files):
            raise ModelError(found)
        if self.publications.current() != (version := read_process_set(files).version):
            self.publications.publish(version, files, by, self.clock.now())
        return version


def build(
    settings: Settings | None = None,
    clock: Clock | None = None,
    around: Callable[[SpiffProcesses], SpiffProcesses] | None = None,
    channel: str = "kommando",
) -> Engine:
    """Put an engine together on the database that the settings name.

    `around` wraps the processes, to watch what is executed. `channel` is how it is asked: the log
    tells it of every entry.
    """
    settings, clock = settings or Settings(), clock or SystemClock()
    database = connect(settings.database_url, settings.pool)
    vault = open_vault(settings, database)
    store, trail = SqlStore(database, vault, channel), Trail(database, clock, channel)
    publications = Publications(database, channel)
    published = Published(publications)
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
    protection = Protection(store, models, clock)
    blocked = partial(blocked_texts, database, vault)
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
        lambda: [*faults(database, vault.keys)], lambda: overview(database),
        lambda: _traced(settings, publications, published),
    )  # fmt: skip


def _traced(settings: Settings, publications: Publications, published: Published) -> Sequence[Row]:
    version = publications.current()
    return rows(published(version), last(settings.recording, version)) if version else ()
