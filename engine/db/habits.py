"""Keeps how people use the work list: the port `engine.lists.habits.HabitDrawer`."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Engine, RowMapping, delete, literal, select

from engine.db.connection import upsert
from engine.db.tables import habits, saved_filters
from engine.errors import NotFound
from engine.lists.worklist import Habit, SavedList, Wanted

_OWN = select(saved_filters).order_by(saved_filters.c.name)


class SqlHabits:
    """What a transaction can do to habits."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def looked(self, person: str, at: datetime, new_since: datetime | None) -> None:
        """Keep when somebody looked at the list, and when their visit before this one ended."""
        self._keep(person, seen_at=at, new_since=new_since)

    def use_keys(self, person: str, on: bool) -> None:
        """Keep whether somebody moves by single keys."""
        self._keep(person, keys=on)

    def lists(self, person: str) -> tuple[SavedList, ...]:
        """Return somebody's saved lists, by name."""
        found = self._db.execute(_OWN.where(saved_filters.c.owner == person)).mappings()
        return tuple(_saved(row) for row in found)

    def own_list(self, person: str, list_id: str) -> SavedList:
        """Return a saved list of this person, or raise NotFound."""
        mine = (saved_filters.c.id == list_id) & (saved_filters.c.owner == person)
        row = self._db.execute(select(saved_filters).where(mine)).mappings().first()
        if row is None:
            raise NotFound(f"saved list {list_id}")
        return _saved(row)

    def keep_list(self, saved: SavedList) -> None:
        """Keep a list, new or changed."""
        changed = {"name": saved.name, "wanted": saved.wanted.words()}
        new = upsert(self._db, saved_filters).values(id=saved.id, owner=saved.owner, **changed)
        self._db.execute(new.on_conflict_do_update(index_elements=["id"], set_=changed))

    def drop_list(self, saved: SavedList) -> None:
        """Forget a list."""
        self._db.execute(delete(saved_filters).where(saved_filters.c.id == saved.id))

    def _keep(self, person: str, **changed: Any) -> None:
        new = upsert(self._db, habits).values(person=person, **changed)
        self._db.execute(new.on_conflict_do_update(index_elements=["person"], set_=changed))


def habit_of(database: Engine, person: str) -> Habit:
    """Return how somebody uses the work list, in one statement: what they have, or nothing."""
    me = select(literal(person).label("me")).subquery()
    joined = me.outerjoin(habits, habits.c.person == me.c.me).outerjoin(
        saved_filters, saved_filters.c.owner == me.c.me
    )
    query = select(habits, saved_filters).select_from(joined).order_by(saved_filters.c.name)
    with database.connect() as connection:
        found = connection.execute(query).mappings().all()
    lists = tuple(_saved(row) for row in found if row["id"] is not None)
    kept = {column.name: found[0][column.name] for column in habits.c}
    return Habit(**kept, lists=lists) if kept["person"] else Habit(person, lists=lists)


def _saved(row: RowMapping) -> SavedList:
    return SavedList(row["id"], row["owner"], row["name"], Wanted.read(row["wanted"]))
