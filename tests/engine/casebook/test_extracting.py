"""An extract is chosen by one and approved by another, and tells that and why something lacks."""

import pytest

from engine.errors import Conflict, InvalidAnswers, NotAllowed, NotFound
from engine.model import Case
from engine.secrecy.extracts import WHY
from tests.engine.db.protected import OTHER, STREET, told
from tests.engine.db.small import Office

NEIGHBOUR = "Vad en granne har sagt"


@pytest.fixture
def case(office: Office) -> Case:
    case = office.open()
    told(office, case)
    office.engine.clock.advance(minutes=1)  # type: ignore[attr-defined]
    told(office, case, "b")
    return case


def typed(office: Office, case: Case) -> dict[str, str]:
    """The first record is given, the second left out."""
    first, second = (each.key for each in office.engine.extractfile.page(office.soc, case.id).held)
    return {f"val-{first}": "lamna_ut", f"val-{second}": "utelamna", f"varfor-{second}": "annan",
            f"istallet-{second}": NEIGHBOUR}  # fmt: skip


def test_what_is_approved_is_handed_out_and_the_rest_told_of(office: Office, case: Case) -> None:
    extracts = office.engine.extracts
    made = extracts.propose(office.soc, case.id, typed(office, case))
    with pytest.raises(NotFound):
        extracts.hand_out(office.soc, case.id, made)
    extracts.approve(office.chef, case.id, made)
    taken = extracts.hand_out(office.soc, case.id, made)

    (sheet,) = taken.sheets
    assert ("Skäl", STREET) in sheet.answers
    assert [(left.number, left.why, left.instead) for left in taken.left] == [
        (2, WHY["annan"], NEIGHBOUR)
    ]


def test_nobody_approves_their_own_nor_twice(office: Office, case: Case) -> None:
    extracts = office.engine.extracts
    made = extracts.propose(office.soc, case.id, typed(office, case))
    with pytest.raises(Conflict, match="eget"):
        extracts.approve(office.soc, case.id, made)
    extracts.approve(office.chef, case.id, made)
    with pytest.raises(Conflict, match="redan"):
        extracts.approve(office.chef, case.id, made)


def test_it_takes_the_role_that_reads_protected_data(office: Office, case: Case) -> None:
    extracts, leader = office.engine.extracts, office.person("soc.gruppledare")
    made = extracts.propose(office.soc, case.id, typed(office, case))
    for act in (extracts.approve, extracts.hand_out, extracts.propose):
        with pytest.raises(NotAllowed):
            act(leader, case.id, made)  # type: ignore[arg-type]


def test_another_agency_finds_nothing(office: Office, case: Case) -> None:
    extracts = office.engine.extracts
    made = extracts.propose(office.soc, case.id, typed(office, case))
    for act in (extracts.approve, extracts.hand_out):
        with pytest.raises(NotFound):
            act(office.polis, case.id, made)
        with pytest.raises(NotAllowed):
            act(office.mig, case.id, made)
        with pytest.raises(NotFound):
            act(office.chef, case.id, "no-such-extract")
    assert office.engine.extractfile.page(office.polis, case.id).newest is None
    with pytest.raises(NotFound):
        office.engine.extractfile.page(office.mig, case.id)


def test_each_record_has_to_be_decided(office: Office, case: Case) -> None:
    with pytest.raises(InvalidAnswers):
        office.engine.extracts.propose(office.soc, case.id, {})


def test_the_log_tells_that_and_never_what(office: Office, case: Case) -> None:
    extracts = office.engine.extracts
    made = extracts.propose(office.soc, case.id, typed(office, case))
    extracts.approve(office.chef, case.id, made)
    extracts.hand_out(office.soc, case.id, made)
    log = [entry for entry in office.engine.casefile.log(case.id) if "extract" in entry.kind]

    assert [(entry.kind, entry.actor) for entry in log] == [
        ("extract_proposed", "soc"), ("extract_approved", "soc.chef"), ("extract_given", "soc"),
    ]  # fmt: skip
    assert log[0].details["left"] == 1
    for words in (NEIGHBOUR, STREET, OTHER):
        assert words not in repr(log)


def test_what_came_later_is_not_in_it(office: Office, case: Case) -> None:
    extracts = office.engine.extracts
    made = extracts.propose(office.soc, case.id, typed(office, case))
    extracts.approve(office.chef, case.id, made)
    office.engine.contacts.add(office.soc, case.id, {"roll": ["tolk"], "namn": ["Påhittad"]})

    assert len(extracts.hand_out(office.soc, case.id, made).sheets) == 1
