"""What people arrange for themselves in the work list: saved lists, keys, where they left off."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol
from uuid import uuid4

from engine.errors import InvalidAnswers
from engine.lists.worklist import Habit, SavedList, Wanted
from engine.model import Actor
from engine.ports import Clock, Store
from engine.refusals import watched
from engine.retry import retried
from engine.texts import clean_line, has_identity_number

AWAY = timedelta(minutes=30)
"""After this long without a look at the list, the next look is a new visit."""
GLANCE = timedelta(minutes=5)
"""How exactly a look is remembered: the list is read often, and written to seldom."""
LONGEST, MOST = 60, 30


class HabitDrawer(Protocol):
    """What a transaction can do to habits; see `engine.db.habits`."""

    def looked(self, person: str, at: datetime, new_since: datetime | None) -> None:
        """Keep when somebody looked at the list, and when their visit before this one ended."""
        ...

    def use_keys(self, person: str, on: bool) -> None:
        """Keep whether somebody moves by single keys."""
        ...

    def lists(self, person: str) -> tuple[SavedList, ...]:
        """Return somebody's saved lists, by name."""
        ...

    def own_list(self, person: str, list_id: str) -> SavedList:
        """Return a saved list of this person, or raise NotFound."""
        ...

    def keep_list(self, saved: SavedList) -> None:
        """Keep a list, new or changed."""
        ...

    def drop_list(self, saved: SavedList) -> None:
        """Forget a list."""
        ...


@dataclass(frozen=True)
class Habits:
    """What a person can arrange."""

    store: Store
    clock: Clock
    habit: Callable[[str], Habit]
    """Reads how a person uses the list."""

    def arrive(self, actor: Actor) -> Habit:
        """Return how somebody uses the list, and remember that they have now looked at it."""
        before, now = self.habit(actor.id), self.clock.now()
        if before.seen_at and now - before.seen_at < GLANCE:
            return before
        returning = before.seen_at is None or now - before.seen_at >= AWAY
        new_since = before.seen_at if returning else before.new_since
        self._look(actor, now, new_since)
        return Habit(actor.id, now, new_since, before.keys, before.lists)

    @retried
    def use_keys(self, actor: Actor, on: bool) -> None:
        """Turn moving by single keys on or off."""
        with self.store.transaction() as unit:
            unit.habits.use_keys(actor.id, on)

    @retried
    def save_list(self, actor: Actor, name: str, wanted: Wanted) -> SavedList:
        """Give a choice a name; one that has the name already is replaced.

        Raises InvalidAnswers without a name, with one about a person, or when there are too many.
        """
        with self.store.transaction() as unit:
            before = unit.habits.lists(actor.id)
            name = _checked(name)
            same = next((each for each in before if each.name == name), None)
            if same is None and len(before) >= MOST:
                told = f"Du har redan {MOST} sparade listor. Ta bort en av dem först"
                raise InvalidAnswers({"namn": told})
            saved = SavedList(same.id if same else str(uuid4()), actor.id, name, wanted.kept())
            unit.habits.keep_list(saved)
        return saved

    @watched
    @retried
    def rename_list(self, actor: Actor, list_id: str, name: str) -> None:
        """Give an own saved list another name. Raises NotFound or InvalidAnswers."""
        with self.store.transaction() as unit:
            saved, name = unit.habits.own_list(actor.id, list_id), _checked(name)
            if any(each.name == name != saved.name for each in unit.habits.lists(actor.id)):
                raise InvalidAnswers({"namn": f"Du har redan en lista som heter ”{name}”"})
            unit.habits.keep_list(SavedList(saved.id, actor.id, name, saved.wanted))

    @watched
    @retried
    def drop_list(self, actor: Actor, list_id: str) -> SavedList:
        """Take away an own saved list, and return it. Raises NotFound."""
        with self.store.transaction() as unit:
            saved = unit.habits.own_list(actor.id, list_id)
            unit.habits.drop_list(saved)
        return saved

    @retried
    def _look(self, actor: Actor, now: datetime, new_since: datetime | None) -> None:
        with self.store.transaction() as unit:
            unit.habits.looked(actor.id, now, new_since)


def _checked(name: str) -> str:
    name = clean_line(name)
    if not name:
        raise InvalidAnswers({"namn": "Ge listan ett namn"})
    if len(name) > LONGEST:
        raise InvalidAnswers({"namn": f"Namnet får vara högst {LONGEST} tecken"})
    if has_identity_number(name):
        raise InvalidAnswers({"namn": "Namnet får inte innehålla ett personnummer"})
    return name
