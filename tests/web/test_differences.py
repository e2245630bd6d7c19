import pytest

from engine.modelling.sources import unpacked, uploaded
from tests.engine.modelling.small import FORM, LIVE, MAIN, Owners, main
from tests.web.conftest import Browser
from tests.web.owners_desk import SignIn, desk, ola, owners, pia, sign_in

__all__ = ["desk", "ola", "owners", "pia", "sign_in"]
MOVED = main("b", "late", "n")
LANE = "Steget ”N” (Socialtjänsten): banan är nu Polismyndigheten (tidigare Socialtjänsten)."


def test_a_draft_shows_what_it_changes_whom_it_concerns_and_the_drawing(
    pia: Browser, owners: Owners
) -> None:
    draft = owners.draft(main=MOVED)
    page = pia.get(f"/utkast/{draft.id}/skillnad").text

    assert LANE in page
    assert "<strong>Polismyndigheten, Socialtjänsten</strong>" in " ".join(page.split())
    address = f"/utkast/{draft.id}/skillnad/stod_och_skydd.svg?sida=efter"
    assert address in page
    picture = pia.get(address)
    assert picture.mimetype == "image/svg+xml"
    assert "sandbox" in picture.headers["Content-Security-Policy"]
    assert 'class="bpmn-userTask changed"' in picture.text
    assert pia.get(address.replace("efter", "x")).status_code == 404


def test_a_draft_without_a_change_says_so(pia: Browser, owners: Owners) -> None:
    page = pia.get(f"/utkast/{owners.draft().id}/skillnad").text

    assert "Ingen skillnad utom möjligen i hur det är ritat." in page
    assert "Ändringen berör inte någon myndighets" in page


def test_a_draft_that_cannot_be_read_shows_why(pia: Browser, owners: Owners) -> None:
    page = pia.get(f"/utkast/{owners.draft(main='<a/>').id}/skillnad").text

    assert "Skillnaden kan visas när det här är avhjälpt:" in page
    assert "filen är inte ett BPMN 2.0-diagram" in page


def test_a_changed_guidance_is_shown_before_and_after(pia: Browser, owners: Owners) -> None:
    text = LIVE[MAIN].replace(
        '<bpmn:userTask id="b" name="B">',
        '<bpmn:userTask id="b" name="B"><bpmn:documentation>Gör så här.</bpmn:documentation>',
    )
    page = pia.get(f"/utkast/{owners.draft(main=text).id}/skillnad").text

    assert "vägledningen har tillkommit" in page
    assert "Gör så här." in page


def test_versions_are_listed_to_everybody_and_counted_for_owners(
    pia: Browser, sign_in: SignIn, owners: Owners
) -> None:
    owners.engine.casework.open_case(owners.soc)
    mine, theirs = pia.get("/versioner").text, sign_in("soc").get("/versioner").text

    for page in (mine, theirs):
        assert "Version 2" in page
        assert ">Gäller<" in page
    assert "Pågående ärenden" in mine
    assert "Pågående ärenden" not in theirs
    assert "Allt som har hänt" not in theirs
    assert "2026-00001" not in mine + theirs


def test_a_version_shows_what_it_changed(sign_in: SignIn, owners: Owners) -> None:
    old, new = owners.live, owners.publish(LIVE | {MAIN: MOVED})
    soc = sign_in("soc")
    page = soc.get(f"/versioner/{new}").text

    assert "Skillnad mot version 2" in page
    assert LANE in page
    assert "Föreslå något om versionen" not in page
    drawing = soc.get(f"/versioner/{new}/stod_och_skydd.svg?sida=efter&mot={old}")
    assert 'class="bpmn-userTask changed"' in drawing.text
    back = soc.get(f"/versioner/{old}?mot={new}").text
    assert "banan är nu Socialtjänsten" in back


def test_a_version_is_taken_home_whole(sign_in: SignIn, owners: Owners) -> None:
    answer = sign_in("soc").get(f"/versioner/{owners.live}/hamta")

    assert answer.mimetype == "application/zip"
    assert uploaded(unpacked("a.zip", answer.data))[FORM] == LIVE[FORM]


@pytest.mark.parametrize("path", ["", "/hamta", "/stod_och_skydd.svg?mot=x"])
def test_an_unknown_version_is_not_found(pia: Browser, path: str) -> None:
    assert pia.get(f"/versioner/okand{path}").status_code == 404
    assert pia.get(f"/versioner/{'x' * 40}?mot=x").status_code == 404


def test_what_is_known_of_versions_is_not_compared_with_an_unknown(
    pia: Browser, owners: Owners
) -> None:
    assert pia.get(f"/versioner/{owners.live}?mot=okand").status_code == 404


def test_nobody_else_sees_what_a_draft_changes(sign_in: SignIn, owners: Owners) -> None:
    draft, soc = owners.draft(main=MOVED), sign_in("soc.chef")

    assert soc.get(f"/utkast/{draft.id}/skillnad").status_code == 404
    assert soc.get(f"/utkast/{draft.id}/skillnad/stod_och_skydd.svg").status_code == 404
