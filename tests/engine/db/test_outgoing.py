"""Events are written with what they tell of, for those who may know of it, or not at all."""

from contextlib import suppress
from dataclasses import asdict

import pytest
from sqlalchemy import select

from engine.db.outgoing import _reader
from engine.db.tables import events, outgoing, participants
from engine.db.visible import visible
from engine.errors import NotFound
from engine.exchange.kinds import OF_THE_LOG
from engine.failures import failed
from engine.journal import disclosed
from engine.model import Actor, Case, Disclosure, Event
from tests.conftest import MONDAY, MovedClock
from tests.engine.db.connected import Connected, kinds
from tests.engine.db.counting import counted
from tests.engine.db.small import GOOD, Office


@pytest.fixture
def connected(office: Office) -> Connected:
    return Connected(office)


def rows(office: Office) -> list[dict[str, object]]:
    with office.engine.database.connect() as connection:
        return [dict(row) for row in connection.execute(select(outgoing)).mappings()]


def test_nothing_is_kept_when_nobody_is_to_be_told(office: Office, case: Case) -> None:
    office.complete(case, "a", "b", "c")

    assert rows(office) == []


def test_an_agency_is_told_of_its_own_tasks_and_of_no_other(
    office: Office, connected: Connected
) -> None:
    mine, theirs = connected.connect(), connected.connect(connected.polis_chef)
    case = office.open()
    office.complete(case, "a", "b", "c")
    everything = {hook.id: [] for hook in (mine, theirs)}
    while taken := connected.taken():
        for each in taken:
            everything[each.webhook.id].append((each.kind, each.facts.get("element")))
            connected.outgoing.settle(each, MONDAY, "sent")

    assert sorted(everything[theirs.id]) == [("task.completed", "c"), ("task.opened", "c")]
    assert ("case.opened", None) in everything[mine.id]
    assert {each for _, each in everything[mine.id]} == {None, "a", "b", "z"}


def test_everybody_who_takes_part_is_told_that_the_case_is_closed_and_nobody_else(
    office: Office, connected: Connected
) -> None:
    theirs = connected.connect(connected.polis_chef, ["case.closed"])
    others = connected.connect(office.person("mig.chef"), ["case.closed"])
    case = office.open()
    office.engine.casework.close_case(office.chef, case.id, "A2", "Öppnat av misstag")
    sent = connected.taken()

    assert [(each.webhook.id, each.kind) for each in sent] == [(theirs.id, "case.closed")]
    assert others.id not in {each.webhook.id for each in sent}
    assert sent[0].facts == {}


def test_every_event_is_about_an_entry_that_the_agencys_pages_show(
    office: Office, connected: Connected
) -> None:
    actors = (office.chef, connected.polis_chef, office.person("mig.chef"))
    for actor in actors:
        connected.connect(actor)
    case = office.open()
    office.complete(case, "a", "b", "c", "z")
    with office.engine.database.connect() as connection:
        for actor in actors:
            mine = (participants.c.case_id == case.id) & (participants.c.agency == actor.agency)
            part = connection.execute(select(participants).where(mine)).first()
            known = select(events.c.sequence).where(
                visible(events, actor), events.c.kind.in_(OF_THE_LOG)
            )
            shown = list(connection.scalars(known)) if part else []
            told = [row["position"] for row in rows(office) if row["webhook_id"] in
                    {h.id for h in office.engine.exchange.page(actor).webhooks}]  # fmt: skip
            assert sorted(told) == sorted(shown)


def test_an_event_carries_no_contents_no_numbers_of_the_log_and_no_other_agency(
    office: Office, connected: Connected
) -> None:
    connected.connect()
    connected.connect(connected.polis_chef)
    case = office.open()
    office.complete(case, "a", "b", "c", text="Hemlig text om en person")
    told = repr([asdict(each) | {"webhook": ""} for each in connected.taken()])

    for secret in ("Hemlig", "ja", "polismyndigheten", "socialtjansten", office.soc.name):
        assert f"'{secret}'" not in told
        assert "Hemlig" not in told


def test_facts_lie_sealed_and_other_columns_tell_nothing_of_the_task(
    office: Office, connected: Connected
) -> None:
    connected.connect()
    office.open()

    assert b"stod_och_skydd" not in b"".join(row["facts"] or b"" for row in rows(office))


def test_only_the_kinds_that_are_asked_for_are_kept(office: Office, connected: Connected) -> None:
    connected.connect(kinds=["task.completed"])
    case = office.open()
    office.complete(case, "a")

    assert [row["kind"] for row in rows(office)] == ["task.completed"]


def test_two_webhooks_of_an_agency_are_told_of_the_same_event(
    office: Office, connected: Connected
) -> None:
    connected.connect(kinds=["case.opened"])
    connected.connect(kinds=["case.opened", "task.opened"])
    office.open()
    same = [row["event_id"] for row in rows(office) if row["kind"] == "case.opened"]

    assert len(same) == 2
    assert len(set(same)) == 1


def test_what_is_rolled_back_is_told_to_nobody(office: Office, connected: Connected) -> None:
    connected.connect()
    case = office.open()
    before = len(rows(office))
    entry = Event(case.id, "task_opened", MONDAY, None, "socialtjansten", details={})
    with suppress(NotFound), office.engine.store.transaction() as unit:
        unit.record([entry])
        raise NotFound("something else")

    assert len(rows(office)) == before


def test_both_sides_of_a_hand_over_are_told_and_a_party_outside_is_not(
    office: Office, connected: Connected
) -> None:
    mine, theirs = connected.connect(), connected.connect(connected.polis_chef)
    case = office.open()
    connected.drained(mine)
    about = {"id": "d", "case_id": case.id, "message": "M01", "name": "Anmälan", "task_id": "t",
             "sender": "socialtjansten", "receiver": "polismyndigheten", "ground": "OSL 10:2",
             "form": "f", "fields": {"skal": "hemligt"}, "at": MONDAY, "actor": "soc"}  # fmt: skip
    with office.engine.store.transaction() as unit:
        unit.record(list(disclosed(Disclosure(**about))))
    told = {each.webhook.id: (each.kind, dict(each.facts)) for each in connected.taken()}

    assert told == {
        mine.id: ("handover.sent", {"message": "M01"}),
        theirs.id: ("handover.received", {"message": "M01"}),
    }


def test_it_costs_no_statement_when_nobody_is_to_be_told(
    office: Office, connected: Connected, case: Case
) -> None:
    def said(element: str) -> list[str]:
        task = office.task(case, element)
        with counted(office.engine.database) as seen:
            office.engine.casework._complete(office.soc, task.id, GOOD)  # type: ignore[attr-defined]
        return [" ".join(each.split()) for each in seen]

    asked = [each for each in said("a") if "webhooks" in each or "outgoing" in each]
    assert len(asked) == 1
    assert asked[0].startswith("SELECT events.sequence")  # it is run anyway
    connected.connect(connected.polis_chef, ["case.erased"])
    asked = [each for each in said("b") if "webhooks" in each or "outgoing" in each]

    assert len(asked) == 2


def test_a_task_that_is_late_is_told_of_once_for_each_time(
    office: Office, connected: Connected, clock: MovedClock
) -> None:
    mine = connected.connect(kinds=["deadline.missed"])
    case = office.open()
    task = office.task(case, "b")
    connected.outgoing.tell_missed(clock.now())
    assert connected.taken() == []
    clock.set(task.due_at)
    for _ in range(2):
        connected.outgoing.tell_missed(clock.now())
    (told,) = connected.drained(mine)

    assert (told.kind, told.at, told.case_id) == ("deadline.missed", task.due_at, case.id)
    assert told.facts["task_id"] == task.id
    assert told.facts["due_at"] == task.due_at.isoformat()
    clock.advance(days=1)
    connected.outgoing.tell_missed(clock.now())
    assert connected.taken() == []


def test_a_time_that_ran_out_before_there_was_a_webhook_is_not_told_of(
    office: Office, connected: Connected, clock: MovedClock
) -> None:
    case = office.open()
    clock.set(office.task(case, "b").due_at)
    connected.connect(kinds=["deadline.missed"])
    connected.outgoing.tell_missed(clock.now())

    assert connected.taken() == []


@pytest.mark.usefixtures("case")
def test_an_agency_is_told_that_a_command_of_its_own_people_failed(
    office: Office, connected: Connected
) -> None:
    mine = connected.connect(kinds=["incident.reported"])
    connected.connect(connected.polis_chef, ["incident.reported"])
    of_timer = failed(ValueError("x"), "timer", "fire", MONDAY)
    of_command = failed(ValueError("hemligt"), "command", "complete", MONDAY, actor="soc")
    for incident in (of_timer, of_command):
        office.engine.store.report(incident)
    (told,) = connected.taken()

    assert (told.webhook.id, told.facts) == (mine.id, {"incident": of_command.id})


def test_what_is_erased_is_told_of_without_what_it_was_about(
    office: Office, connected: Connected
) -> None:
    connected.connect(kinds=["task.opened"])
    case = office.open()
    office.engine.store.vault.erase(case.id, "logg")
    sent = connected.taken()

    assert set(kinds(sent)) == {"task.opened"}
    assert all(each.facts == {} for each in sent)


def test_the_one_who_reads_for_a_system_is_nobody(office: Office) -> None:
    assert _reader("x") == Actor("", "", "x", frozenset())
