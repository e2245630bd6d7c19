"""The same verb for many tasks. Each is a transaction of its own, and each is told apart."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from engine.casework import Casework
from engine.errors import Conflict, NotAllowed, NotFound
from engine.model import Actor
from engine.views import TaskLine

MOST = 100
"""How many tasks are taken at once: a page and a few."""
GONE = "Uppgiften finns inte längre, eller hör inte till din myndighet."
ROLE = "Uppgiften är förbehållen en roll som {} inte har."


@dataclass(frozen=True)
class Outcome:
    """What became of one task."""

    task_id: str
    line: TaskLine | None
    """The task as it was before; None when the reader may not know of it."""
    problem: str = ""
    """Why nothing was done, in Swedish; empty when it was done."""


@dataclass(frozen=True)
class Bulk:
    """Takes, gives back and hands out many tasks, one after the other."""

    casework: Casework
    named: Callable[[Actor, Sequence[str]], Mapping[str, TaskLine]]
    """Finds those among the tasks with these ids that an actor may know of."""

    def claim(self, actor: Actor, task_ids: Iterable[str]) -> tuple[Outcome, ...]:
        """Take every task that is free."""

        def claim(line: TaskLine) -> str:
            if line.mine:
                return "Du har redan uppgiften."
            self.casework.claim(actor, line.task.id)
            return ""

        return self._each(actor, task_ids, claim, "du")

    def release(self, actor: Actor, task_ids: Iterable[str]) -> tuple[Outcome, ...]:
        """Give back every task that is the actor's own."""

        def release(line: TaskLine) -> str:
            if not line.mine:
                return "Du har inte uppgiften, och kan inte lämna tillbaka den."
            self.casework.release(actor, line.task.id)
            return ""

        return self._each(actor, task_ids, release, "du")

    def assign(
        self, actor: Actor, task_ids: Iterable[str], colleague: str, reason: str = ""
    ) -> tuple[Outcome, ...]:
        """Hand out every task to the same colleague, for the same reason (a code)."""

        def assign(line: TaskLine) -> str:
            if line.task.assignee == colleague:
                return "Kollegan har redan uppgiften."
            self.casework.assign(actor, line.task.id, colleague, reason)
            return ""

        return self._each(actor, task_ids, assign, "kollegan")

    def _each(
        self, actor: Actor, task_ids: Iterable[str], act: Callable[[TaskLine], str], who: str
    ) -> tuple[Outcome, ...]:
        wanted = list(dict.fromkeys(task_ids))[:MOST]
        known = self.named(actor, wanted)
        return tuple(
            Outcome(each, known[each], _tried(act, known[each], who))
            if each in known
            else Outcome(each, None, GONE)
            for each in wanted
        )


def _tried(act: Callable[[TaskLine], str], line: TaskLine, who: str) -> str:
    try:
        return act(line)
    except Conflict as error:
        return str(error)
    except NotFound:
        return GONE
    except NotAllowed:
        return ROLE.format(who)
