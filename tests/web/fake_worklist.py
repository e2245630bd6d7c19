"""A work list and habits that live in memory, on top of the fake engine."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from engine.errors import InvalidAnswers, NotFound
from engine.lists.worklist import Habit, SavedList, Wanted, WorklistPage
from engine.model import Actor
from engine.views import TaskLine

if TYPE_CHECKING:
    from tests.web.fake_engine import FakeEngine

SCOPES = {"mina": "mina", "otilldelade": "otilldelade", "enheten": "enheten", "alla": ""}


@dataclass
class FakeWorklists:
    """Pages of as many lines as `size` says."""

    engine: "FakeEngine"
    colleagues: tuple[tuple[str, str], ...]
    size: int = 50

    def page(self, actor: Actor, wanted: Wanted, new_since: Any = None) -> WorklistPage:
        lines = [each for each in self._chosen(actor, wanted) if _fits(each, wanted)]
        start = int(wanted.after or 0)
        end = start + self.size
        counts = {name: len(self._chosen(actor, Wanted(scope=code)))
                  for name, code in SCOPES.items()}  # fmt: skip
        late = sum(bool(each.due and each.due.passed) for each in self._chosen(actor, wanted))
        counts |= {"passerad": late, "idag": 0, "vecka": 1000, "nya": 2}
        return WorklistPage(
            wanted, tuple(lines[start:end]), str(end) if len(lines) > end else "", counts,
            (("identifiering", "Identifiering"),), self.colleagues,
        )  # fmt: skip

    def named(self, actor: Actor, ids: Sequence[str]) -> Mapping[str, TaskLine]:
        return {x.task.id: x for x in self.engine.worklist(actor) if x.task.id in ids}

    def _chosen(self, actor: Actor, wanted: Wanted) -> tuple[TaskLine, ...]:
        mine, free = wanted.scope == "mina", wanted.scope == "otilldelade"
        return self.engine.worklist(actor, mine=mine, unassigned=free, search=wanted.search)


def _fits(line: TaskLine, wanted: Wanted) -> bool:
    return wanted.due != "passerad" or (line.due is not None and line.due.passed)


@dataclass
class FakeHabits:
    """The habits of one person, whoever asks."""

    kept: Habit = field(default_factory=lambda: Habit("ada"))

    def arrive(self, actor: Actor) -> Habit:
        return self.kept

    def habit(self, person: str) -> Habit:
        return self.kept if person == self.kept.person else Habit(person)

    def use_keys(self, actor: Actor, on: bool) -> None:
        self.kept = replace(self.kept, keys=on)

    def save_list(self, actor: Actor, name: str, wanted: Wanted) -> SavedList:
        if not name:
            raise InvalidAnswers({"namn": "Ge listan ett namn"})
        saved = SavedList(f"l{len(self.kept.lists) + 1}", actor.id, name, wanted.kept())
        self.kept = replace(self.kept, lists=(*self.kept.lists, saved))
        return saved

    def rename_list(self, actor: Actor, list_id: str, name: str) -> None:
        if not name:
            raise InvalidAnswers({"namn": "Ge listan ett namn"})
        changed = replace(self._own(list_id), name=name)
        self.kept = replace(self.kept, lists=(*self._others(list_id), changed))

    def drop_list(self, actor: Actor, list_id: str) -> SavedList:
        dropped = self._own(list_id)
        self.kept = replace(self.kept, lists=self._others(list_id))
        return dropped

    def _own(self, list_id: str) -> SavedList:
        found = [each for each in self.kept.lists if each.id == list_id]
        if not found:
            raise NotFound(list_id)
        return found[0]

    def _others(self, list_id: str) -> tuple[SavedList, ...]:
        return tuple(each for each in self.kept.lists if each.id != list_id)
