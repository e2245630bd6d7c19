"""The agencies of the published processes, with as many people as are wanted and cases on the way.

Nobody and nothing in here is real.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import select

from bench.faults.place import Place
from bench.office import PASSWORD
from engine import passwords
from engine.bootstrap import Engine
from engine.bpmn.definitions import read_folder, read_process_set
from engine.db.migrations import migrate
from engine.db.tables import open_tasks
from engine.deadlines import ZONE
from engine.demo import ADULT, CHILD, typed
from engine.errors import EngineError
from engine.model import Actor

SHARES = {
    "socialtjansten": 8, "polismyndigheten": 5, "regionkoordinator": 3, "migrationsverket": 2,
    "aklagarmyndigheten": 1, "halso_och_sjukvarden": 1,
}  # fmt: skip
"""How many of twenty people work where."""
OPENERS = ("socialtjansten", "polismyndigheten", "regionkoordinator", "migrationsverket")
STEPS = 12
"""The most steps that a case has behind it when the day begins."""


@dataclass
class Office:
    """People and cases; answers for forms."""

    place: Place
    engine: Engine
    users: int
    people: list[Actor] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.draws = random.Random(1)  # noqa: S311  no secret
        self.set = read_process_set(read_folder(self.engine.settings.processes))
        self._filled: dict[str, dict[str, list[str]]] = {}

    def prepare(self, cases: int) -> Iterator[None]:
        """Publish the processes, add the people, and take cases some way; yields for each."""
        migrate(self.engine.database)
        self.engine.publish("bench")
        agencies = [agency for agency, share in SHARES.items() for _ in range(share)]
        self.people = [self._person(n, agencies[n % len(agencies)]) for n in range(self.users)]
        self.engine.people.add(self.people, passwords.hashed(PASSWORD))
        for number in range(cases):
            self._take_in(number)
            yield

    def answers(self, form: str) -> dict[str, list[str]]:
        """Return a filled-in form; what cases are about is decided once."""
        if form not in self._filled:
            today = datetime.now(ZONE).date()
            self._filled[form] = typed(self.set.form(form), ADULT, today)
        return self._filled[form]

    def tasks(self, ids: list[str], person: str) -> list[Any]:
        """Return id and form of those of these tasks that a person may take, or has taken."""
        mine = open_tasks.c.assignee.is_(None) | (open_tasks.c.assignee == person)
        columns = select(open_tasks.c.id, open_tasks.c.form)
        query = columns.where(open_tasks.c.id.in_(ids), open_tasks.c.role.is_(None), mine)
        with self.engine.database.connect() as connection:
            return list(connection.execute(query))

    def _person(self, number: int, agency: str) -> Actor:
        roles = frozenset({"handlaggare", "chef"})
        return Actor(f"person{number}", f"Påhittad Person {number}", agency, roles)

    def _take_in(self, number: int) -> None:
        agency = OPENERS[number % len(OPENERS)]
        case = self.engine.casework.open_case(self._of(agency))
        wanted = CHILD if number % 5 == 0 else ADULT
        for _ in range(self.draws.randint(0, STEPS)):
            if not self._step(case.id, wanted):
                return

    def _step(self, case_id: str, wanted: Any) -> bool:
        """Complete some open task of a case; False when nothing can be."""
        query = select(open_tasks.c.id, open_tasks.c.agency, open_tasks.c.form)
        mine = query.where(open_tasks.c.case_id == case_id, open_tasks.c.role.is_(None))
        with self.engine.database.connect() as connection:
            found = [r for r in connection.execute(mine) if r.agency in SHARES]
        if not found:
            return False
        task, today = self.draws.choice(found), datetime.now(ZONE).date()
        posted = typed(self.set.form(task.form), wanted, today)
        try:
            self.engine.casework.complete_task(self._of(task.agency), task.id, posted)
        except EngineError:
            return False
        return True

    def _of(self, agency: str) -> Actor:
        return self.draws.choice([p for p in self.people if p.agency == agency])
