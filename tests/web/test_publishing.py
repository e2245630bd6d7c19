import pytest
from werkzeug.test import TestResponse

from engine.bpmn.definitions import version_of
from tests.engine.modelling.small import LIVE, MAIN, Owners, main
from tests.web.conftest import Browser
from tests.web.owners_desk import SignIn, desk, ola, owners, pia, sign_in

__all__ = ["desk", "ola", "owners", "pia", "sign_in"]
MOVED = main("b", "late", "n")
LATER = {"nar": "senare", "dag-day": "9", "dag-month": "3", "dag-year": "2026", "tid": "08:30"}


def proposed(pia: Browser, owners: Owners, **more: str) -> str:
    """Propose that a step is moved; return the address of the proposal."""
    draft = owners.draft(main=MOVED)
    page = f"/utkast/{draft.id}/foresla"
    pia.get(page)
    answer = pia.send(page, skal="Polisen gör det redan", **more)
    assert answer.status_code == 303, answer.text
    return str(answer.location)


def decide(client: Browser, address: str, what: str = "godkann", **data: str) -> TestResponse:
    client.get(address)
    return client.send(f"{address}/{what}", **data)


def test_the_page_to_propose_says_what_changes_and_who_is_asked(
    pia: Browser, owners: Owners
) -> None:
    draft = owners.draft(main=MOVED)
    page = pia.get(f"/utkast/{draft.id}/foresla").text

    assert "banan är nu Polismyndigheten" in page
    assert "Polismyndigheten, Socialtjänsten" in " ".join(page.split())
    assert f"/utkast/{draft.id}/foresla" in pia.get(f"/utkast/{draft.id}").text


def test_a_change_goes_live_when_all_have_approved(
    pia: Browser, ola: Browser, sign_in: SignIn, owners: Owners
) -> None:
    address = proposed(pia, owners)
    chef, police = sign_in("soc.chef"), sign_in("polis.chef")
    assert "Väntar på dig" in chef.get("/versioner").text
    assert "Ditt beslut för Socialtjänsten" in chef.get(address).text
    assert "Ditt beslut" not in pia.get(address).text

    decide(ola, address)
    decide(chef, address, kommentar="Bra för oss")
    owners.wait()
    done = decide(police, address)
    page = police.get(done.location).text

    assert "Godkänt av alla. Det gäller från och med nu." in page
    assert "Bra för oss" in page
    assert "Genomfört" in page
    assert owners.engine.publications.current() == version_of(LIVE | {MAIN: MOVED})
    listed = pia.get("/versioner").text
    assert "Polisen gör det redan" in listed
    assert "Version 3" in listed
    assert "av Siv Berg, Socialtjänsten" in " ".join(listed.split())


@pytest.mark.parametrize(("typed", "said"), [
    ({"skal": ""}, "Skriv varför"), ({"skal": "x", "nar": "senare"}, "Ange dagen som ett datum"),
    ({"skal": "x", **LATER, "tid": "nio"}, "Ange klockslaget"),
    ({"skal": "x", **LATER, "dag-year": "2025"}, "Välj en tidpunkt som inte har varit"),
])  # fmt: skip
def test_a_proposal_that_lacks_something_is_asked_for_it(
    pia: Browser, owners: Owners, typed: dict[str, str], said: str
) -> None:
    draft = owners.draft(main=MOVED)
    pia.get(f"/utkast/{draft.id}/foresla")
    answer = pia.send(f"/utkast/{draft.id}/foresla", **typed)

    assert answer.status_code == 422
    assert said in answer.text
    assert 'class="govuk-error-summary"' in answer.text
    assert owners.read(draft).state == "open"


def test_what_is_typed_is_kept(pia: Browser, owners: Owners) -> None:
    draft = owners.draft(main=MOVED)
    pia.get(f"/utkast/{draft.id}/foresla")
    page = pia.send(f"/utkast/{draft.id}/foresla", skal="Mitt skäl", nar="senare", tid="7").text

    assert "Mitt skäl" in page
    assert 'value="senare" checked' in page


def test_a_draft_with_faults_or_no_change_is_not_proposed(pia: Browser, owners: Owners) -> None:
    wrong = owners.draft(main=LIVE[MAIN].replace('value="DL-10"', 'value="DL-99"'))
    address = f"/utkast/{wrong.id}/foresla"
    assert "Visa felen" in pia.get(address).text
    assert pia.send(address, skal="Ändå").status_code == 422

    same = owners.draft()
    answer = pia.send(f"/utkast/{same.id}/foresla", skal="Ändå")
    assert answer.status_code == 409
    assert "Utkastet ändrar ingenting." in answer.text


def test_a_proposal_for_later_waits_for_its_day(
    pia: Browser, ola: Browser, sign_in: SignIn, owners: Owners
) -> None:
    address = proposed(pia, owners, **LATER)
    assert "9 mars 2026 kl. 08.30" in pia.get(address).text
    for client in (ola, sign_in("soc.chef"), sign_in("polis.chef")):
        decide(client, address)

    assert "Godkänt, börjar gälla senare" in pia.get(address).text
    assert owners.engine.publications.current() == owners.live
    owners.wait(days=8)
    owners.engine.publishing.publish_due()
    assert "Genomfört" in pia.get(address).text


def test_a_rejection_needs_a_reason_and_gives_the_draft_back(
    pia: Browser, sign_in: SignIn, owners: Owners
) -> None:
    address, chef = proposed(pia, owners), sign_in("soc.chef")
    assert decide(chef, address, "avsla", skal=" ").status_code == 422
    decide(chef, address, "avsla", skal="Steget är vårt")
    page = pia.get(address).text

    assert "Steget är vårt" in page
    assert "Avslaget" in page
    assert decide(chef, address).status_code == 409


def test_a_proposal_is_taken_back(pia: Browser, owners: Owners) -> None:
    address = proposed(pia, owners)
    decide(pia, address, "ta-tillbaka")

    assert "Taget tillbaka" in pia.get(address).text
    assert decide(pia, address, "ta-tillbaka").status_code == 409


def test_an_earlier_version_is_proposed_and_one_is_retired(
    pia: Browser, ola: Browser, sign_in: SignIn, owners: Owners
) -> None:
    new = owners.publish(LIVE | {MAIN: MOVED})
    page = f"/versioner/{owners.live}"
    assert "Föreslå något om versionen" in pia.get(page).text
    assert pia.send(f"{page}/foresla", vad="tillbaka").status_code == 422
    assert pia.send(f"/versioner/{new}/foresla", vad="tillbaka", skal="x").status_code == 409
    back = pia.send(f"{page}/foresla", vad="tillbaka", skal="Fel steg").location
    assert "en tidigare version ska gälla igen" in pia.get(back).text
    for client in (ola, sign_in("soc.chef"), sign_in("polis.chef")):
        owners.wait()
        decide(client, back)
    assert owners.engine.publications.current() == owners.live

    end = pia.send(f"/versioner/{new}/foresla", vad="avveckla", skal="Fel").location
    assert "en version ska avvecklas" in pia.get(end).text
    decide(ola, end)
    assert "Avvecklad" in pia.get(f"/versioner/{new}").text
    assert pia.send(f"/versioner/{new}/foresla", vad="tillbaka", skal="x").status_code == 409


def test_the_drawing_of_a_proposal_is_for_those_who_decide(
    pia: Browser, sign_in: SignIn, owners: Owners
) -> None:
    address = proposed(pia, owners)
    drawing = f"{address}/stod_och_skydd.svg"

    assert 'class="bpmn-userTask changed"' in sign_in("polis.chef").get(drawing).text
    for name in ("soc", "rk", "polis"):
        client = sign_in(name)
        assert client.get(address).status_code == client.get(drawing).status_code == 404
        for what in ("godkann", "avsla", "ta-tillbaka"):
            assert client.send(f"{address}/{what}", skal="x").status_code == 404


def test_the_proposer_cannot_approve(pia: Browser, owners: Owners) -> None:
    address = proposed(pia, owners)

    assert decide(pia, address).status_code == 404


def test_a_notice_leads_to_what_waits(pia: Browser, sign_in: SignIn, owners: Owners) -> None:
    proposed(pia, owners)
    chef = sign_in("soc.chef")
    (line,) = owners.engine.notices.lines(owners.chef)
    assert "Ett förslag om processerna väntar på ditt beslut" in chef.get("/aviseringar").text

    assert chef.get(f"/avisering/{line.id}").location == "/versioner"
