"""A database of its own with the small processes in it, and what its programs are started with."""

from __future__ import annotations

import random
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import func, select

from bench.faults import workload
from bench.office import PASSWORD, Open
from engine import passwords
from engine.bootstrap import Engine, build
from engine.config import Settings
from engine.db.migrations import migrate
from engine.db.tables import cases, open_tasks
from engine.model import Actor

SECRETS = {f"{name}_KEY": f"only for measuring, in a folder that is thrown away: {name}"
           for name in ("SECRET", "MASTER", "ANCHOR")}  # fmt: skip


@dataclass(frozen=True)
class Place:
    """Where everything is: the database, and a folder for keys, anchors and what programs say."""

    url: str
    folder: Path

    @property
    def environment(self) -> dict[str, str]:
        """Return what the programs are started with."""
        named = {
            **SECRETS, "DATABASE_URL": self.url, "SECOND_FACTOR": "optional",
            "KEYS_URL": f"sqlite:///{self.folder / 'keys.sqlite3'}",
            "ANCHOR_FOLDER": str(self.folder / "ankare"), "SMTP_URL": f"file://{self.folder}/post",
        }  # fmt: skip
        return {f"SKYDD_{name}": value for name, value in named.items()}

    def engine(self) -> Engine:
        """Return an engine of our own on the same database."""
        given = {k.removeprefix("SKYDD_").lower(): v for k, v in self.environment.items()}
        return build(Settings(**given))  # type: ignore[arg-type]

    def people(self) -> dict[str, Actor]:
        """Return who works here, by agency."""
        each = (workload.SOC, workload.POLIS)
        return {a: Actor(f"{a}.1", a, a, frozenset({"handlaggare"})) for a in each}

    def prepare(self, engine: Engine) -> None:
        """Make the tables, the people and the processes."""
        migrate(engine.database)
        engine.people.add(self.people().values(), passwords.hashed(PASSWORD))
        now = engine.clock.now()
        engine.publications.publish(workload.VERSION, workload.FILES, "bench", now)


def any_task(engine: Engine, agency: str | None = None) -> Open | None:
    """Return an open task, by chance; of this agency, or of any."""
    columns = (open_tasks.c.id, open_tasks.c.element, open_tasks.c.agency)
    query = select(*columns).order_by(func.random()).limit(1)
    if agency:
        query = query.where(open_tasks.c.agency == agency)
    with engine.database.connect() as connection:
        row = connection.execute(query).first()
    return Open(*row) if row else None


def any_case(engine: Engine, draws: random.Random) -> str | None:
    """Return an open case, by chance."""
    query = select(cases.c.id).where(cases.c.closed_at.is_(None)).order_by(cases.c.id)
    with engine.database.connect() as connection:
        found = list(connection.scalars(query))
    return draws.choice(found) if found else None


def open_cases(engine: Engine) -> int:
    """Return how many cases are open."""
    query = select(func.count()).where(cases.c.closed_at.is_(None))
    with engine.database.connect() as connection:
        return connection.execute(query).scalar_one()
