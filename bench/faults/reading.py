"""Reads what is kept after a fault, for the verdict, and asks the programs that check it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, RowMapping, select

from bench.faults.place import Place
from bench.faults.verdict import Clock, Entry, Letter, Seen
from engine.bootstrap import Engine
from engine.config import ROOT
from engine.db.tables import cases, commands, events, instances, messages, open_tasks, timers
from engine.messages import TOO_LATE
from engine.model import Event


def seen(
    place: Place, engine: Engine, acknowledged: dict[str, str], asks_programs: bool = True
) -> Seen:
    """Return everything that the verdict asks for; the programs that check it take some time."""
    with engine.database.connect() as connection:
        done = {row.id: row.verb for row in connection.execute(select(commands))}
        letters = tuple(_letters(connection))
        clocks = tuple(_clocks(connection))
        ids = list(connection.scalars(select(cases.c.id)))
        stuck = tuple(_stuck(connection))
    entries = tuple(entry for case in ids for entry in _entries(engine, case))
    told = tuple(_incidents(engine))
    if asks_programs:
        told += (*_asked(place, "rebuild"), *_asked(place, "audit", "verify"))
    return Seen(acknowledged, done, entries, letters, clocks, stuck, told, TOO_LATE)


def _entries(engine: Engine, case_id: str) -> Iterator[Entry]:
    bare = select(events.c.sequence, events.c.command_id, events.c.task_id)
    with engine.database.connect() as connection:
        rows = connection.execute(bare.where(events.c.case_id == case_id)).mappings()
        by_number = {row["sequence"]: row for row in rows}
    for event in engine.casefile.log(case_id):
        yield _entry(event, by_number[event.sequence])


def _entry(event: Event, row: RowMapping) -> Entry:
    details = event.details
    of_message = details.get("message") if event.kind == "instance_started" else None
    return Entry(
        event.case_id, event.kind, row["command_id"], row["task_id"], event.instance_id,
        details.get("path"), details.get("message_id") or of_message,
    )  # fmt: skip


def _letters(connection: Connection) -> Iterator[Letter]:
    for row in connection.execute(select(messages)):
        delivered = row.delivered_at is not None
        yield Letter(row.id, row.case_id, row.kind, delivered, row.receiver_instance,
                     row.dead_because)  # fmt: skip


def _clocks(connection: Connection) -> Iterator[Clock]:
    for row in connection.execute(select(timers)):
        yield Clock(row.instance_id, row.path, row.due_at, row.parked)


def _stuck(connection: Connection) -> Iterator[str]:
    """Yield the open cases with neither a task nor a timer nor a message on its way."""
    running = select(cases.c.id).where(cases.c.closed_at.is_(None))
    alive = {
        *connection.scalars(select(open_tasks.c.case_id)),
        *connection.scalars(
            select(instances.c.case_id).join(timers, timers.c.instance_id == instances.c.id)
        ),
        *connection.scalars(select(messages.c.case_id).where(messages.c.delivered_at.is_(None))),
    }
    yield from (case for case in connection.scalars(running) if case not in alive)


def _incidents(engine: Engine) -> Iterator[str]:
    for each in engine.store.incidents():
        yield f"incident: {each.kind} {each.command}, {each.cause} ({each.technical[-200:]})"


def _asked(place: Place, *command: str) -> Iterator[str]:
    """Yield what a command of ours finds wrong."""
    asked = subprocess.run(  # noqa: S603
        [sys.executable, "-m", "engine", *command, "--json"], cwd=ROOT, check=False,
        env=os.environ | place.environment, capture_output=True, text=True,
    )  # fmt: skip
    if asked.returncode:
        yield from _wrong(command, asked.stdout) or [f"{command}: {asked.stderr[-400:]}"]


def _wrong(command: tuple[str, ...], text: str) -> list[str]:
    try:
        told: Any = json.loads(text)
    except ValueError:
        return []
    rows = told.get("cases", []) if isinstance(told, dict) else told
    return [f"{' '.join(command)}: {row}" for row in rows
            if row.get("deviations") or row.get("healed") or row.get("findings")]  # fmt: skip
