"""A stop keeps a case from being erased until a person lifts it, and both are in the log."""

import pytest

from engine.errors import Conflict, InvalidAnswers, NotAllowed, NotFound
from engine.model import Actor, Case
from tests.engine.db.small import Office


def kinds(office: Office, case: Case) -> list[str]:
    return [entry.kind for entry in office.engine.casefile.log(case.id)][-2:]


def test_a_stopped_case_does_not_fall_due_until_it_is_lifted(office: Office, old: Case) -> None:
    engine = office.engine
    engine.retention.stops.hold(office.chef, f" {old.number} ", "Rättegång pågår")
    page = engine.retained.page(office.chef)

    assert page.sorted.due == ()
    (line,) = page.holds
    told = (line.number, line.hold.reason, line.by)
    assert told == (old.number, "Rättegång pågår", office.chef.name)
    with pytest.raises(Conflict):
        engine.retention.propose(office.chef, "socialtjansten", [old.id], looked=True)

    engine.retention.stops.lift(office.chef, line.hold.id)
    assert kinds(office, old) == ["retention_held", "retention_released"]
    assert [each.part.number for each in engine.retained.page(office.chef).sorted.due] == [
        old.number
    ]


def test_a_stop_is_for_ones_own_agency_only(office: Office, old: Case, second: Actor) -> None:
    office.engine.retention.stops.hold(office.person("polis.chef"), old.number, "Ny utredning")

    assert office.engine.retained.page(second).holds == ()
    assert len(office.engine.retained.page(second).sorted.due) == 1


def test_a_case_is_stopped_once(office: Office, old: Case, second: Actor) -> None:
    office.engine.retention.stops.hold(office.chef, old.number, "Rättegång")
    with pytest.raises(Conflict, match="redan stoppad"):
        office.engine.retention.stops.hold(second, old.number, "Rättegång")


@pytest.mark.parametrize("number", ["", "2026-99999"])
def test_what_is_missing_is_said_all_at_once(office: Office, old: Case, number: str) -> None:
    with pytest.raises(InvalidAnswers) as refused:
        office.engine.retention.stops.hold(office.chef, number, " ")

    assert set(refused.value.problems) == {"nummer", "skal"}


def test_another_agencys_case_is_no_case_here(office: Office, old: Case) -> None:
    with pytest.raises(InvalidAnswers, match="inget sådant ärende hos er"):
        office.engine.retention.stops.hold(office.person("mig.chef"), old.number, "Nyfiken")


def test_only_those_who_answer_for_the_archive_of_the_agency(office: Office, old: Case) -> None:
    stops = office.engine.retention.stops
    with pytest.raises(NotAllowed):
        stops.hold(office.soc, old.number, "Nej")
    stops.hold(office.chef, old.number, "Ja")
    (line,) = office.engine.retained.page(office.chef).holds
    with pytest.raises(NotAllowed):
        stops.lift(office.person("polis.chef"), line.hold.id)
    with pytest.raises(NotFound):
        stops.lift(office.chef, "x")


def test_one_who_is_disqualified_finds_no_such_case(office: Office, old: Case) -> None:
    office.engine.staffing.disqualify(office.chef, old.id, office.chef.id, "Min granne")
    with pytest.raises(InvalidAnswers, match="inget sådant ärende hos er"):
        office.engine.retention.stops.hold(office.chef, old.number, "Skäl")
    assert office.engine.retained.page(office.chef).sorted.due == ()
