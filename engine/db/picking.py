"""Picks the tasks of one page of the work list: first which, then everything about them.

What a step of the manual or a name asks for lies scattered along the list, and may all lie at its
end. So each of the drawn tasks is asked for its own first rows, along an index of its own; of these
few the page takes the first.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, ColumnElement, Select, UnaryExpression, select, union_all

from engine.db.choosing import SORTED, Chooser, Place, after
from engine.db.tables import cases, open_tasks
from engine.db.tasklist import task_rows
from engine.lists.worklist import Wanted

HELD = ("mina", "enheten")
"""Scopes with few tasks, which are found by who holds them."""


def page(chooser: Chooser, wanted: Wanted, size: int) -> Select[Any]:
    """Select the rows of a page, in the order that is asked for."""
    order = _Order(wanted.order)
    picked = _picked(chooser, wanted, order, size).subquery("picked")
    rows = task_rows().join(picked, picked.c.id == open_tasks.c.id)
    return rows.order_by(*order.of(order.columns))


@dataclass(frozen=True)
class _Order:
    name: str

    @property
    def columns(self) -> Sequence[Column[Any]]:
        return SORTED[self.name][1]

    def of(self, columns: Sequence[ColumnElement[Any]]) -> list[UnaryExpression[Any]]:
        return [each.desc() if SORTED[self.name][0] else each.asc() for each in columns]


def _picked(chooser: Chooser, wanted: Wanted, order: _Order, size: int) -> Select[Any]:
    places = chooser.places(wanted)
    if not places or wanted.order or wanted.scope in HELD or wanted.assignee:
        return _first(order, wanted, chooser.conditions(wanted)).limit(size)
    every = _first(order, wanted, chooser.beside(wanted))
    each = [_of_place(every, place).limit(size).subquery() for place in places]
    found = union_all(*(select(one) for one in each)).subquery("found")
    columns = [found.c[column.name] for column in order.columns]
    return select(*columns).order_by(*order.of(columns)).limit(size)


def _first(order: _Order, wanted: Wanted, chosen: ColumnElement[bool]) -> Select[Any]:
    numbered = open_tasks.join(cases, cases.c.id == open_tasks.c.case_id)
    among = numbered if cases.c.number in set(order.columns) else open_tasks
    query = select(*order.columns).select_from(among)
    ordered = query.order_by(*order.of(order.columns))
    return ordered.where(chosen, after(wanted.after, wanted.order))


def _of_place(every: Select[Any], place: Place) -> Select[Any]:
    process, element = place
    return every.where(open_tasks.c.process == process, open_tasks.c.element == element)
