"""The verbs of process owners on drafts, each one transaction; the live version is never touched.

A second editor of the same file is told by the hash of what they had seen: `Overtaken` carries
what the first one saved, and nothing is lost.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import uuid4

from engine.access import require_process_owner
from engine.errors import Conflict, InvalidAnswers, NotFound, Overtaken
from engine.model import Actor
from engine.modelling.checking import Check
from engine.modelling.draft import (
    DISCARDED,
    OPEN,
    Draft,
    DraftFile,
    DraftPage,
    DraftShelf,
    Save,
    digest_of,
)
from engine.modelling.sources import path_of, require_text, text_of, uploaded
from engine.ports import Clock, Store, Unit
from engine.refusals import watched
from engine.retry import retried
from engine.texts import clean_line

NAME_MISSING = "Skriv vad utkastet gäller"
LONGEST_NAME = 120
CLOSED = {
    "proposed": "Utkastet är lämnat för godkännande och kan inte ändras nu.",
    "published": "Utkastet är publicerat. Öppna ett nytt för att ändra mer.",
    DISCARDED: "Utkastet är kastat.",
}
SAVED_MEANWHILE = "Någon har sparat i utkastet sedan du öppnade sidan. Se efter vad."
OVERTAKEN = "Någon annan har sparat filen sedan du öppnade den. Inget är överskrivet."
THERE = "Det finns redan en fil med det namnet."


@dataclass(frozen=True)
class Drafts:
    """What process owners do to drafts; everybody else does not know that there are any."""

    store: Store
    clock: Clock
    shelf: DraftShelf
    check: Check

    @watched
    @retried
    def open_draft(self, actor: Actor, name: str) -> Draft:
        """Begin a change of the live set. Raises NotAllowed, or InvalidAnswers without a name."""
        require_process_owner(actor)
        if not (name := clean_line(name)[:LONGEST_NAME]):
            raise InvalidAnswers({"namn": NAME_MISSING})
        with self.store.transaction() as unit:
            draft = Draft(str(uuid4()), name, unit.current_version(), actor.id, self.clock.now())
            unit.modeldrafts.add(draft)
        return draft

    def drafts(self, actor: Actor) -> Sequence[Draft]:
        """Return all drafts, the newest first. Raises NotAllowed."""
        require_process_owner(actor)
        with self.shelf.reading() as book:
            return book.all()

    @watched
    def read_draft(self, actor: Actor, draft_id: str) -> DraftPage:
        """Return a draft, its files and what is wrong with them. Raises NotFound, NotAllowed."""
        require_process_owner(actor)
        with self.shelf.reading() as book:
            draft = book.one(draft_id)
            base, live = book.base_files(draft.base), book.live()
        files = draft.files(base)
        return DraftPage(draft, files, base, live, self.check(files))

    def read_files(self, actor: Actor, draft_id: str) -> DraftPage:
        """Return a draft and its files without checking them. Raises NotFound, NotAllowed."""
        require_process_owner(actor)
        with self.shelf.reading() as book:
            draft = book.one(draft_id)
            base = book.base_files(draft.base)
        return DraftPage(draft, draft.files(base), base, "", ())

    @watched
    def read_file(self, actor: Actor, draft_id: str, path: str) -> DraftFile:
        """Return one file of a draft without checking anything. Raises NotFound, NotAllowed."""
        return self.read_files(actor, draft_id).file(path)

    @watched
    def history(self, actor: Actor, draft_id: str) -> Sequence[Save]:
        """Return every save of a draft, the newest first. Raises NotFound, NotAllowed."""
        require_process_owner(actor)
        with self.shelf.reading() as book:
            book.one(draft_id)
            return book.history(draft_id)

    @watched
    @retried
    def save_file(
        self, actor: Actor, draft_id: str, path: str, content: str, expected: str | None
    ) -> str:
        """Save a file over the content that has the hash `expected`; return the new hash.

        `expected` None: the file must not be there yet. Raises NotFound, NotAllowed, Conflict for a
        draft that is not open, Overtaken if somebody else has saved meanwhile, and ModelError for
        what could not be read back; then nothing is kept.
        """
        require_process_owner(actor)
        require_text(path, content)
        with self.store.transaction() as unit:
            draft = _open(unit, draft_id)
            there = draft.files(unit.modeldrafts.base_files(draft.base)).get(path)
            if there != content:
                _require_seen(draft, path, there, expected)
                self._keep(unit, draft, actor, {path: content})
        return digest_of(content)

    def save_upload(
        self, actor: Actor, draft_id: str, path: str, data: bytes, expected: str | None
    ) -> str:
        """Save the bytes of a file, in whatever encoding it says it has; as `save_file`."""
        require_process_owner(actor)
        return self.save_file(actor, draft_id, path, text_of(path, data), expected)

    def add_file(self, actor: Actor, draft_id: str, name: str, data: bytes) -> str:
        """Add an uploaded file that is not there yet; return its path. Raises as `save_file`."""
        path = path_of(name)
        self.save_upload(actor, draft_id, path, data, None)
        return path

    @watched
    @retried
    def remove_file(self, actor: Actor, draft_id: str, path: str, expected: str) -> None:
        """Take a file out of the draft. Raises as `save_file`, and NotFound for no such file."""
        require_process_owner(actor)
        with self.store.transaction() as unit:
            draft = _open(unit, draft_id)
            there = draft.files(unit.modeldrafts.base_files(draft.base)).get(path)
            if there is None:
                raise NotFound(f"{path[:80]} is not in the draft")
            _require_seen(draft, path, there, expected)
            self._keep(unit, draft, actor, {path: None})

    @watched
    @retried
    def take_over(
        self, actor: Actor, draft_id: str, given: Sequence[tuple[str, bytes]], whole: bool,
        seen: str,
    ) -> int:  # fmt: skip
        """Take over uploaded files, archives among them; return how many files changed.

        `whole`: this is all of the set, and what is not there is removed. `seen` is the state of
        the draft (`state_of`) that the person looked at. Raises ModelError with every finding, or
        Conflict; then nothing is kept.
        """
        require_process_owner(actor)
        new = uploaded(given)
        with self.store.transaction() as unit:
            draft = _open(unit, draft_id)
            files = draft.files(unit.modeldrafts.base_files(draft.base))
            if state_of(draft) != seen:
                raise Conflict(SAVED_MEANWHILE)
            gone = dict.fromkeys(files.keys() - new.keys()) if whole else {}
            changed = {p: t for p, t in {**new, **gone}.items() if files.get(p) != t}
            self._keep(unit, draft, actor, changed)
        return len(changed)

    @watched
    @retried
    def discard(self, actor: Actor, draft_id: str) -> None:
        """Throw a draft away; what was saved stays in its history. Raises Conflict."""
        require_process_owner(actor)
        with self.store.transaction() as unit:
            unit.modeldrafts.move(_open(unit, draft_id), DISCARDED)

    @watched
    @retried
    def follow_live(self, actor: Actor, draft_id: str) -> tuple[str, ...]:
        """Let a draft change the live version instead of the one that it began with.

        Returns the paths that have changed in both; there the draft's content stands.
        """
        require_process_owner(actor)
        with self.store.transaction() as unit:
            draft, live = _open(unit, draft_id), unit.current_version()
            old, new = (unit.modeldrafts.base_files(each) for each in (draft.base, live))
            mine = draft.touched(old)
            unit.modeldrafts.move(draft, OPEN, live)
        return tuple(path for path in mine if old.get(path) != new.get(path))

    def _keep(
        self, unit: Unit, draft: Draft, actor: Actor, changed: Mapping[str, str | None]
    ) -> None:
        now = self.clock.now()
        saves = [Save(draft.id, path, changed[path], actor.id, now) for path in sorted(changed)]
        unit.modeldrafts.keep(saves)


def state_of(draft: Draft) -> str:
    """Return a hash of what a draft has saved: it is another as soon as somebody saves."""
    saves = draft.saves
    return digest_of(" ".join(f"{path}={saves[path].digest}" for path in sorted(saves)))


def _open(unit: Unit, draft_id: str) -> Draft:
    draft = unit.modeldrafts.locked(draft_id)
    if draft.state != OPEN:
        raise Conflict(CLOSED[draft.state])
    return draft


def _require_seen(draft: Draft, path: str, there: str | None, expected: str | None) -> None:
    """Refuse to write over what the writer has not seen."""
    if expected == (None if there is None else digest_of(there)):
        return
    save = draft.saves.get(path)
    if expected is None and save is None:
        raise Conflict(THERE)
    raise Overtaken(
        OVERTAKEN, there, digest_of(there) if there is not None else None,
        save.author if save else None, save.at if save else None,
    )  # fmt: skip
