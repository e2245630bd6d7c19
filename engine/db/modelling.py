"""Puts together what process owners do with what keeps it."""

from __future__ import annotations

from collections.abc import Callable

from engine.analysis.room import AnalysisRoom
from engine.bpmn.definitions import ProcessSet
from engine.bpmn.workflow import SpiffProcesses
from engine.db.analysis import SqlTallyShelf
from engine.db.modeldrafts import SqlShelf
from engine.db.publishing import SqlPublicationShelf
from engine.db.reruns import SqlReruns
from engine.db.statistics import SqlStatistics
from engine.db.store import SqlStore
from engine.modelling.checking import Checked
from engine.modelling.drafts import Drafts
from engine.modelling.moved import Moves
from engine.modelling.moving import Moving
from engine.modelling.publishing import Publishing
from engine.modelling.rehearsing import Rehearsals
from engine.modelling.trying import Trying
from engine.modelling.versions import Versions
from engine.ports import Clock


def modelling(
    store: SqlStore, clock: Clock, published: Callable[[str], ProcessSet]
) -> tuple[Drafts, Publishing, Versions, Trying, Moving, Moves, AnalysisRoom, Rehearsals]:
    """Return the verbs of process owners and what they read; a set is checked once for them all."""
    check, drafts = Checked(), SqlShelf(store.database)
    shelf = SqlPublicationShelf(store.database)
    versions = Versions(store, clock, shelf, drafts, published)
    moves = Moves.of(store, clock, versions, SpiffProcesses(published))
    shelves = SqlTallyShelf(store.database), SqlReruns(store.database), drafts
    exports = SqlStatistics(store.database, store.channel)
    return (
        Drafts(store, clock, drafts, check),
        Publishing(store, clock, shelf, check, moves.moving.plan),
        versions, moves.trying, moves.moving, moves,
        AnalysisRoom.of(store, clock, shelves, exports, published),
        Rehearsals(store, clock, drafts, check),
    )  # fmt: skip
