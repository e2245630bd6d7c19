import pytest

from engine.modelling.moves import ASKED, MOVED, UNDONE
from tests.engine.modelling.fleet import NEW_STEP, Fleet
from tests.engine.modelling.small import Owners
from tests.web.conftest import Browser
from tests.web.owners_desk import SignIn, desk, ola, owners, pia, sign_in

__all__ = ["desk", "ola", "owners", "pia", "sign_in"]


@pytest.fixture
def fleet(owners: Owners) -> Fleet:
    return Fleet(owners)


def proposed(fleet: Fleet) -> tuple[str, str]:
    """Propose a new step; return the id of the proposal, and where its running cases are shown."""
    draft = fleet.owners.draft(main=NEW_STEP)
    made = fleet.engine.publishing.propose(fleet.owners.pia, draft.id, "Polisen behöver veta")
    return made.id, f"/forslag/{made.id}/arenden"


def tried(fleet: Fleet, pia: Browser) -> tuple[str, str]:
    proposal, address = proposed(fleet)
    pia.get(address)
    assert pia.send(address).status_code == 303
    assert "Refresh" not in pia.get(address).headers
    return proposal, address


def chosen(fleet: Fleet, pia: Browser, address: str, choice: str) -> None:
    """Choose the same for every group."""
    for group in fleet.kept(fleet.proposal(address.split("/")[2])):
        assert pia.send(f"{address}/{group.key}", val=choice).status_code == 303


def in_force(fleet: Fleet, proposal: str) -> None:
    fleet.published(fleet.proposal(proposal))


def test_the_running_cases_are_shown_as_numbers_and_grades_never_which(
    pia: Browser, fleet: Fleet
) -> None:
    cases = [fleet.at_a(), fleet.at_a(), fleet.at_b()]
    _, address = tried(fleet, pia)
    page = pia.get(address).text

    assert "3 ärenden pågår. 2 har något nytt steg framför sig, 1 har gått förbi något" in page
    assert "Bara framåt" in page
    assert "Ny skyldighet redan passerad" in page
    assert not any(case.number in page or case.id in page for case in cases)
    assert address in pia.get(address.removesuffix("/arenden")).text


def test_it_is_shown_in_english_too(pia: Browser, fleet: Fleet) -> None:
    fleet.at_a()
    _, address = tried(fleet, pia)

    page = pia.get(address, headers={"Accept-Language": "en"}).text

    assert "Only ahead" in page
    assert "Move to the new order" in page


def test_a_group_moves_when_the_change_is_in_force_and_can_be_moved_back(
    pia: Browser, fleet: Fleet
) -> None:
    case = fleet.at_a()
    proposal, address = tried(fleet, pia)
    chosen(fleet, pia, address, "move")
    assert "Ärendena i gruppen flyttas när ändringen gäller." in pia.get(address).text

    in_force(fleet, proposal)
    page = pia.get(address).text

    assert "1 flyttade" in page
    (move,) = [m for m in fleet.moves_of(proposal).values() if m.state == MOVED]
    pia.send(f"{address}/{move.group}/angra")
    assert "1 flyttade tillbaka" in pia.get(address).text
    assert fleet.moves_of(proposal)[case.id].state == UNDONE


def test_without_a_choice_nothing_is_saved(pia: Browser, fleet: Fleet) -> None:
    fleet.at_a()
    proposal, address = tried(fleet, pia)
    (group,) = fleet.kept(fleet.proposal(proposal))

    answer = pia.send(f"{address}/{group.key}")

    assert answer.status_code == 422
    assert "Välj om ärendet ska flyttas eller stanna" in answer.text
    answer = pia.send(f"{address}/{group.key}/angra")
    assert answer.status_code == 409


def test_only_process_owners_come_there(sign_in: SignIn, fleet: Fleet) -> None:
    _, address = proposed(fleet)
    soc = sign_in("soc")

    assert soc.get(address).status_code == 404
    assert soc.send(address).status_code == 404


def test_a_caseworker_is_asked_and_decides(pia: Browser, sign_in: SignIn, fleet: Fleet) -> None:
    case = fleet.at_b()
    polis, soc = sign_in("polis"), sign_in("soc")
    fleet.engine.casework.claim(fleet.owners.polis, fleet.task(case, "b").id)
    proposal, address = tried(fleet, pia)
    chosen(fleet, pia, address, "ask")
    in_force(fleet, proposal)
    assert fleet.moves_of(proposal)[case.id].state == ASKED

    assert "Ska ett ärende följa en ny ordning?" in polis.get("/aviseringar").text
    page = polis.get("/ny-ordning").text
    assert case.number in page
    assert "Polisen behöver veta" in page
    assert case.number not in soc.get("/ny-ordning").text
    to = f"/ny-ordning/{proposal}/{case.id}"
    wrong = polis.send(to, val="move")
    assert wrong.status_code == 422
    assert "Välj skälet" in wrong.text
    assert soc.send(to, val="move", skal="behovs").status_code == 404

    assert polis.send(to, val="move", skal="behovs").status_code == 303

    assert fleet.instance(case).version != fleet.owners.live
    assert "Inga ärenden väntar" in polis.get("/ny-ordning").text
    assert "Ärendet följer en ny ordning" in polis.get(f"/arende/{case.id}?flik=handelser").text
    assert polis.send(to, val="stay", skal="klart").status_code == 409
