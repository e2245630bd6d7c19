"""What operators do at the command line, run as they would run it."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from sqlalchemy import update

from engine import operation
from engine.__main__ import main
from engine.bootstrap import Engine
from engine.db import notices
from engine.db.connection import writing
from engine.db.tables import events, instances
from engine.errors import NotFound, Tampered, Unavailable
from engine.failures import failed
from engine.model import Actor, Case, Message
from engine.staff.notices import Mailbox
from engine.staff.smtp import Carrier, delivery
from tests.conftest import MONDAY

Run = Callable[..., Result]
TWO_AT_NIGHT = datetime(2026, 3, 3, 1, 30, tzinfo=UTC)


@pytest.fixture
def run(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run `skydd` with the test's own engine."""
    monkeypatch.setattr(operation, "build", lambda **_: engine)
    return lambda *arguments: CliRunner().invoke(main, list(map(str, arguments)))


@pytest.fixture
def case(engine: Engine) -> Case:
    person = engine.queries.person("polis")
    assert person is not None
    return engine.casework.open_case(person)


def test_a_case_is_held_against_its_log(run: Run, case: Case) -> None:
    told = run("rebuild", case.number)

    assert (told.exit_code, "1 ärenden jämförda" in told.output) == (0, True)


def test_a_broken_case_is_healed_and_said(run: Run, engine: Engine, case: Case) -> None:
    with writing(engine.database) as connection:
        connection.execute(update(instances).values(state="{"))
    told = run("rebuild")

    assert told.exit_code == 0
    assert f"{case.number}: stod_och_skydd var trasig och är lagad ur loggen." in told.output


def test_a_deviation_is_told_to_people_and_machines(run: Run, engine: Engine, case: Case) -> None:
    with writing(engine.database) as connection:
        connection.execute(update(instances).values(variables={}))
    told, machine = run("rebuild"), run("rebuild", "--json")

    assert (told.exit_code, machine.exit_code) == (1, 1)
    assert f"{case.number}: avviker från loggen, stod_och_skydd: variables." in told.output
    (row,) = json.loads(machine.output)["cases"]
    assert (row["number"], row["deviations"]) == (case.number, ["stod_och_skydd: variables"])


def test_an_unknown_case_is_refused(run: Run) -> None:
    told = run("rebuild", "2020-99999")

    assert isinstance(told.exception, NotFound)


def test_incidents_are_listed_skipped_by_two_and_handed_over(
    run: Run, engine: Engine, case: Case
) -> None:
    place = {"case_id": case.id, "element": "t"}
    one, other = (failed(KeyError("x"), "command", "claim", MONDAY, **place) for _ in range(2))
    engine.store.report(one)
    engine.store.report(replace(other, at=MONDAY.replace(hour=12)))
    listed = json.loads(run("incidents", "--json").output)
    assert [(row["id"], row["case"]) for row in listed] == [
        (one.id, case.number), (other.id, case.number),
    ]  # fmt: skip
    assert "Orsak" in run("incidents").output

    assert "En annan person" in run("incidents", "skip", one.id, "--reason", "Dubblett").output
    assert run("incidents", "approve", one.id, "--by", "chef").exit_code == 0
    given = run("incidents", "hand-over", other.id, "--to", "drift", "--reason", "Fel i nätet")
    assert "Överlämnad till drift." in given.output
    assert [row["id"] for row in json.loads(run("incidents", "--json").output)] == [other.id]


def test_a_deviation_that_is_mended_is_settled_by_trying_again(
    run: Run, engine: Engine, case: Case
) -> None:
    engine.store.report(failed(KeyError("x"), "deviation", "rebuild", MONDAY, case_id=case.id))
    (row,) = json.loads(run("incidents", "--json").output)

    assert "Det gick." in run("incidents", "retry", row["id"]).output
    assert "Ingenting väntar." in run("incidents").output


def test_dead_letters_are_listed_and_sent_again(run: Run, engine: Engine, case: Case) -> None:
    with engine.store.transaction() as unit:
        unit.send([Message("m1", case.id, "person_forsvunnen", "meddelande", {})], "För tidigt.")
    (row,) = json.loads(run("messages", "--json").output)
    assert (row["id"], row["case"], row["reason"]) == ("m1", case.number, "För tidigt.")

    assert "Skickat igen." in run("messages", "resend", "m1").output
    assert "Ingenting väntar." in run("messages").output


def test_the_worker_holds_changed_cases_against_their_logs_at_night(
    run: Run, engine: Engine, case: Case
) -> None:
    assert run("worker", "--once").exit_code == 0
    assert engine.store.changed_cases() == [case.id]
    engine.clock.set(TWO_AT_NIGHT)  # type: ignore[attr-defined]
    run("worker", "--once")

    assert engine.store.changed_cases() == []


def test_the_worker_counts_changed_cases_at_night_and_an_operator_at_any_time(
    run: Run, engine: Engine, case: Case
) -> None:
    run("worker", "--once")
    analysis = engine.analysis.counting.shelf
    assert engine.counting.kept.uncounted() == analysis.uncounted() == [case.id]
    assert run("count").output == "1 ärenden räknade.\n"
    assert engine.counting.kept.uncounted() == analysis.uncounted() == []

    engine.clock.set(TWO_AT_NIGHT)  # type: ignore[attr-defined]
    run("worker", "--once")
    assert engine.counting.kept.counted_at() == analysis.counted_at() == TWO_AT_NIGHT


def test_the_worker_checks_and_signs_the_log_at_night(run: Run, engine: Engine, case: Case) -> None:
    engine.clock.set(TWO_AT_NIGHT)  # type: ignore[attr-defined]
    for _ in range(2):
        run("worker", "--once")
    assert [anchor.number for anchor in engine.audit.anchors()] == [1]
    assert engine.store.incidents() == []

    with writing(engine.database) as connection:
        connection.execute(update(events).where(events.c.sequence == 2).values(kind="x"))
    engine.clock.advance(days=1)  # type: ignore[attr-defined]
    run("worker", "--once")
    (incident,) = [each for each in engine.store.incidents() if each.kind == "log"]
    assert f"{case.id} 2 ändrad" in incident.technical
    with pytest.raises(Tampered):
        engine.incidents.retry("bo", incident.id)
    assert [anchor.number for anchor in engine.audit.anchors()] == [2, 1]


def test_e_mail_that_could_not_be_sent_is_listed_and_sent_again(run: Run, engine: Engine) -> None:
    engine.notices.keep_mailbox(_person(engine), Mailbox("bo@exempel.se", True))
    with writing(engine.database) as connection:
        notices.add(connection, [notices.begins("s", "polis", MONDAY)])
    (waiting,) = engine.outbox.take(MONDAY, 1)
    engine.outbox.settle(waiting, MONDAY, "dead", "550")
    (row,) = json.loads(run("mail", "--json").output)
    assert (row["person"], row["cause"]) == ("polis", "550")
    assert "exempel.se" not in run("mail").output

    assert "Skickas igen." in run("mail", "resend", row["id"]).output
    assert "Ingenting väntar." in run("mail").output


def test_the_worker_tells_in_the_morning_of_what_the_day_brings(
    run: Run, engine: Engine, tmp_path: Path
) -> None:
    person = _person(engine)
    object.__setattr__(engine.mailing, "carry", Carrier(delivery(f"file://{tmp_path}"), "x@y.se",
                                                        "http://localhost"))  # fmt: skip
    engine.notices.keep_mailbox(person, Mailbox("bo@exempel.se", True))
    days = (date(2026, 3, 3), date(2026, 3, 4))
    engine.staffing.arrange(_person(engine, "polis.chef"), "polis.chef", "polis", days, "resa")
    for now, sent in ((TWO_AT_NIGHT, 0), (TWO_AT_NIGHT.replace(hour=5), 1), (MONDAY, 1)):
        engine.clock.set(now)  # type: ignore[attr-defined]
        run("worker", "--once")
        assert len(list(tmp_path.glob("*.eml"))) == sent


def _person(engine: Engine, name: str = "polis") -> Actor:
    found = engine.queries.person(name)
    assert found is not None
    return found


class Gone:
    """Timers whose database is away; the second time somebody ends the worker."""

    def __init__(self) -> None:
        self.rounds = 0

    def fire_due(self) -> int:
        self.rounds += 1
        raise Unavailable if self.rounds == 1 else KeyboardInterrupt


def test_a_worker_outlasts_that_the_database_is_away(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = Gone()
    monkeypatch.setattr(operation, "build", lambda **_: replace(engine, timers=gone))
    CliRunner().invoke(main, ["worker", "--every", "0"])

    assert gone.rounds == 2
