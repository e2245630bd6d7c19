"""SC-01 by the agencies' own systems: from the inspection to the return, over a real gunicorn."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import pytest

from client import Client
from engine.accounts.account import SCOPES
from engine.bootstrap import build
from engine.deadlines import ZONE
from engine.model import Task
from tests.conftest import MONDAY, settings
from tests.e2e.clocked import FileClock
from tests.e2e.serving import gunicorn
from tests.e2e.test_sc01 import ANSWERS, LATER
from tests.steps.desk import Desk


@dataclass
class Agencies:
    """Every agency's own system, with an account for each role it works in."""

    address: str
    desk: Desk
    clock: FileClock
    clients: dict[tuple[str, str | None], Client] = field(default_factory=dict)

    def client(self, agency: str, role: str | None = None) -> Client:
        if (agency, role) not in self.clients:
            roles = {"handlaggare", *([role] if role else [])}
            accounts = self.desk.engine.accounts
            _, token = accounts.create("test", agency, f"System {role}", roles, SCOPES, 366)
            self.clients[agency, role] = Client(self.address, token)
        return self.clients[agency, role]

    def work(self, task: Task) -> None:
        """Let the agency's system read a task, take it, and complete it."""
        client = self.client(task.agency, task.role)
        claimed = client.claim(client.task(task.id))
        done = client.complete(claimed, self.answers(task))
        assert done["state"] == "completed"

    def answers(self, task: Task) -> dict[str, object]:
        """Return what the caseworkers would answer, as JSON."""
        today = self.clock.now().astimezone(ZONE).date()
        owner = self.desk.person(task.agency, task.role)
        form = self.desk.engine.queries.task_page(owner, task.id).form
        return dict(form.accept(self.desk.posted(task), today).data)

    def work_until(self, name: str) -> None:
        """Let all work, the oldest task first, until one with this name is open."""
        while not any(task.name == name for task in self.desk.tasks()):
            self.work(self.next_task())

    def work_on(self, name: str) -> None:
        self.work(next(task for task in self.desk.tasks() if task.name == name))

    def next_task(self) -> Task:
        """Return the oldest open task; when there is none, days pass until there is."""
        for _ in range(400):
            if left := self.desk.tasks():
                return left[0]
            self.clock.set(self.clock.now() + timedelta(days=1))
            self.desk.engine.timers.fire_due()
        raise AssertionError("nothing is open, and nothing will be")


@pytest.fixture
def agencies(migrated_sqlite_url: str, tmp_path: Path) -> Iterator[Agencies]:
    clock = FileClock(tmp_path / "clock")
    clock.set(MONDAY)
    engine = build(settings(migrated_sqlite_url), clock)
    with gunicorn(migrated_sqlite_url, clock) as address:
        yield Agencies(address, Desk(engine, answers=dict(ANSWERS)), clock)
    engine.database.dispose()


def test_sc01_by_the_agencies_own_systems(agencies: Agencies) -> None:
    amv = agencies.client("arbetsmiljoverket")
    agencies.desk.case_id = case_id = amv.open_case()["id"]
    agencies.work_until("Ta emot personens besked")
    agencies.clock.set(agencies.clock.now() + timedelta(days=24))
    agencies.desk.answers |= LATER
    agencies.work_on("Ta emot personens besked")
    agencies.work_until("Klarlägg skadestånd och försäkring")
    agencies.work_on("Klarlägg skadestånd och försäkring")

    coordinator = agencies.client("regionkoordinator")
    case = coordinator.case(case_id)
    (event,) = [id_ for id_, name in case["registrable"].items()
                if name == "Personen vill återvända"]  # fmt: skip
    coordinator.register(case, event)
    agencies.work_until("Avsluta ärendet")
    agencies.work_on("Avsluta ärendet")

    social = agencies.client("socialtjansten")
    assert social.case(case_id)["end_state"] == "A6"
    assert [each["id"] for each in social.cases()] == [case_id]
    assert [entry["title"] for entry in social.timeline(case_id)]
    told = [each for client in agencies.clients.values() for each in client.messages(case_id)]
    assert {each["direction"] for each in told} == {"sent", "received", "told"}
    assert agencies.desk.open_now() == []
    with agencies.desk.engine.database.connect() as connection:
        by_people = "SELECT DISTINCT channel FROM events WHERE actor IS NOT NULL"
        assert set(connection.exec_driver_sql(by_people).scalars()) == {"api"}
    assert agencies.desk.engine.upkeep.rebuild(case_id).deviations == ()
