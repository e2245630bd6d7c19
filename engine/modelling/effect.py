"""What becomes of a proposal in the end: it takes effect, is stopped, or comes to nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from engine.bpmn.definitions import read_process_set
from engine.errors import Conflict, EngineError, ModelError
from engine.model import Agency
from engine.modelling.checking import Check
from engine.modelling.draft import OPEN, PUBLISHED
from engine.modelling.proposal import DONE, RETIRE, STOPPED, Proposal, PublicationEvent
from engine.ports import Unit

BEHIND = "Något annat har publicerats sedan utkastet öppnades. Låt utkastet utgå från det först."
RETIRED = "Versionen är avvecklad."
IS_LIVE = "Det som gäller kan inte avvecklas. Publicera något annat först."


def take_effect(unit: Unit, proposal: Proposal, now: datetime, check: Check) -> Proposal:
    """Publish or retire; stop it where what it was weighed against is no longer so."""
    try:
        files = _files_now(unit, proposal, check)
    except EngineError as error:
        said = event_of(proposal, STOPPED, proposal.proposer, now, str(error))
        close(unit, proposal, STOPPED, said)
        return replace(proposal, state=STOPPED)
    kind = "retired" if proposal.kind == RETIRE else "published"
    if files is not None:
        unit.publications.publish(proposal.version, files, proposal.proposer, now)
    noted = event_of(proposal, kind, proposal.proposer, now, proposal.reason)
    unit.publications.note(replace(noted, previous=proposal.base))
    unit.publications.settle(proposal, DONE)
    unit.publications.tell([proposal.proposer], "decided", now)
    if proposal.draft_id:
        unit.modeldrafts.move(unit.modeldrafts.locked(proposal.draft_id), PUBLISHED)
    return replace(proposal, state=DONE)


def _files_now(unit: Unit, proposal: Proposal, check: Check) -> Mapping[str, str] | None:
    """Return what is to be published; None for a retirement. Raises where it may not be."""
    if proposal.kind == RETIRE:
        if proposal.version == unit.current_version():
            raise Conflict(IS_LIVE)
        return None
    if proposal.base != unit.current_version():
        raise Conflict(BEHIND)
    if proposal.version in retired(unit):
        raise Conflict(RETIRED)
    source = proposal.base if proposal.draft_id else proposal.version
    files = unit.modeldrafts.base_files(source)
    if proposal.draft_id:
        files = unit.modeldrafts.locked(proposal.draft_id).files(files)
    if found := check(files):
        raise ModelError(found)
    return files


def close(unit: Unit, proposal: Proposal, state: str, event: PublicationEvent) -> None:
    """Settle a proposal that comes to nothing; its draft can be changed again."""
    unit.publications.settle(proposal, state)
    unit.publications.note(event)
    if event.actor != proposal.proposer or state == STOPPED:
        unit.publications.tell([proposal.proposer], "decided", event.at)
    if proposal.draft_id:
        unit.modeldrafts.move(unit.modeldrafts.locked(proposal.draft_id), OPEN)


def event_of(
    proposal: Proposal, kind: str, actor: str, now: datetime, reason: str,
    capacity: str | None = None,
) -> PublicationEvent:  # fmt: skip
    """Return what is kept of something done to a proposal."""
    return PublicationEvent(now, kind, proposal.version, actor, proposal.id, capacity,
                            reason or None)  # fmt: skip


def agencies_of(unit: Unit, proposal: Proposal) -> Mapping[str, Agency]:
    """Return the agencies by the registers of what was live when it was proposed."""
    return read_process_set(unit.modeldrafts.base_files(proposal.base)).registers.agencies


def retired(unit: Unit) -> frozenset[str]:
    """Return the versions that are not to be published again."""
    return frozenset(e.version for e in unit.publications.events() if e.kind == "retired")
