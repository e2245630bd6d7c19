"""Steps about what one agency hands over to another: on which ground, or why not."""

from pytest_bdd import parsers, then

from engine.errors import InvalidAnswers
from engine.views import CasePage
from tests.steps.casework import said
from tests.steps.desk import NAMES, Desk


def page(desk: Desk, agency: str) -> CasePage:
    return desk.engine.casefile.case_page(desk.person(agency), desk.case_id)


@then(said('har {agency:Agency} tagit emot "{name}" från {sender:Agency} med stöd av {law}'))
def has_received(desk: Desk, agency: str, name: str, sender: str, law: str) -> None:
    """Read what the receiver reads: the page of the case."""
    names = desk.engine.queries.agency_name(NAMES[sender])
    found = [(line.name, line.sender) for line in page(desk, agency).received
             if line.ground.startswith(f"{law} ")]  # fmt: skip
    assert (name, names) in found, page(desk, agency).received


@then(said("har {agency:Agency} inte tagit emot något"))
def has_received_nothing(desk: Desk, agency: str) -> None:
    received = [entry for entry in desk.log() if entry.kind == "received"]
    assert NAMES[agency] not in [entry.agency for entry in received]


@then(parsers.parse("har ingen lämnat något till en {party}"))
def party_gets_nothing(desk: Desk, party: str) -> None:
    """Something was handed over, but nothing to this party outside."""
    receivers = [entry.details["receiver"] for entry in desk.log() if entry.kind == "disclosed"]
    assert receivers
    assert [each for each in receivers if party in each.lower()] == []


@then("har ingen lämnat ut något")
def nothing_left(desk: Desk) -> None:
    assert [entry.details["name"] for entry in desk.log() if entry.kind == "disclosed"] == []


@then(parsers.parse('stoppas utlämnandet: "{text}"'))
def stopped(desk: Desk, text: str) -> None:
    assert isinstance(desk.refused, InvalidAnswers)
    assert text in str(desk.refused)


@then(said('ser bara {agency:Agency} att "{name}" stoppades'))
def only_the_sender_sees(desk: Desk, agency: str, name: str) -> None:
    stopped = [e for e in desk.log() if e.kind == "disclosure_denied"]
    assert {(e.agency, e.details["handover"]) for e in stopped} == {(NAMES[agency], name)}
    titles = [entry.title for entry in page(desk, agency).timeline]
    assert f"Stoppat, saknar grund: {name}" in titles


@then(said('läser {agency:Agency} inte "{text}"'))
def does_not_read(desk: Desk, agency: str, text: str) -> None:
    assert text not in repr(page(desk, agency))


@then(said('läser {agency:Agency} "{text}"'))
def reads(desk: Desk, agency: str, text: str) -> None:
    """What is masked is read the way a person does: by saying why."""
    received, reader = page(desk, agency).received, desk.person(agency)
    reveal = desk.engine.protection.reveal
    masked = [line.reveals for line in received if line.reveals]
    shown = [reveal(reader, desk.case_id, *each, "kontakt").answers for each in masked]
    assert text in repr([received, shown])


@then("står inget av innehållet i loggen")
def facts_only(desk: Desk) -> None:
    told = [e.details for e in desk.log() if e.kind in {"disclosed", "received"}]
    assert told
    for details in told:
        assert set(details) <= {"disclosure_id", "message", "name", "ground", "fields",
                                "sender", "receiver"}  # fmt: skip
