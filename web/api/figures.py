"""Statistics: tables of many cases, never one; that they were taken is noted."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from flask import Response
from pydantic import Field

from engine.access import statistics_of
from engine.accounts.account import STATISTICS_READ
from engine.counts.statistics import Table, period
from engine.errors import InvalidAnswers
from web.api.answering import Shape, plain
from web.api.asking import actor, engine
from web.api.room import api, needs
from web.language import lazy

NO_PERIOD = lazy("Välj en period på minst tre hela månader, och den första månaden före den sista")


class Wanted(Shape):
    """Which figures."""

    urval: Literal["landet", "tillstand", "egna", ""] = ""
    period: str = Field("", max_length=10, description="`2026`, `2026-k2`, or `egen`.")
    fran: str = Field("", max_length=7, description="`2026-03`")
    till: str = Field("", max_length=7, description="`2026-06`")


class Cell(Shape):
    """A number as it may be read: None when it is hidden."""

    text: str
    value: int | None


class Row(Shape):
    """A row of a table."""

    name: str
    cells: tuple[Cell, ...]


class Figures(Shape):
    """A table."""

    id: str
    title: str
    about: str
    head: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


class Report(Shape):
    """All tables of a view."""

    view: str
    name: str
    first: str
    last: str
    exact: bool = Field(description="False: rounded to the nearest five.")
    counted_at: datetime | None
    tables: tuple[Figures, ...]


@api.get("/statistics")
@needs(STATISTICS_READ)
@api.input(Wanted, location="query")
@api.output(Report)
def statistics(query_data: Wanted) -> Response:
    """Tell the figures of a period, as far as the account may see them."""
    view: str = query_data.urval or next(iter(statistics_of(actor())), "")
    asked = query_data.period or str(engine().counting.today().year)
    chosen = period(asked, query_data.fran, query_data.till)
    if chosen is None:
        raise InvalidAnswers({"period": str(NO_PERIOD)})
    found = engine().counting.take_out(actor(), view, chosen, "json")
    return plain(Report(
        view=found.view, name=found.name, first=chosen.first, last=chosen.last, exact=found.exact,
        counted_at=found.counted_at, tables=tuple(map(_table, found.tables)),
    ))  # fmt: skip


def _table(found: Table) -> Figures:
    rows = tuple(Row(name=name, cells=tuple(Cell(text=c.text, value=c.value) for c in cells))
                 for name, cells in found.lines)  # fmt: skip
    layout = found.layout
    return Figures(id=layout.id, title=layout.title, about=layout.about, head=layout.head,
                   columns=found.columns, rows=rows)  # fmt: skip
