"""The verbs of rehearsals: ask for one, begin it, keep what it came to."""

from __future__ import annotations

from dataclasses import dataclass, replace

from engine.access import require_process_owner
from engine.bpmn.definitions import version_of
from engine.errors import ModelError
from engine.model import Actor
from engine.modelling.checking import Check
from engine.modelling.draft import DraftShelf
from engine.modelling.rehearsals import (
    BROKEN,
    DONE,
    RUNNING,
    WAITING,
    Rehearsal,
    Result,
)
from engine.ports import Clock, Store
from engine.refusals import watched
from engine.retry import retried


@dataclass(frozen=True)
class RehearsalPage:
    """What the page of a draft shows."""

    this: Rehearsal | None
    """Of the draft as it is now."""
    earlier: Rehearsal | None
    """The last one of the draft as it was, if it was another content."""
    busy: bool


@dataclass(frozen=True)
class Rehearsals:
    """How scenarios are run on what is not published yet: never while somebody waits for a page."""

    store: Store
    clock: Clock
    drafts: DraftShelf
    check: Check

    @watched
    def ask(self, actor: Actor, draft_id: str) -> Rehearsal:
        """Ask for the scenarios to be run on a draft as it is now; once is enough.

        Raises NotFound, NotAllowed, or ModelError while anything is wrong with it: then no case
        could even begin.
        """
        require_process_owner(actor)
        files = self.files(draft_id)
        if found := self.check(files):
            raise ModelError(found)
        return self._asked(actor, draft_id, version_of(files))

    @watched
    def page(self, actor: Actor, draft_id: str) -> RehearsalPage:
        """Return what is known of a draft. Raises NotFound, NotAllowed."""
        require_process_owner(actor)
        return self.of(draft_id, version_of(self.files(draft_id)))

    def of(self, draft_id: str | None, version: str) -> RehearsalPage:
        """Return what is known of a content, and of the draft before it."""
        with self.store.transaction() as unit:
            this = unit.rehearsals.one(version)
            last = unit.rehearsals.of_draft(draft_id) if draft_id else None
        earlier = last if last and last.version != version else None
        return RehearsalPage(this, earlier, bool(this and this.busy(self.clock.now())))

    def files(self, draft_id: str) -> dict[str, str]:
        """Return the files of a draft as it is now, or raise NotFound."""
        with self.drafts.reading() as book:
            draft = book.one(draft_id)
            return draft.files(book.base_files(draft.base))

    @retried
    def take(self) -> Rehearsal | None:
        """Begin the next one that waits; None if there is none, or one is being run already.

        Running all scenarios takes a machine's whole strength: one at a time is enough.
        """
        now = self.clock.now()
        with self.store.transaction() as unit:
            left = unit.rehearsals.unfinished()
            if any(each.state == RUNNING and not each.stuck(now) for each in left):
                return None
            waiting = next((each for each in left if each.state == WAITING), None)
            if waiting is None:
                return None
            begun = replace(waiting, state=RUNNING, begun_at=now)
            unit.rehearsals.put(begun)
        return begun

    @retried
    def keep(self, version: str, result: Result, draft_id: str | None = None, by: str = "") -> None:
        """Keep what a run of a content came to, whether it was asked for or not."""
        now = self.clock.now()
        with self.store.transaction() as unit:
            known = unit.rehearsals.one(version) or Rehearsal(version, draft_id, by, now)
            state = BROKEN if result.broken else DONE
            unit.rehearsals.put(replace(known, state=state, ended_at=now, result=result))

    @retried
    def _asked(self, actor: Actor, draft_id: str, version: str) -> Rehearsal:
        now = self.clock.now()
        with self.store.transaction() as unit:
            known = unit.rehearsals.one(version)
            if known and known.busy(now):
                return known
            new = Rehearsal(version, draft_id, actor.id, now)
            unit.rehearsals.put(new)
        return new
