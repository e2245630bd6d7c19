"""What stands in the database for `/metrics`, on both kinds, each by an index."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Select, text, update

from engine.bootstrap import Engine
from engine.db.connection import at_one_moment, writing
from engine.db.levels import CASES, DEAD, DUE, INCIDENTS, OUTBOX, WAITING
from engine.db.tables import cases, mails, notices, timers
from engine.failures import failed
from engine.model import Case, Message
from tests.conftest import MONDAY
from tests.engine.db.small import Office

QUERIES = {
    "due": (DUE, "ix_timers_due"),
    "e-post": (OUTBOX["e-post"], "ix_mails_waiting"),
    "webhook": (OUTBOX["webhook"], "ix_outgoing"),
    "waiting": (WAITING, "ix_messages_pending"),
    "dead": (DEAD, "ix_messages_dead"),
    "incidents": (INCIDENTS, "ix_incidents_state"),
    "cases": (CASES, "ix_cases_end_state"),
}


def told(engine: Engine, name: str) -> dict[str, float]:
    (level,) = [each for each in engine.levels() if each.name == name]
    return dict(level.values)


def test_an_empty_database_has_nothing_late(engine_on_both: Engine) -> None:
    assert told(engine_on_both, "skydd_timer_lag_seconds") == {"": 0.0}
    assert told(engine_on_both, "skydd_outbox_age_seconds")["e-post"] == 0.0
    assert told(engine_on_both, "skydd_messages") == {"vantar": 0, "dod": 0}
    assert told(engine_on_both, "skydd_incidents") == {}
    assert told(engine_on_both, "skydd_cases") == {}


def test_cases_are_counted_by_their_end(office: Office, case: Case) -> None:
    office.open()
    with writing(office.engine.database) as connection:
        connection.execute(update(cases).where(cases.c.id == case.id).values(end_state="S1"))

    assert told(office.engine, "skydd_cases") == {"pagar": 1, "S1": 1}


def test_a_timer_is_late_from_when_it_was_due(office: Office, case: Case) -> None:
    engine = office.engine
    with writing(engine.database) as connection:
        instance = connection.execute(text("SELECT id FROM instances LIMIT 1")).scalar_one()
        due = engine.clock.now() - timedelta(minutes=1)
        connection.execute(timers.insert().values(instance_id=instance, path="x#1", due_at=due))
    lag = told(engine, "skydd_timer_lag_seconds")[""]
    engine.clock.advance(seconds=30)  # type: ignore[attr-defined]

    assert (lag, told(engine, "skydd_timer_lag_seconds")[""]) == (60.0, 90.0)


def test_messages_and_incidents_are_counted_by_what_they_wait_for(
    office: Office, case: Case
) -> None:
    engine = office.engine
    with engine.store.transaction() as unit:
        unit.send([Message("m1", case.id, "x", "meddelande", {})])
        unit.send([Message("m2", case.id, "x", "meddelande", {})], "För tidigt.")
    engine.store.report(failed(KeyError("x"), "command", "claim", MONDAY, case_id=case.id))

    assert told(engine, "skydd_messages") == {"vantar": 1, "dod": 1}
    assert told(engine, "skydd_incidents") == {"open": 1}


def test_an_e_mail_waits_from_when_it_was_put_there(engine_on_both: Engine) -> None:
    row = {"id": "n", "person": "polis", "kind": "x", "at": MONDAY - timedelta(minutes=5)}
    with writing(engine_on_both.database) as connection:
        connection.execute(notices.insert().values(row))
        connection.execute(mails.insert().values(id="n", next_at=MONDAY + timedelta(hours=1)))

    assert told(engine_on_both, "skydd_outbox_age_seconds")["e-post"] == 300.0


@pytest.mark.parametrize("name", QUERIES)
def test_each_is_answered_by_its_index(engine_on_both: Engine, name: str) -> None:
    query, index = QUERIES[name]
    database = engine_on_both.database
    with at_one_moment(database) as connection:
        if database.dialect.name == "postgresql":
            connection.execute(text("SET LOCAL enable_seqscan = off"))
        asked = f"{_explain(engine_on_both)} {_written(engine_on_both, query)}"

        assert index in " ".join(str(row) for row in connection.execute(text(asked)))


def _explain(engine: Engine) -> str:
    return "EXPLAIN" if engine.database.dialect.name == "postgresql" else "EXPLAIN QUERY PLAN"


def _written(engine: Engine, query: Select[Any]) -> str:
    literal = {"literal_binds": True}
    return str(query.compile(dialect=engine.database.dialect, compile_kwargs=literal))
