"""Drafts of processes as rows: the ports `engine.modelling.draft.DraftBook` and `DraftShelf`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Engine, RowMapping, Select, func, insert, select, update

from engine.db.publications import current_version, files_of
from engine.db.tables import model_drafts, model_saves
from engine.errors import NotFound, Stale
from engine.modelling.draft import Draft, Save

SAVES = select(model_saves).order_by(model_saves.c.id)


class SqlDrafts:
    """The drafts, inside one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def add(self, draft: Draft) -> None:
        """Keep a new draft."""
        columns = {name: getattr(draft, name) for name in model_drafts.c.keys()}  # noqa: SIM118
        self._db.execute(insert(model_drafts).values(columns))

    def one(self, draft_id: str) -> Draft:
        """Return a draft with the newest save of each file, or raise NotFound."""
        return self._one(select(model_drafts).where(model_drafts.c.id == draft_id), draft_id)

    def locked(self, draft_id: str) -> Draft:
        """Return a draft; others who want to write it wait until we are done."""
        query = select(model_drafts).where(model_drafts.c.id == draft_id)
        return self._one(query.with_for_update(), draft_id)

    def all(self) -> Sequence[Draft]:
        """Return all drafts, the newest first, with their saves but not what was saved."""
        newest = select(model_drafts).order_by(model_drafts.c.created_at.desc(), model_drafts.c.id)
        found = self._db.execute(newest).mappings().all()
        light = select(*(c for c in model_saves.c if c.name != "content"))
        rows = self._db.execute(light.order_by(model_saves.c.id)).mappings().all()
        return [_draft(row, [s for s in rows if s["draft_id"] == row["id"]]) for row in found]

    def keep(self, saves: Sequence[Save]) -> None:
        """Keep new saves of files."""
        if saves:
            self._db.execute(insert(model_saves), [vars(each) for each in saves])

    def history(self, draft_id: str) -> Sequence[Save]:
        """Return every save of a draft, the newest first."""
        mine = SAVES.where(model_saves.c.draft_id == draft_id)
        return [_save(row) for row in self._db.execute(mine).mappings()][::-1]

    def move(self, draft: Draft, state: str, base: str | None = None) -> None:
        """Write what has become of a draft. Raises Stale if somebody else has meanwhile."""
        mine = (model_drafts.c.id == draft.id) & (model_drafts.c.state == draft.state)
        values = {"state": state, "base": base or draft.base}
        if self._db.execute(update(model_drafts).where(mine).values(values)).rowcount == 0:
            raise Stale(f"draft {draft.id} has changed")

    def base_files(self, version: str) -> dict[str, str]:
        """Return the files of a published version, or raise NotFound."""
        return files_of(self._db, version)

    def live(self) -> str:
        """Return the version that new cases use."""
        return current_version(self._db)

    def _one(self, query: Select[Any], draft_id: str) -> Draft:
        row = self._db.execute(query).mappings().first()
        if row is None:
            raise NotFound(f"draft {draft_id[:36]}")
        first = select(model_saves.c.author, func.min(model_saves.c.id))
        mine = model_saves.c.draft_id == draft_id
        authors = first.where(mine).group_by(model_saves.c.author)
        ordered = self._db.execute(authors.order_by(func.min(model_saves.c.id))).all()
        newest = select(func.max(model_saves.c.id)).where(mine).group_by(model_saves.c.path)
        saves = self._db.execute(SAVES.where(model_saves.c.id.in_(newest))).mappings().all()
        return _draft(row, saves, tuple(author for author, _ in ordered))


@dataclass(frozen=True)
class SqlShelf:
    """Lets pages read drafts."""

    database: Engine

    @contextmanager
    def reading(self) -> Iterator[SqlDrafts]:
        """Give the drafts as they are now."""
        with self.database.connect() as connection:
            yield SqlDrafts(connection)


def _draft(row: RowMapping, saves: Sequence[RowMapping], authors: tuple[str, ...] = ()) -> Draft:
    newest = {save["path"]: _save(save) for save in saves}
    authors = authors or tuple(dict.fromkeys(save["author"] for save in saves))
    return Draft(**row, saves=newest, authors=authors)


def _save(row: RowMapping) -> Save:
    values = {name: row.get(name) for name in ("draft_id", "path", "content", "author", "at")}
    return Save(**values)  # type: ignore[arg-type]
