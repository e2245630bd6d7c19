"""Events on their way to agencies' systems: written with what they tell of, taken by workers.

Written in the transaction of the log's entry, so that there is neither one without the other.
Which entries an agency may know of is asked of `engine.db.visible`, as every page asks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

from sqlalchemy import Connection, RowMapping, Select, exists, insert, select

from engine.db.connection import upsert
from engine.db.sealing import LOG
from engine.db.tables import events, open_tasks, outgoing, participants, people, webhooks
from engine.db.visible import visible
from engine.db.webhooks import LIVES, row_of
from engine.exchange.kinds import INCIDENT, MISSED, Told, of_log, told
from engine.mishaps import Incident
from engine.model import Actor, Event
from engine.secrecy.vault import Compartment, Vault

LISTENED = exists().where(LIVES).label("listened")
"""Whether any agency's system is told of anything: asked within a statement that is run anyway."""
COLUMNS = (webhooks.c.id, webhooks.c.agency, webhooks.c.kinds, webhooks.c.created_at)
LATE = timedelta(days=14)
"""How long ago a time may have run out that is told of now."""
TASKS = {"task_id": "id", "process": "process", "element": "element", "deadline": "deadline"}


def listened(connection: Connection) -> bool:
    """Say whether any agency's system is told of anything."""
    return bool(connection.execute(select(LISTENED)).scalar())


def tell(connection: Connection, vault: Vault, entries: Sequence[Event], first: int) -> None:
    """Put events on their way about what was just logged; `first` is the first entry's number."""
    found = dict(of_log(entries, first))
    if not found:
        return
    case_id, at = entries[0].case_id, {n: e.at for n, e in enumerate(entries, first)}
    listeners, new = _listeners(connection), []
    for agency in sorted({row["agency"] for row in listeners}):
        mine = [row for row in listeners if row["agency"] == agency]
        wanted = {kind for row in mine for kind in row["kinds"]}
        asked = [number for number, each in found.items() if each.kind in wanted]
        for number in _known(connection, agency, case_id, asked):
            new += _rows(vault, mine, found[number], at[number], case_id, number)
    if new:
        connection.execute(insert(outgoing), new)


def tell_incident(connection: Connection, vault: Vault, incident: Incident) -> None:
    """Tell an agency's systems that a command of one of its people failed; of no other failure."""
    if incident.kind != "command" or not listened(connection):
        return
    asked = select(people.c.agency).where(people.c.id == incident.actor)
    agency = connection.execute(asked).scalar()
    wanting = [row for row in _listeners(connection) if row["agency"] == agency]
    event = told(INCIDENT, {"incident": incident.id})
    if new := _rows(vault, wanting, event, incident.at, None, 0):
        connection.execute(insert(outgoing), new)


def tell_missed(connection: Connection, vault: Vault, now: datetime) -> None:
    """Tell of open tasks whose time has run out, once for each time.

    Of none that was late before the webhook was made, or long before anybody looked.
    """
    for row in _listeners(connection):
        if MISSED in row["kinds"]:
            late = connection.execute(_late(row, now)).mappings().all()
            new = [each for task in late for each in _of_late(vault, row, task, now)]
            if new:
                connection.execute(upsert(connection, outgoing).on_conflict_do_nothing(), new)


def _late(row: RowMapping, now: datetime) -> Select[Any]:
    """Select an agency's tasks that are late now, along the index of its work list."""
    since = max(row["created_at"], now - LATE)
    told_of = exists().where(
        outgoing.c.webhook_id == row["id"],
        outgoing.c.once == open_tasks.c.id,
        outgoing.c.at == open_tasks.c.due_at,
    )
    return select(open_tasks).where(
        visible(open_tasks, _reader(row["agency"])), open_tasks.c.paused_at.is_(None),
        open_tasks.c.urgent_at > since, open_tasks.c.urgent_at <= now,
        open_tasks.c.due_at <= now, ~told_of,
    )  # fmt: skip


def _of_late(
    vault: Vault, row: RowMapping, task: RowMapping, now: datetime
) -> Iterator[dict[str, Any]]:
    details = {name: task[column] for name, column in TASKS.items()}
    event = told(MISSED, {**details, "due_at": task["due_at"].isoformat()})
    for each in _rows(vault, [row], event, task["due_at"], task["case_id"], 0):
        yield each | {"once": task["id"], "next_at": now}


def facts_of(vault: Vault, row: RowMapping) -> Mapping[str, str]:
    """Return the facts of an event. Raises Erased when its case is."""
    sealed = row["facts"]
    place = _place(row["case_id"], row["event_id"])
    facts: dict[str, str] = vault.open_facts(place, sealed) if sealed else {}
    return facts


def _listeners(connection: Connection) -> Sequence[RowMapping]:
    return (
        connection.execute(select(*COLUMNS).where(LIVES).order_by(webhooks.c.id)).mappings().all()
    )


def _known(connection: Connection, agency: str, case_id: str, numbers: Iterable[int]) -> list[int]:
    """Return which entries an agency may know of: what a page about the case would show it."""
    takes_part = exists().where(participants.c.case_id == case_id, participants.c.agency == agency)
    query = select(events.c.sequence).where(
        events.c.case_id == case_id, events.c.sequence.in_(list(numbers)),
        visible(events, _reader(agency)), takes_part,
    )  # fmt: skip
    return list(connection.scalars(query.order_by(events.c.sequence))) if numbers else []


def _reader(agency: str) -> Actor:
    """Return who reads for an agency: its system, which is nobody and has no roles."""
    return Actor("", "", agency)


def _rows(
    vault: Vault, listeners: Iterable[RowMapping], event: Told, at: datetime,
    case_id: str | None, position: int,
) -> list[dict[str, Any]]:  # fmt: skip
    """Return a row for each of these webhooks that wants the event: to all it is the same one."""
    wanting = [row["id"] for row in listeners if event.kind in row["kinds"]]
    if not wanting:
        return []
    event_id = str(uuid4())
    facts = dict(event.facts)
    sealed = vault.seal_facts(_place(case_id, event_id), facts) if facts else None
    more = {"event_id": event_id, "case_id": case_id, "position": position, "facts": sealed}
    return [row_of(each, event.kind, at, **more) for each in wanting]


def _place(case_id: str | None, event_id: str) -> Compartment:
    """Return where facts are sealed: with the key of the case's log, so that they go with it."""
    return Compartment(case_id or "webhookar", LOG, f"handelse {event_id}")
