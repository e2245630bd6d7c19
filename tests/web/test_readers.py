from tests.engine.modelling.diff.rich import HANDOVERS
from tests.engine.modelling.readers.handing import HANDING
from tests.engine.modelling.small import Owners
from tests.web.conftest import Browser
from tests.web.owners_desk import SignIn, desk, ola, owners, pia, sign_in

__all__ = ["desk", "ola", "owners", "pia", "sign_in"]
MORE = HANDING[HANDOVERS].replace('["skal"]', '["skal", "val"]')
TOLD = "Socialtjänsten får läsa ”Val” i formuläret f"


def test_a_draft_shows_who_would_see_more_there_and_in_its_proposal(
    pia: Browser, owners: Owners
) -> None:
    owners.live = owners.publish(HANDING)
    draft = owners.draft(**{HANDOVERS: MORE})

    for page in ("insyn", "skillnad"):
        assert TOLD in pia.get(f"/utkast/{draft.id}/{page}").text
    form = pia.get(f"/utkast/{draft.id}/insyn?formular=f").text
    assert "Skrivs och läses av:" in form
    assert "M01 Anmälan" in form
    assert TOLD not in form
    assert f"/utkast/{draft.id}/insyn" in pia.get(f"/utkast/{draft.id}").text


def test_a_draft_that_alters_nothing_or_cannot_be_read_says_so(
    pia: Browser, owners: Owners
) -> None:
    same, broken = owners.draft(), owners.draft(main="<a/>")

    assert "Ingen ser fler eller färre svar än i dag." in pia.get(f"/utkast/{same.id}/insyn").text
    assert "filen är inte ett BPMN 2.0-diagram" in pia.get(f"/utkast/{broken.id}/insyn").text


def test_a_version_is_shown_to_everybody_but_a_draft_to_owners(
    sign_in: SignIn, owners: Owners
) -> None:
    version, draft, soc = owners.publish(HANDING), owners.draft(), sign_in("soc")
    page = soc.get(f"/versioner/{version}/insyn")

    assert "Frågor den själv svarar på" in page.text
    assert "Vad utkastet ändrar" not in page.text
    assert "Polismyndigheten" not in soc.get("/").text  # the header is the reader's own
    assert soc.get(f"/versioner/{version}/insyn?aktor=polismyndigheten").status_code == 200
    assert soc.get(f"/utkast/{draft.id}/insyn").status_code == 404
    assert soc.get("/versioner/okand/insyn").status_code == 404
