"""Closed cases run again on a draft while its owners do something else: the worker's part.

Nothing is told before all are done: from one look to the next a reader could subtract.
"""

from __future__ import annotations

import logging
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Protocol

from engine.access import require_process_owner
from engine.analysis.rerun import Rerunning, Way
from engine.analysis.whatif import WhatIf, summed
from engine.bpmn.definitions import ProcessSet, read_process_set, version_of
from engine.counts.statistics import Table
from engine.errors import Unavailable
from engine.model import Actor
from engine.modelling.draft import DraftShelf
from engine.ports import Clock, Store
from engine.refusals import watched

LOG = logging.getLogger(__name__)
AT_ONCE = 200
TENTH, WHOLE = 10, 100


@dataclass(frozen=True)
class Rerun:
    """How far closed cases have been run again on a draft, as it was when somebody asked."""

    draft_id: str
    version: str
    """The content hash of the draft."""
    at: datetime
    actor: str
    total: int
    done: int = 0
    last: str = ""
    """The number of the last case that was run: they go by number."""
    finished: bool = False
    ways: Mapping[Way, int] = field(default_factory=dict)


class RerunShelf(Protocol):
    """Where reruns are kept; see `engine.db.reruns`."""

    def begin(self, rerun: Rerun) -> None: ...  # noqa: D102
    def one(self, draft_id: str) -> Rerun | None: ...  # noqa: D102
    def unfinished(self) -> Sequence[Rerun]: ...  # noqa: D102
    def advance(self, before: Rerun, after: Rerun) -> bool: ...  # noqa: D102
    def closed(self, after: str, limit: int) -> Sequence[tuple[str, str]]: ...  # noqa: D102


@dataclass(frozen=True)
class RerunPage:
    """What is shown of a rerun."""

    at: datetime
    percent: int
    """To whole tenths."""
    changed: bool
    """Whether the draft has changed since, or could not be used."""
    table: Table | None
    """None until all are done, and when the draft has changed."""


@dataclass(frozen=True)
class Reruns:
    """Asks for reruns, advances them, and shows what came of them."""

    store: Store
    clock: Clock
    shelf: RerunShelf
    drafts: DraftShelf
    whatif: WhatIf
    _targets: dict[str, ProcessSet] = field(default_factory=dict, repr=False)

    @watched
    def begin(self, actor: Actor, draft_id: str) -> None:
        """Ask for all closed cases. Raises NotFound, or ModelError for what cannot be read."""
        require_process_owner(actor)
        target = read_process_set(self._files(draft_id))
        total, now = len(self.whatif.cases()), self.clock.now()
        self.shelf.begin(Rerun(draft_id, target.version, now, actor.id, total))

    @watched
    def page(self, actor: Actor, draft_id: str) -> RerunPage | None:
        """Return what may be told; None if nobody has asked. Raises NotFound."""
        require_process_owner(actor)
        version = version_of(self._files(draft_id))
        if (found := self.shelf.one(draft_id)) is None:
            return None
        part = found.done * WHOLE // max(found.total, 1) // TENTH * TENTH
        told = found.finished and found.version == version
        table = summed(Counter(found.ways).elements()) if told else None
        return RerunPage(found.at, part, found.version != version, table)

    def work(self, seconds: float = 5.0) -> None:
        """Advance what is asked for, for about so long."""
        until = time.monotonic() + seconds
        for rerun in self.shelf.unfinished():
            try:
                self._go(rerun, until)
            except Unavailable:
                raise  # no fault of the draft's: the next round goes on
            except Exception:  # one broken draft may not stop the worker
                LOG.exception("closed cases could not be run on draft %s", rerun.draft_id)
                self._give_up(self.shelf.one(rerun.draft_id) or rerun)

    def _go(self, rerun: Rerun, until: float) -> None:
        going: Rerun | None = rerun
        while going and not going.finished and time.monotonic() < until:
            going = self._advanced(going, until)

    def _give_up(self, before: Rerun) -> None:
        """Let it be asked for again."""
        self.shelf.advance(before, replace(before, version="", finished=True, ways={}))

    def _advanced(self, before: Rerun, until: float) -> Rerun | None:
        """Run some more cases; None if another worker did, or the draft is another one now."""
        if (target := self._target(before)) is None:
            self._give_up(before)
            return None
        left = self.shelf.closed(before.last, AT_ONCE)
        found = list(self._run(self.whatif.on(target), left, until))
        ways = Counter(before.ways) + Counter(way for _, way in found if way)
        last = found[-1][0] if found else before.last
        after = replace(before, done=before.done + len(found), last=last, ways=ways,
                        finished=not left)  # fmt: skip
        return after if self.shelf.advance(before, after) else None

    def _run(
        self, rerunning: Rerunning, left: Sequence[tuple[str, str]], until: float
    ) -> Iterator[tuple[str, Way | None]]:
        for number, case_id in left:
            yield number, self.whatif.one(rerunning, case_id)
            if time.monotonic() > until:
                return

    def _target(self, rerun: Rerun) -> ProcessSet | None:
        """Return the draft as it was asked about; None if it has changed meanwhile."""
        if rerun.version not in self._targets:
            files = self._files(rerun.draft_id)
            if version_of(files) != rerun.version:
                return None
            self._targets.clear()  # one at a time is enough to remember
            self._targets[rerun.version] = read_process_set(files)
        return self._targets[rerun.version]

    def _files(self, draft_id: str) -> Mapping[str, str]:
        with self.drafts.reading() as book:
            draft = book.one(draft_id)
            return draft.files(book.base_files(draft.base))
