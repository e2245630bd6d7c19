"""What an agency keeps for itself in a case: contacts, version by version, and errands."""

import pytest

from engine.bootstrap import Engine
from engine.errors import Conflict, InvalidAnswers, NotAllowed, NotFound
from engine.model import Case
from tests.engine.db.small import FILES, Office

TOLK = {"roll": ["tolk"], "namn": ["Påhittad tolk"], "kontaktvag": ["Ring aldrig hem."]}
FAR = {"roll": ["vardnadshavare"], "namn": ["Påhittad far"], "far_inte_kontaktas": ["ja"]}


@pytest.fixture
def office(engine_on_both: Engine) -> Office:
    office = Office(engine_on_both)
    office.publish(FILES)
    return office


@pytest.fixture
def case(office: Office) -> Case:
    return office.open()


def kinds(office: Office, case: Case, prefix: str) -> list[str]:
    return [e.kind for e in office.engine.casefile.log(case.id) if e.kind.startswith(prefix)]


def test_a_contact_is_added_changed_and_taken_out_and_every_version_is_kept(
    office: Office, case: Case
) -> None:
    register, tabs = office.engine.contacts, office.engine.casetabs
    register.add(office.soc, case.id, TOLK)
    (line,) = tabs.contacts(office.soc, case.id)
    register.change(office.chef, case.id, line.contact.id, 1, TOLK | {"namn": ["Ny tolk"]})

    versions = tabs.contact(office.soc, case.id, line.contact.id)
    assert [(v.name, v.by) for v in versions] == [
        ("Ny tolk", office.chef.name), ("Påhittad tolk", office.soc.name),
    ]  # fmt: skip
    register.remove(office.soc, case.id, line.contact.id)
    assert tabs.contacts(office.soc, case.id) == ()
    assert kinds(office, case, "contact") == [
        "contact_added", "contact_changed", "contact_removed",
    ]  # fmt: skip


def test_the_log_never_tells_who_a_contact_is(office: Office, case: Case) -> None:
    office.engine.contacts.add(office.soc, case.id, FAR)

    assert "far" not in repr([e.details for e in office.engine.casefile.log(case.id)]).lower()


def test_two_who_change_one_contact_do_not_overwrite_each_other(office: Office, case: Case) -> None:
    office.engine.contacts.add(office.soc, case.id, TOLK)
    (line,) = office.engine.casetabs.contacts(office.soc, case.id)
    office.engine.contacts.change(office.chef, case.id, line.contact.id, 1, FAR)

    with pytest.raises(Conflict, match="kollega har ändrat"):
        office.engine.contacts.change(office.soc, case.id, line.contact.id, 1, TOLK)


def test_a_contact_without_a_name_is_told_of(office: Office, case: Case) -> None:
    with pytest.raises(InvalidAnswers, match="namn"):
        office.engine.contacts.add(office.soc, case.id, {"roll": ["tolk"]})


def test_the_same_form_sent_twice_is_one_contact_and_one_errand(office: Office, case: Case) -> None:
    for _ in range(2):
        office.engine.contacts.add(office.soc, case.id, TOLK, "k1")
        office.engine.errands.add(office.soc, case.id, {"rubrik": ["Ring"]}, (), "k2")

    assert len(office.engine.casetabs.contacts(office.soc, case.id)) == 1
    assert len(office.engine.casefile.case_page(office.soc, case.id).errands) == 1


@pytest.mark.parametrize("name", ["polis", "mig"])
def test_another_agencys_contacts_and_errands_are_not_found(
    office: Office, case: Case, name: str
) -> None:
    other = office.person(name)
    office.engine.contacts.add(office.soc, case.id, TOLK)
    office.engine.errands.add(office.soc, case.id, {"rubrik": ["Ring"]}, ())
    (line,) = office.engine.casetabs.contacts(office.soc, case.id)
    (errand,) = office.engine.casefile.case_page(office.soc, case.id).errands

    for attempt in (
        lambda: office.engine.contacts.change(other, case.id, line.contact.id, 1, TOLK),
        lambda: office.engine.contacts.remove(other, case.id, line.contact.id),
        lambda: office.engine.casetabs.contact(other, case.id, line.contact.id),
        lambda: office.engine.errands.finish(other, case.id, errand.errand.id),
        lambda: office.engine.errands.assign(other, case.id, errand.errand.id, ""),
    ):
        before = office.engine.store.denials()
        with pytest.raises(NotFound):
            attempt()
        assert office.engine.store.denials() == before + 1


def test_an_errand_is_given_done_and_opened_again(office: Office, case: Case) -> None:
    errands, soc = office.engine.errands, office.soc
    colleagues = office.engine.casetabs.colleagues(soc)
    typed = {"rubrik": ["Ring"], "handlaggare": [office.chef.id], "klar_senast-day": ["1"],
             "klar_senast-month": ["3"], "klar_senast-year": ["2026"]}  # fmt: skip
    errands.add(soc, case.id, typed, colleagues)

    (line,) = office.engine.casefile.case_page(soc, case.id).errands
    assert (line.title, line.assignee_name, line.passed, line.due_words) == (
        "Ring", office.chef.name, True, "i går",
    )  # fmt: skip
    errands.assign(soc, case.id, line.errand.id, soc.id)
    errands.finish(soc, case.id, line.errand.id)
    with pytest.raises(Conflict, match="redan klar"):
        errands.finish(soc, case.id, line.errand.id)
    errands.reopen(soc, case.id, line.errand.id)
    with pytest.raises(Conflict, match="redan öppen"):
        errands.reopen(soc, case.id, line.errand.id)
    assert kinds(office, case, "errand") == [
        "errand_added", "errand_assigned", "errand_done", "errand_reopened",
    ]  # fmt: skip


def test_an_errand_stays_inside_the_agency(office: Office, case: Case) -> None:
    office.engine.errands.add(office.soc, case.id, {"rubrik": ["Hemligt"]}, ())
    (line,) = office.engine.casefile.case_page(office.soc, case.id).errands

    with pytest.raises(NotAllowed):
        office.engine.errands.assign(office.soc, case.id, line.errand.id, office.polis.id)
    assert "Hemligt" not in repr(office.engine.casefile.case_page(office.polis, case.id))


def test_a_closed_case_gets_no_new_errands(office: Office, case: Case) -> None:
    office.engine.casework.close_case(office.chef, case.id, "A1", "Öppnat av misstag.")

    with pytest.raises(Conflict, match="avslutat"):
        office.engine.errands.add(office.soc, case.id, {"rubrik": ["Ring"]}, ())
