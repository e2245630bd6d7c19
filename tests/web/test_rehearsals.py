from engine.modelling.rehearsals import Failure, Result
from tests.engine.modelling.small import Owners, main
from tests.web.conftest import Browser
from tests.web.owners_desk import SignIn, desk, ola, owners, pia, sign_in

__all__ = ["desk", "ola", "owners", "pia", "sign_in"]
MOVED = main("b", "late", "n")
FAILED = Result(1, (Failure("asyl", "SC-1 Hon söker", "När hon söker", "ingen <b>"),))


def test_scenarios_are_asked_for_and_told_where_the_draft_is_decided_on(
    pia: Browser, owners: Owners
) -> None:
    draft = owners.draft(main=MOVED)
    place = f"/utkast/{draft.id}"
    assert "har inte körts på det här innehållet" in pia.get(place).text
    assert pia.send(f"{place}/scenarier").status_code == 303
    assert "Väntar på att köras" in pia.get(f"{place}/scenarier").text
    begun = owners.engine.rehearsals.take()
    assert begun is not None
    assert ">Körs<" in pia.get(place).text
    owners.engine.rehearsals.keep(begun.version, FAILED)

    page = pia.get(f"{place}/scenarier").text
    assert "asyl: SC-1 Hon söker" in page
    assert "ingen &lt;b&gt;" in page
    assert "1 går inte igenom" in pia.get(f"{place}/foresla").text
    proposal = owners.engine.publishing.propose(owners.pia, draft.id, "Bättre")
    assert "SC-1 Hon söker" in pia.get(f"/forslag/{proposal.id}").text


def test_what_holds_and_what_could_not_be_run_is_told(pia: Browser, owners: Owners) -> None:
    draft = owners.draft(main=MOVED)
    version = owners.engine.rehearsals.ask(owners.pia, draft.id).version
    for result, said in ((Result(7), "Alla går igenom"), (Result(0, broken="trasigt"), "trasigt")):
        owners.engine.rehearsals.keep(version, result)
        assert said in pia.get(f"/utkast/{draft.id}/scenarier").text
    owners.save(draft, "stod_och_skydd.bpmn", main("b"))
    assert "Innan det ändrades:" in pia.get(f"/utkast/{draft.id}").text


def test_a_run_that_was_cut_off_can_be_asked_for_again(pia: Browser, owners: Owners) -> None:
    draft = owners.draft(main=MOVED)
    owners.engine.rehearsals.ask(owners.pia, draft.id)
    owners.engine.rehearsals.take()
    owners.wait(hours=2)
    page = pia.get(f"/utkast/{draft.id}/scenarier").text

    assert "Körningen avbröts." in page
    assert "Kör scenarierna" in page


def test_a_draft_with_faults_and_other_people_get_nothing_run(
    pia: Browser, sign_in: SignIn, owners: Owners
) -> None:
    broken, soc = owners.draft(main="<a/>"), sign_in("soc")
    answer = pia.send(f"/utkast/{broken.id}/scenarier")

    assert answer.status_code == 422
    assert "Utkastet har fel som måste avhjälpas först" in answer.text
    assert soc.get(f"/utkast/{broken.id}/scenarier").status_code == 404
    assert soc.send(f"/utkast/{broken.id}/scenarier").status_code == 404


def test_scenarios_that_are_begun_are_handed_out(
    pia: Browser, sign_in: SignIn, owners: Owners
) -> None:
    draft, broken = owners.draft(main=MOVED), owners.draft(main="<a/>")
    place = f"/utkast/{draft.id}/scenarier/stod_och_skydd.feature"
    assert place in pia.get(f"/utkast/{draft.id}/scenarier").text
    answer = pia.get(place)

    assert answer.text.startswith("# language: sv\nEgenskap: ")
    assert "attachment" in answer.headers["Content-Disposition"]
    assert pia.get(place.replace("stod_och_skydd", "annan")).status_code == 404
    assert pia.get(place.replace(draft.id, broken.id)).status_code == 404
    assert sign_in("soc").get(place).status_code == 404
