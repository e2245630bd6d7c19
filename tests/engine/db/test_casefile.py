"""A case as one reader may see it: of others nothing, not even that there is something."""

import pytest
from lxml import etree

from engine.bootstrap import Engine
from engine.errors import Conflict, NotFound
from engine.model import Actor, Case
from engine.views import CasePage
from tests.engine.db.small import FILES, Office
from tests.steps.desk import Desk


def page(office: Office, actor: Actor, case: Case) -> CasePage:
    return office.engine.casefile.case_page(actor, case.id)


def test_the_timeline_has_the_agencys_own_entries_the_newest_first(
    office: Office, case: Case
) -> None:
    office.complete(case, "c", "a")

    titles = [entry.title for entry in page(office, office.soc, case).timeline]
    assert titles == ["Klar: A", "Ny uppgift: B", "Ny uppgift: A", "Ärendet öppnades"]
    titles = [entry.title for entry in page(office, office.polis, case).timeline]
    assert titles == ["Klar: C", "Ny uppgift: C"]


def test_answers_are_shown_to_the_agency_that_gave_them_only(office: Office, case: Case) -> None:
    office.complete(case, "a", text="Hemligt hos soc")
    office.complete(case, "c", text="Hemligt hos polis")

    seen = {actor.id: repr(page(office, actor, case)) for actor in (office.soc, office.polis)}
    assert "Hemligt hos soc" in seen["soc"]
    assert "Hemligt hos polis" not in seen["soc"]
    assert "Hemligt hos polis" in seen["polis"]
    assert "Hemligt hos soc" not in seen["polis"]


def test_other_agencies_people_and_tasks_are_not_on_the_page(office: Office, case: Case) -> None:
    office.engine.casework.claim(office.chef, office.task(case, "b").id)
    office.complete(case, "a")

    seen = repr(page(office, office.polis, case))
    assert office.soc.name not in seen
    assert office.chef.name not in seen
    assert office.soc.id not in {
        line.assignee_name for line in page(office, office.polis, case).tasks
    }
    assert "Ny uppgift: A" not in seen


def test_answers_stand_with_the_questions_in_swedish(office: Office, case: Case) -> None:
    office.complete(case, "a", text="Kort.")
    (entry,) = [e for e in page(office, office.soc, case).timeline if e.title == "Klar: A"]

    assert (entry.by, entry.answers) == (office.soc.name, (("Val", "Ja"), ("Skäl", "Kort.")))


def test_a_page_has_the_readers_open_tasks(office: Office, case: Case) -> None:
    assert [line.task.name for line in page(office, office.polis, case).tasks] == ["C"]


def instance_id(office: Office, case: Case) -> str:
    (row,) = office.engine.casefile.processes(case.id)
    return str(row["id"])


def test_a_drawing_is_given_to_one_who_has_a_part_in_it(office: Office, case: Case) -> None:
    xml = office.engine.casefile.diagram(office.polis, case.id, instance_id(office, case), "utred")

    assert xml == FILES["utred.bpmn"]
    assert etree.fromstring(xml.encode()) is not None


def test_a_picture_has_the_readers_own_steps_marked_and_no_others(
    office: Office, case: Case
) -> None:
    place = (office.polis, case.id, instance_id(office, case), "utred")
    before = office.engine.casefile.picture(*place)
    office.complete(case, "c")

    assert marked(before) == {("c", "current")}
    assert marked(office.engine.casefile.picture(*place)) == {("c", "done")}


def marked(svg: str) -> set[tuple[str, str]]:
    """Return the elements of a picture that have a mark, with it."""
    groups = etree.fromstring(svg).iter("{http://www.w3.org/2000/svg}g")
    return {(g.get("id", ""), m) for g in groups for m in g.get("class", "").split()[1:]}


@pytest.mark.parametrize("process", ["utred", "finns_inte"])
def test_a_drawing_the_reader_has_no_part_in_is_not_found(
    office: Office, case: Case, process: str
) -> None:
    place = (office.soc, case.id, instance_id(office, case), process)

    with pytest.raises(NotFound):
        office.engine.casefile.diagram(*place)
    with pytest.raises(NotFound):
        office.engine.casefile.picture(*place)


def test_a_drawing_of_another_case_is_not_found(office: Office, case: Case) -> None:
    other = instance_id(office, office.open())

    with pytest.raises(NotFound):
        office.engine.casefile.diagram(office.polis, case.id, other, "utred")


@pytest.mark.parametrize("name", ["mig", "soc"])
def test_a_case_the_reader_takes_no_part_in_is_not_found_and_the_attempt_is_kept(
    office: Office, case: Case, name: str
) -> None:
    case_id = case.id if name == "mig" else "no-such-case"
    with pytest.raises(NotFound):
        office.engine.casefile.case_page(office.person(name), case_id)

    assert office.engine.store.denials() == 1


def test_an_event_can_be_registered_while_something_waits_for_it(
    office: Office, case: Case
) -> None:
    assert page(office, office.soc, case).registrable == (("hej", "Hej"),)
    assert page(office, office.polis, case).registrable == ()
    office.complete(case, "a")

    assert page(office, office.soc, case).registrable == ()
    with pytest.raises(Conflict, match="väntar"):
        office.engine.messages.register(office.soc, case.id, "hej")


def test_a_registered_event_is_on_the_page_of_who_registered_it(office: Office, case: Case) -> None:
    office.engine.messages.register(office.soc, case.id, "hej")

    titles = [entry.title for entry in page(office, office.soc, case).timeline]
    assert "Händelse registrerad: Hej" in titles
    assert "Hej" not in repr(page(office, office.polis, case).timeline)


def test_only_a_chef_at_socialtjansten_may_close(office: Office, case: Case) -> None:
    assert page(office, office.chef, case).may_close
    assert not page(office, office.soc, case).may_close
    assert page(office, office.chef, case).end_states == (
        ("A1", "Klart"),
        ("A2", "Ingen misstanke"),
    )


def test_everybody_who_took_part_sees_that_the_case_is_closed_and_nobody_why(
    office: Office, case: Case
) -> None:
    office.engine.casework.close_case(office.chef, case.id, "A2", "Hemligt skäl.")
    seen = page(office, office.polis, case)

    assert (seen.end_state_name, seen.tasks, seen.may_close) == ("Ingen misstanke", (), False)
    assert (seen.timeline[0].title, seen.timeline[0].text) == (
        "Ärendet avslutades", "Ingen misstanke",
    )  # fmt: skip
    assert "Hemligt skäl" not in repr(seen)
    assert office.chef.name not in repr(seen)
    assert page(office, office.soc, case).timeline[0].by == office.chef.name


@pytest.fixture
def desk(engine: Engine) -> Desk:
    """A case of the published processes in which several agencies are at work."""
    desk = Desk(engine)
    desk.case_id = engine.casework.open_case(desk.person("Arbetsmiljöverket")).id
    desk.answers |= {
        "misstanke": "kvarstar", "alderskategori": "vuxen", "akut_fara": "nej",
        "behov_konsultation": "nej", "samtycke_soc": "givet", "samtycke_rk": "givet",
        "fu_status": "pagar",
    }  # fmt: skip
    desk.complete_until("Koordinera akuta stödinsatser")
    return desk


def test_no_agency_sees_the_work_of_another_in_the_published_processes(desk: Desk) -> None:
    told = [e for e in desk.log() if e.kind in {"task_opened", "task_completed"}]
    agencies = {entry.agency for entry in told}
    people = desk.engine.queries.people()

    assert {"arbetsmiljoverket", "polismyndigheten", "regionkoordinator"} <= agencies
    for agency in agencies:
        own = {entry.details["name"] for entry in told if entry.agency == agency}
        others = {entry.details["name"] for entry in told} - own
        page = desk.engine.casefile.case_page(desk.person(str(agency)), desk.case_id)
        shown = repr((page.tasks, page.timeline))
        assert [name for name in own if name not in shown] == []
        assert [name for name in others if name in shown] == []
        assert [p.name for p in people if p.agency != agency and p.name in repr(page)] == []


def test_the_answers_on_a_page_are_as_many_as_the_tasks_the_agency_completed(desk: Desk) -> None:
    done = [entry.agency for entry in desk.log() if entry.kind == "task_completed"]

    for agency in set(done):
        page = desk.engine.casefile.case_page(desk.person(str(agency)), desk.case_id)
        assert len([e for e in page.timeline if e.answers]) == done.count(agency)
