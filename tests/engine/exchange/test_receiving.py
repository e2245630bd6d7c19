"""Messages from agencies' systems: taken in once, delivered, kept, parked or refused."""

import threading
from dataclasses import replace

import pytest
from sqlalchemy import select

from engine.bootstrap import Engine
from engine.db.tables import messages, trail
from engine.errors import Conflict, InvalidAnswers, NotAllowed, NotFound
from engine.exchange.incoming import DELIVERED, PARKED, WAITING, Incoming
from engine.exchange.receiving import UNKNOWN
from engine.messages import TOO_LATE
from engine.model import Actor, Case
from engine.retention.holdings import Choice, Disposal, Erasure
from tests.engine.db.small import FILES, Office

SYSTEM = Actor("socialtjansten.system", "Ärendesystemet", "socialtjansten", frozenset({"system"}))
OTHER = replace(SYSTEM, id="polisen.system", agency="polismyndigheten")
STRANGER = replace(SYSTEM, id="mig.system", agency="migrationsverket")


@pytest.fixture
def office(engine: Engine) -> Office:
    office = Office(engine)
    office.publish(FILES)
    return office


@pytest.fixture
def case(office: Office) -> Case:
    return office.open()


def hej(to: Case, **other: object) -> Incoming:
    return replace(Incoming("m-1", to.number, "hej", {"val": "ja"}), **other)  # type: ignore[arg-type]


def kinds(office: Office, case: Case) -> list[str]:
    with office.engine.store.transaction() as unit:
        return [entry.kind for entry in unit.log(case.id)]


def opened(office: Office, case: Case) -> list[str]:
    with office.engine.store.transaction() as unit:
        return sorted(t.element for i in unit.instances(case.id) for t in i.tasks)


def test_a_message_reaches_the_process_that_waits_for_it(office: Office, case: Case) -> None:
    receipt = office.engine.exchange.receiving.receive(SYSTEM, hej(case))

    assert (receipt.state, receipt.case_number, receipt.reason) == (DELIVERED, case.number, None)
    assert "n" in opened(office, case)
    assert kinds(office, case).count("message_received") == 1
    assert office.engine.exchange.receiving.status(SYSTEM, "m-1") == receipt


def test_the_case_can_be_meant_by_its_number_its_id_or_a_task_of_ones_own(
    office: Office, case: Case
) -> None:
    receive = office.engine.exchange.receiving.receive
    for n, named in enumerate((case.number, case.id, office.task(case, "a").id)):
        assert receive(SYSTEM, hej(case, id=f"m-{n}", case=named)).case_number == case.number
    with pytest.raises(NotFound):
        receive(SYSTEM, hej(case, id="m-9", case=office.task(case, "c").id))


def test_the_same_message_sent_again_changes_nothing(office: Office, case: Case) -> None:
    receive = office.engine.exchange.receiving.receive
    first, before = receive(SYSTEM, hej(case)), kinds(office, case)

    assert receive(SYSTEM, hej(case)) == first
    assert kinds(office, case) == before


def test_sent_by_many_at_once_it_is_taken_in_once(engine_on_both: Engine) -> None:
    office = Office(engine_on_both)
    office.publish(FILES)
    case = office.open()
    receive = office.engine.exchange.receiving.receive
    states: list[str] = []
    senders = [threading.Thread(target=lambda: states.append(receive(SYSTEM, hej(case)).id))
               for _ in range(4)]  # fmt: skip
    for each in senders:
        each.start()
    for each in senders:
        each.join()

    assert states == ["m-1"] * 4
    assert kinds(office, case).count("message_received") == 1
    assert kinds(office, case).count("message_caught") == 1


def test_another_message_under_the_same_id_is_refused(office: Office, case: Case) -> None:
    receive = office.engine.exchange.receiving.receive
    receive(SYSTEM, hej(case))
    for other in ({"payload": {}}, {"name": "slut"}):
        with pytest.raises(Conflict):
            receive(SYSTEM, hej(case, **other))


def test_an_id_is_the_senders_own_and_no_other_agency_meets_it(office: Office, case: Case) -> None:
    receiving = office.engine.exchange.receiving
    receiving.receive(SYSTEM, hej(case))
    with pytest.raises(NotFound):
        receiving.status(OTHER, "m-1")
    receipt = receiving.receive(OTHER, hej(case, name="okänt"))

    assert receipt.state == PARKED


def test_a_message_that_nobody_waits_for_yet_is_kept(office: Office, case: Case) -> None:
    receiving = office.engine.exchange.receiving
    office.complete(case, "a")  # with it went the event that waited
    assert receiving.receive(SYSTEM, hej(case)).state == WAITING
    office.engine.messages.deliver_all()

    assert receiving.status(SYSTEM, "m-1").state == WAITING


def test_an_unknown_message_is_parked_with_the_reason_and_nothing_of_what_it_carried(
    office: Office, case: Case
) -> None:
    receipt = office.engine.exchange.receiving.receive(
        SYSTEM, hej(case, name="okänt", payload={"vem": "en person"})
    )
    with office.engine.database.connect() as connection:
        (row,) = connection.execute(select(messages).where(messages.c.name == "okänt")).all()

    assert (receipt.state, receipt.reason) == (PARKED, UNKNOWN)
    assert (row.payload, row.dead_because) == ({}, UNKNOWN)
    assert [letter.message.name for letter in office.engine.store.dead_letters()] == ["okänt"]


def test_both_sides_are_shown_what_is_parked_and_the_receivers_not_from_whom(
    office: Office, case: Case
) -> None:
    office.engine.exchange.receiving.receive(OTHER, hej(case, name="okänt"))
    mine, theirs = (office.engine.exchange.page(a) for a in (office.chef, polis_chef(office)))

    assert [each.reason for each in mine.parked] == [UNKNOWN]
    assert mine.sent == theirs.parked == []
    assert [(each.name, each.state) for each in theirs.sent] == [("okänt", PARKED)]
    assert "polis" not in repr(mine.parked)
    assert "okänt" not in repr(mine.parked).replace(UNKNOWN, "")


def test_what_comes_to_a_closed_case_is_parked(office: Office, case: Case) -> None:
    office.engine.casework.close_case(office.chef, case.id, "A2", "Öppnat av misstag")
    receipt = office.engine.exchange.receiving.receive(SYSTEM, hej(case))

    assert (receipt.state, receipt.reason) == (PARKED, TOO_LATE)


@pytest.mark.parametrize("payload", [{"val": "strunt"}, {"kalla": "socialtjansten"}])
def test_a_value_that_a_message_may_not_carry_is_refused(
    office: Office, case: Case, payload: dict[str, str]
) -> None:
    receiving, before = office.engine.exchange.receiving, kinds(office, case)
    with pytest.raises(InvalidAnswers) as refused:
        receiving.receive(SYSTEM, hej(case, payload=payload))

    assert refused.value.problems.keys() == payload.keys()
    assert kinds(office, case) == before
    with pytest.raises(NotFound):
        receiving.status(SYSTEM, "m-1")


def test_a_message_that_is_not_the_agencys_to_send_is_refused_and_kept(
    office: Office, case: Case
) -> None:
    with pytest.raises(NotAllowed):
        office.engine.exchange.receiving.receive(OTHER, hej(case))

    assert denied(office) == [("receive", case.number)]


@pytest.mark.parametrize("number", ["", "2026-99999"])
def test_a_case_that_is_anothers_answers_like_one_that_there_is_not(
    office: Office, case: Case, number: str
) -> None:
    with pytest.raises(NotFound):
        office.engine.exchange.receiving.receive(STRANGER, hej(case, case=number or case.number))

    assert [verb for verb, _ in denied(office)] == ["receive"]


def test_a_case_whose_part_is_erased_takes_in_nothing(office: Office, case: Case) -> None:
    now = office.engine.clock.now()
    gone = Erasure(case.id, SYSTEM.agency, now, "d", "regel", "lag")
    with office.engine.store.transaction() as unit:
        chosen = [Choice(case.id, "regel", "lag", now.date())]
        unit.retention.propose(Disposal("d", SYSTEM.agency, now, "soc"), chosen)
        unit.retention.erase(gone)
    with pytest.raises(NotFound):
        office.engine.exchange.receiving.receive(SYSTEM, hej(case))


def polis_chef(office: Office) -> Actor:
    return office.person("polis.chef")


def denied(office: Office) -> list[tuple[str, str]]:
    query = select(trail.c.place, trail.c.subject).where(trail.c.kind == "denied")
    with office.engine.database.connect() as connection:
        return [(row.place, row.subject) for row in connection.execute(query)]
