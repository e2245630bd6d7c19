"""The contact register in a browser: added, changed, taken out; nobody else's to find."""

import pytest

from engine.bootstrap import Engine
from tests.web.clerks import Clerks

TOLK = {"roll": "tolk", "namn": "Påhittad <tolk>", "kontaktvag": "Ring aldrig hem."}
FAR = {"roll": "vardnadshavare", "namn": "Påhittad far", "far_inte_kontaktas": "ja"}


@pytest.fixture
def clerks(engine_on_both: Engine) -> Clerks:
    return Clerks(engine_on_both)


def contact_id(clerks: Clerks) -> str:
    soc = clerks.desk.person("Socialtjänsten")
    (line, *_) = clerks.engine.casetabs.contacts(soc, clerks.desk.case_id)
    return str(line.contact.id)


def test_a_contact_is_added_and_a_blocked_one_warned_of(clerks: Clerks) -> None:
    soc = clerks.at("soc")
    assert "Lägg till en kontakt" in soc.get(f"{clerks.case}/kontakt").text
    for each in (TOLK, FAR):
        assert soc.send(f"{clerks.case}/kontakt", **each).status_code == 303
    page = soc.get(f"{clerks.case}?flik=medverkande").text

    assert "Påhittad &lt;tolk&gt;" in page
    assert page.index("Får inte kontaktas") < page.index("Ring aldrig hem.")


def test_what_is_missing_is_told_and_everything_typed_is_kept(clerks: Clerks) -> None:
    answer = clerks.at("soc").send(f"{clerks.case}/kontakt", kontaktvag="Ring aldrig hem.")

    assert answer.status_code == 422
    assert '<a href="#namn">Ange namn eller funktion</a>' in answer.text
    assert "Ring aldrig hem." in answer.text


def test_a_changed_contact_shows_what_it_was(clerks: Clerks) -> None:
    soc = clerks.at("soc")
    soc.send(f"{clerks.case}/kontakt", **TOLK)
    place = f"{clerks.case}/kontakt/{contact_id(clerks)}"
    assert soc.send(place, **TOLK | {"namn": "Ny tolk", "_version": "1"}).status_code == 303

    page = soc.get(place).text
    assert page.index("Ny tolk") < page.index("Tidigare lydelser") < page.index("&lt;tolk&gt;")


@pytest.mark.parametrize("version", ["1", "", "-1", "²", "9" * 30])
def test_a_stale_form_is_shown_again_with_what_was_typed(clerks: Clerks, version: str) -> None:
    soc = clerks.at("soc")
    soc.send(f"{clerks.case}/kontakt", **TOLK)
    place = f"{clerks.case}/kontakt/{contact_id(clerks)}"
    clerks.at("soc.chef").send(place, **FAR | {"_version": "1"})
    answer = soc.send(place, **TOLK | {"namn": "Min ändring", "_version": version})

    assert answer.status_code == 422
    assert "kollega har ändrat kontakten" in answer.text
    assert "Min ändring" in answer.text
    assert 'name="_version" value="2"' in answer.text


def test_a_contact_is_taken_out(clerks: Clerks) -> None:
    soc = clerks.at("soc")
    soc.send(f"{clerks.case}/kontakt", **TOLK)
    place = f"{clerks.case}/kontakt/{contact_id(clerks)}"

    assert soc.send(f"{place}/bort").status_code == 303
    assert soc.get(place).status_code == 404
    assert "Ingen kontakt är registrerad" in soc.get(f"{clerks.case}?flik=medverkande").text


@pytest.mark.parametrize("person", ["rk", "iom"])
def test_another_agency_finds_nothing_of_it(clerks: Clerks, person: str) -> None:
    clerks.at("soc").send(f"{clerks.case}/kontakt", **TOLK)
    place, other = f"{clerks.case}/kontakt/{contact_id(clerks)}", clerks.at(person)

    assert other.get(place).status_code == 404
    assert other.send(place, **TOLK).status_code == 404
    assert other.send(f"{place}/bort").status_code == 404
    assert "Påhittad" not in clerks.tab(person, "medverkande")


@pytest.fixture
def marked(clerks: Clerks) -> str:
    """The address of a contact in a case that has been marked since."""
    soc = clerks.at("soc")
    soc.send(f"{clerks.case}/kontakt", **TOLK)
    clerks.engine.protection.mark(
        clerks.desk.person("Socialtjänsten"), clerks.desk.case_id, "skyddat_boende"
    )
    return f"{clerks.case}/kontakt/{contact_id(clerks)}"


def test_in_a_marked_case_the_way_to_reach_somebody_is_shown_once_and_for_a_reason(
    clerks: Clerks, marked: str
) -> None:
    soc = clerks.at("soc")
    for page in (f"{clerks.case}?flik=medverkande", marked):
        assert TOLK["kontaktvag"] not in soc.get(page).text
    hidden = f"{clerks.case}/skyddat/kontakt/{contact_id(clerks)}"
    assert f'href="{hidden}"' in soc.get(f"{clerks.case}?flik=medverkande").text
    assert "Så når ni personen säkert" in soc.get(hidden).text
    assert soc.send(hidden).status_code == 422

    assert TOLK["kontaktvag"] in soc.send(hidden, skal="kontakt").text
    told = clerks.desk.log()[-1]
    assert (told.kind, told.details["fields"]) == ("revealed", ["kontaktvag"])
    assert clerks.at("polis").send(hidden, skal="kontakt").status_code == 404


def test_what_is_masked_is_kept_when_the_rest_is_changed(clerks: Clerks, marked: str) -> None:
    soc, person = clerks.at("soc"), clerks.desk.person("Socialtjänsten")
    assert "Lämna rutan tom för att behålla det" in soc.get(marked).text
    changed = {"roll": "tolk", "namn": "Ny tolk", "kontaktvag": "", "_version": "1"}
    assert soc.send(marked, **changed).status_code == 303
    with clerks.engine.store.transaction() as unit:
        kept = unit.contacts.newest(clerks.desk.case_id, person.agency, contact_id(clerks))

    assert (kept.answers["namn"], kept.answers["kontaktvag"]) == ("Ny tolk", TOLK["kontaktvag"])


def test_an_approved_print_has_the_contacts_too(clerks: Clerks, marked: str) -> None:
    engine, case = clerks.engine, clerks.desk.case_id
    soc, chef = (clerks.desk.person("Socialtjänsten", role) for role in (None, "chef"))
    engine.protection.ask_to_print(soc, case, "Till förhandlingen")
    permit = engine.protected.prints(soc, case).mine
    assert permit
    engine.protection.approve_print(chef, case, permit.permit.id)
    printed = clerks.at("soc").send(f"{clerks.case}/utskrift/{permit.permit.id}")

    assert TOLK["kontaktvag"] in printed.text
    kept = engine.readings.of_case(case)[-1]
    assert (kept.actor, kept.what) == ("soc", "protection.print_out")
