"""Reruns of closed cases on drafts, as rows: the port `engine.analysis.reruns.RerunShelf`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Engine, RowMapping, select, update

from engine.analysis.rerun import Way
from engine.analysis.reruns import Rerun
from engine.db.connection import upsert, writing
from engine.db.tables import cases, reruns


@dataclass(frozen=True)
class SqlReruns:
    """One rerun for each draft: asked again it begins anew."""

    database: Engine

    def begin(self, rerun: Rerun) -> None:
        """Keep that somebody asks for a rerun."""
        values = _values(rerun)
        with writing(self.database) as connection:
            row = upsert(connection, reruns).values(values)
            connection.execute(row.on_conflict_do_update(index_elements=["draft_id"], set_=values))

    def one(self, draft_id: str) -> Rerun | None:
        """Return the rerun of a draft."""
        return next(iter(self._found(reruns.c.draft_id == draft_id)), None)

    def unfinished(self) -> Sequence[Rerun]:
        """Return the reruns with something left, the first asked for first."""
        return self._found(reruns.c.finished.is_(False))

    def advance(self, before: Rerun, after: Rerun) -> bool:
        """Keep how far a rerun has come; False if another worker was first."""
        r = reruns.c
        same = (r.draft_id == before.draft_id) & (r.at == before.at) & (r.done == before.done)
        unfinished = same & r.finished.is_(False)
        with writing(self.database) as connection:
            change = update(reruns).where(unfinished).values(_values(after))
            return connection.execute(change).rowcount > 0

    def closed(self, after: str, limit: int) -> Sequence[tuple[str, str]]:
        """Return (number, id) of closed cases after a number, by number."""
        c = cases.c
        wanted = c.closed_at.is_not(None) & (c.number > after)
        query = select(c.number, c.id).where(wanted).order_by(c.number).limit(limit)
        with self.database.connect() as connection:
            return [(row.number, row.id) for row in connection.execute(query)]

    def _found(self, condition: Any) -> list[Rerun]:
        query = select(reruns).where(condition).order_by(reruns.c.at)
        with self.database.connect() as connection:
            return [_rerun(row) for row in connection.execute(query).mappings()]


def _values(rerun: Rerun) -> dict[str, Any]:
    ways = [[w.kind, w.after, list(w.was), list(w.now), n] for w, n in rerun.ways.items()]
    return {**vars(rerun), "ways": ways}


def _rerun(row: RowMapping) -> Rerun:
    ways = {Way(kind, after, tuple(was), tuple(now)): n for kind, after, was, now, n in row["ways"]}
    return Rerun(**{**row, "ways": ways})
