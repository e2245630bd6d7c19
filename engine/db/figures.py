"""Keeps what each case is counted as, and the sums; inside the transaction of a verb."""

from __future__ import annotations

from collections import Counter

from sqlalchemy import Connection, select

from engine.counts.statistics import Figure, Figures
from engine.db.connection import upsert
from engine.db.tables import figures, statistics

KEYS = [statistics.c[name] for name in ("agency", "month", "measure", "row", "column")]


class SqlFigures:
    """The part `figures` of a unit; the port `engine.counts.statistics.FiguresKept`."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def of(self, case_id: str) -> Figures:
        """Return what a case was last counted as; nothing if it never was."""
        query = select(figures.c.counted).where(figures.c.case_id == case_id)
        kept = self._db.execute(query).scalar() or []
        return Counter({Figure(*names): number for *names, number in kept})

    def keep(self, case_id: str, sequence: int, before: Figures, after: Figures) -> None:
        """Keep what a case is counted as up to an entry of its log, and change the sums by that."""
        counted = [[f.measure, f.agency, f.month, f.row, f.column, n] for f, n in after.items()]
        new = upsert(self._db, figures)
        values = {"sequence": sequence, "counted": counted}
        row = new.values(case_id=case_id, **values)
        self._db.execute(row.on_conflict_do_update(index_elements=["case_id"], set_=values))
        change = Counter(after)
        change.subtract(before)
        if changed := sorted(((f, n) for f, n in change.items() if n), key=_in_order):
            self._add([{**vars(figure), "number": number} for figure, number in changed])

    def _add(self, changes: list[dict[str, str | int]]) -> None:
        new = upsert(self._db, statistics)
        sum_ = {"number": statistics.c.number + new.excluded.number}
        self._db.execute(new.on_conflict_do_update(index_elements=KEYS, set_=sum_), changes)


def _in_order(change: tuple[Figure, int]) -> tuple[str, ...]:
    """Give two workers that change the same sums one order to do it in."""
    return tuple(vars(change[0]).values())
