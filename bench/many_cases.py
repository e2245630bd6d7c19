"""The work list and a case page among 100,000 cases with 1,000,000 open tasks, on PostgreSQL.

A page is asked for inside the process, as the web server does it: sign-in, statements, template.
"""

from __future__ import annotations

import math
import re
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from statistics import median

from flask.testing import FlaskClient
from sqlalchemy import Connection, event

from bench import crowd
from bench.figures import Figure
from bench.run import Run
from engine import demo
from engine.bootstrap import Engine, build
from engine.config import Settings
from engine.db.migrations import migrate
from engine.entrance.sittings import Way
from engine.lists.worklist import Wanted
from engine.model import Actor, Case
from web import DIST, create_app

KEY = "only for measuring, only for measuring"
IMPORTED = re.compile(r'(?:import|from)"\./(chunks/[\w.-]+\.js)"')
"""What a script loads at once; what it loads later, such as charts, it calls for."""
INBOX_MS, CASE_MS, QUERIES, KILOBYTES = 60, 100, 8, 500
OK = 200
ADDRESSES = (
    *("/", "/?visa=mina", "/?visa=enheten", "/?visa=otilldelade", "/?nya=ja"),
    *("/?frist=passerad", "/?frist=idag", "/?visa=mina&frist=vecka", "/?lag=ja&frist=vecka"),
    *("/?prioritet=hog", "/?prioritet=vanlig", "/?prioritet=utan&visa=otilldelade"),
    *("/?process=lvu", "/?process=tillfalligt_utreseforbud&lag=ja", "/?steg=2", "/?steg=6"),
    *("/?ordning=oppnad", "/?ordning=arende", "/?ordning=process", "/?visa=mina&ordning=arende"),
    *("/?sok=2026-14711", "/?sok=besluta", "/?sok=finns%20inte", "/?steg=5&lag=ja&nya=ja"),
    *("/?visa=enheten&steg=3&ordning=oppnad", "/?hos={colleague}&frist=vecka"),
)
"""What is asked for: every scope, filter and order, alone and together."""
READERS = ("socialtjansten", "polismyndigheten", "iom", "domstol")
"""From the agency with the most tasks to one with few."""
CASE_READERS = ("soc", "polis", "mig")


@dataclass
class Seen:
    """What pages cost: milliseconds and statements by address."""

    ms: dict[str, list[float]] = field(default_factory=dict)
    processor: list[float] = field(default_factory=list)
    """Of those, the milliseconds that our own process computed: the same on a busy machine."""
    statements: dict[str, int] = field(default_factory=dict)
    heaviest: int = 0
    """The most bytes of one page with its style, scripts and letters."""

    def p95(self) -> float:
        """Return the time that 95 of a hundred pages keep within."""
        every = sorted(each for times in self.ms.values() for each in times)
        return every[math.ceil(len(every) * 0.95) - 1]

    def chattiest(self) -> str:
        """Name the address that takes most statements."""
        return max(self.statements, key=self.statements.__getitem__)

    def slowest(self) -> str:
        """Name the address that takes longest, by its median."""
        address = max(self.ms, key=lambda each: median(self.ms[each]))
        every = median(each for times in self.ms.values() for each in times)
        own, worst = median(self.processor), median(self.ms[address])
        return f"median {every:.0f} ms, {own:.0f} ms our own processor; {worst:.0f} ms {address}"


def figures(run: Run) -> Iterator[Figure]:
    """Yield server time, statements and weight of the work list and of a case page."""
    engine = build(Settings(
        database_url=run.url("postgresql"), secret_key=KEY, demo=True, second_factor="optional",
        keys_url=f"sqlite:///{run.databases.file()}",
    ))  # fmt: skip
    migrate(engine.database)
    engine.publish("bench")
    lived, started = _lived(engine), time.perf_counter()
    crowd.fill(engine)
    filled = time.perf_counter() - started
    inbox, cases, rounds = Seen(), Seen(), run.repetitions + 1
    for agency in READERS:
        reader = crowd.reader(agency)
        client = _signed_in(engine, reader.id)
        _measure(engine, client, list(_addresses(engine, reader)), rounds, inbox)
    for person in CASE_READERS:
        client = _signed_in(engine, person)
        addresses = (f"/arende/{case.id}" for case in lived)
        own = [each for each in addresses if client.get(each).status_code == OK]
        _measure(engine, client, own, rounds, cases)
    engine.database.dispose()
    note = f"{inbox.slowest()}; filled in {filled:.0f} s"
    yield Figure("inbox_p95_ms", inbox.p95(), INBOX_MS, note)
    yield Figure("inbox_statements", max(inbox.statements.values()), QUERIES, inbox.chattiest())
    yield Figure("inbox_kilobytes", inbox.heaviest / 1000, KILOBYTES, "uncompressed, all it loads")
    yield Figure("case_page_p95_ms", cases.p95(), CASE_MS, cases.slowest())


def _lived(engine: Engine) -> Sequence[Case]:
    """Let the demonstration's people live through their cases; theirs are the case pages."""
    demo.add_people(engine)
    clock = demo.StoryClock(datetime.now(UTC), datetime.now(UTC))
    told = build(engine.settings, clock)
    lived = list(demo.add_cases(told, clock))
    told.database.dispose()
    return lived


def _signed_in(engine: Engine, person: str) -> FlaskClient:
    client = create_app(engine).test_client()
    actor = next(each for each in engine.queries.people() if each.id == person)
    token = engine.door.open(actor, Way.PASSWORD, "")
    with client.session_transaction() as session:
        session["_user_id"] = token
    return client


def _addresses(engine: Engine, actor: Actor) -> Iterator[str]:
    yield from (each.format(colleague=actor.id) for each in ADDRESSES)
    page = engine.worklists.page(actor)
    for _ in range(20):
        page = engine.worklists.page(actor, Wanted(after=page.after)) if page.after else page
    if page.after:
        yield f"/?efter={page.after.replace('+', '%2B')}"


def _measure(
    engine: Engine, client: FlaskClient, addresses: Sequence[str], rounds: int, seen: Seen
) -> None:
    for round_ in range(rounds):
        for address in addresses:
            with _counted(engine) as statements:
                start, began = time.perf_counter(), time.process_time()
                answer = client.get(address)
                took = (time.perf_counter() - start) * 1000
                computed = (time.process_time() - began) * 1000
            if answer.status_code != OK:
                raise RuntimeError(f"{address} answered {answer.status_code} {answer.location}")
            if round_:  # the first one compiles templates and statements
                seen.ms.setdefault(address, []).append(took)
                seen.processor.append(computed)
                before = seen.statements.get(address, 0)
                seen.statements[address] = max(before, len(statements))
            seen.heaviest = max(seen.heaviest, _weight(answer.text))


def _weight(html: str) -> int:
    """Return the bytes of a page and of all that it loads, but for diagram and charts."""
    named = set(re.findall(r"/static/dist/([\w.-]+\.(?:css|js))", html)) - {
        "bpmn-viewer.css", "bpmn-viewer.min.js", "diagram.js"
    }  # fmt: skip
    imported = {
        part for name in named for part in IMPORTED.findall((DIST / name).read_text("utf-8"))
    }
    files = [DIST / name for name in named | imported]
    letters = [*(DIST / "assets").glob("source-sans-3-latin-?00-normal-*.woff2")]
    return len(html.encode()) + sum(each.stat().st_size for each in files + letters)


@contextmanager
def _counted(engine: Engine) -> Iterator[list[str]]:
    seen: list[str] = []

    def note(_c: Connection, _k: object, statement: str, *_: object) -> None:
        seen.append(statement)

    event.listen(engine.database, "before_cursor_execute", note)
    yield seen
    event.remove(engine.database, "before_cursor_execute", note)
