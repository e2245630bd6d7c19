"""The tabs of a case page: the agency's own record, exchange, people and contacts."""

import pytest

from engine.bootstrap import Engine
from engine.errors import NotFound
from tests.engine.lived import YES, lived
from tests.steps.desk import Desk

TABS = ("contacts", "people", "exchange", "akt")


@pytest.fixture
def desk(engine: Engine) -> Desk:
    return lived(engine, 5)


def test_the_record_has_what_was_written_received_and_handed_over_in_order(desk: Desk) -> None:
    mig, soc = desk.person("Migrationsverket"), desk.person("Socialtjänsten")
    akt = desk.engine.casetabs.akt(mig, desk.case_id)

    assert {e.kind for e in akt} == {"egen", "lämnat"}
    own = [entry for entry in akt if entry.kind == "egen"]
    assert own[0].title == "Registrera misstanke om människohandel"
    assert own[0].by == mig.name
    assert all(entry.answers for entry in own)
    (wish,) = [e for e in akt if e.title == "Önskan om insatser"]
    assert dict(wish.facts)["Till"] == "Socialtjänsten"
    assert wish.answers
    theirs = desk.engine.casetabs.akt(soc, desk.case_id)
    assert [e.answers for e in theirs if e.kind == "mottaget"] == [wish.answers]
    assert mig.name not in repr(theirs)


def test_a_consent_and_an_ending_are_in_the_record_too(desk: Desk) -> None:
    chef = desk.person("Socialtjänsten", "chef")
    desk.engine.consents.answer(chef, desk.case_id, "betanketid", YES)
    desk.engine.casework.close_case(chef, desk.case_id, "A1", "Öppnat av misstag.")

    akt = desk.engine.casetabs.akt(chef, desk.case_id)
    said = {entry.title: dict(entry.answers) for entry in akt}
    assert said["Ansökan om betänketid"]["Hur lämnades beskedet?"] == "Muntligt"
    assert said["Ärendet avslutades för hand"]["Skäl"] == "Öppnat av misstag."


def test_what_was_handed_over_has_a_receipt_and_what_was_registered_a_state(desk: Desk) -> None:
    rk = desk.person("regionkoordinatorn")
    desk.engine.messages.register(rk, desk.case_id, "samtycke_aterkallat")
    sent, _, _ = desk.engine.casetabs.exchange(desk.person("Migrationsverket"), desk.case_id)
    _, received, notices = desk.engine.casetabs.exchange(rk, desk.case_id)

    assert {line.receiver for line in sent} >= {"Socialtjänsten", "Regionkoordinator"}
    assert all(line.received_at == line.at for line in sent)
    assert [line.sender for line in received] == ["Migrationsverket"]
    assert [(n.name, n.state, n.by) for n in notices] == [
        ("Personen återkallar ett samtycke", "levererat", rk.name)
    ]


def test_only_those_who_have_exchanged_something_are_known_to_take_part(desk: Desk) -> None:
    for agency, known in (
        ("Migrationsverket", ["Migrationsverket", "Polismyndigheten", "Regionkoordinator",
                              "Socialtjänsten"]),
        ("regionkoordinatorn", ["Regionkoordinator", "Migrationsverket"]),
    ):  # fmt: skip
        parties, colleagues = desk.engine.casetabs.people(desk.person(agency), desk.case_id)
        assert [party.name for party in parties] == known
        own = {desk.person(agency).name}
        assert {each.name for each in colleagues} <= own


def test_nobody_outside_finds_any_of_it(desk: Desk) -> None:
    for tab in TABS:
        with pytest.raises(NotFound):
            getattr(desk.engine.casetabs, tab)(desk.person("IOM"), desk.case_id)
