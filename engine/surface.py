"""Everything the outside may ask for, under one name; `engine.bootstrap` puts it together."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from engine.accounts.issuing import Accounts
from engine.analysis.room import AnalysisRoom
from engine.approvals import Approvals
from engine.audit.audit import Audit
from engine.audit.reviewing import Reviewing
from engine.bpmn.check import findings
from engine.bpmn.definitions import read_folder, read_process_set
from engine.bpmn.workflow import SpiffProcesses
from engine.casebook.consenting import Consents
from engine.casebook.deskwork import Deskwork
from engine.casebook.extracting import Extracts
from engine.casebook.keeping import ContactRegister, Errands
from engine.casebook.protection import Protection
from engine.casebook.regions import Regions
from engine.casebook.sheets import Sheets
from engine.casework import Casework
from engine.config import Settings
from engine.counts.counting import Counting
from engine.db.casefile import CaseFile
from engine.db.casetabs import CaseTabs
from engine.db.conflicts import Barred
from engine.db.connection import Database
from engine.db.consents import ConsentFile
from engine.db.doorway import Doorway
from engine.db.extracts import ExtractFile
from engine.db.levels import Levels
from engine.db.mails import SqlOutbox
from engine.db.mishaps import Mishaps
from engine.db.noticeboard import Noticeboard
from engine.db.people import People
from engine.db.protected import ProtectedFile
from engine.db.publications import Publications
from engine.db.queries import Queries
from engine.db.readings import Readings
from engine.db.regions import RegionFile
from engine.db.replayed import Replayed
from engine.db.retained import Retained
from engine.db.store import SqlStore
from engine.db.substitutions import Arranged
from engine.db.taskfile import TaskFile
from engine.db.trail import Trail
from engine.db.worklist import Worklists
from engine.db.workload import Workload
from engine.entrance.administering import Administering
from engine.entrance.ownaccount import OwnAccount
from engine.entrance.provided import Provided
from engine.errors import ModelError
from engine.exchange.room import Exchange
from engine.incidents import Incidents
from engine.lists.bulk import Bulk
from engine.lists.habits import Habits
from engine.messages import Messages
from engine.modelling.drafts import Drafts
from engine.modelling.moved import Moves
from engine.modelling.moving import Moving
from engine.modelling.publishing import Publishing
from engine.modelling.rehearsing import Rehearsals
from engine.modelling.trying import Trying
from engine.modelling.versions import Versions
from engine.ports import Clock
from engine.proof.trace import Row
from engine.retention.disposing import Retention
from engine.staff.mailing import Mailing
from engine.staff.staffing import Staffing
from engine.timers import Timers
from engine.upkeep import Upkeep


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
    exchange: Exchange
    accounts: Accounts
    mishaps: Mishaps
    faults: Callable[[], Sequence[str]]
    """Returns what keeps people from working, in Swedish."""
    overview: Callable[[], Sequence[dict[str, Any]]]
    """Returns all cases for an operator: number, state, open tasks; never contents."""
    traced: Callable[[], Sequence[Row]]
    """Returns what each duty comes to in the processes in force; scenarios if they are known."""

    def warm(self) -> None:
        """Read the processes in force before somebody has to wait for it: seconds, and 40 MB.

        Where something is not as it should be (see `faults`) they are read when they are needed.
        """
        if not self.faults() and (version := self.publications.current()):
            self.processes.warm(version)

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
