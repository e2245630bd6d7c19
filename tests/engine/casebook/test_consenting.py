"""Consents on the case page: a yes taken back holds at once (X1), a later yes is known by all."""

import pytest

from engine.bootstrap import Engine
from engine.errors import Conflict, InvalidAnswers, NotAllowed, NotFound
from engine.replay import differences, rebuild
from tests.engine.lived import NO, SAID, YES, lived
from tests.steps.desk import Desk

CONTACT = "Ta kontakt med personen"
TO_REGISTER = "Registrera återkallat samtycke"


@pytest.fixture
def desk(engine_on_both: Engine) -> Desk:
    return lived(engine_on_both)


def values(desk: Desk, name: str) -> set[str | None]:
    return {i.variables.get(name) for i in desk.instances().values() if not i.ended}


def names(desk: Desk) -> set[str]:
    return {task.name for task in desk.tasks()}


def test_what_is_voluntary_ends_at_once_and_socialtjansten_gets_to_register_it(
    desk: Desk,
) -> None:
    rk = desk.person("regionkoordinatorn")
    assert CONTACT in names(desk)
    desk.engine.consents.withdraw(rk, desk.case_id, "kontakt_rk", SAID)

    assert CONTACT not in names(desk)
    assert TO_REGISTER in {task.name for task in desk.tasks("Socialtjänsten")}
    assert "givet" not in values(desk, "samtycke_rk")


def test_the_log_tells_that_it_happened_and_never_how_it_was_said(desk: Desk) -> None:
    rk = desk.person("regionkoordinatorn")
    desk.engine.consents.withdraw(rk, desk.case_id, "kontakt_rk", SAID)

    entries = [e for e in desk.log() if e.actor == rk.id]
    assert [e.kind for e in entries] == ["consent_answered", "message_registered"]
    assert entries[0].details["answer"] == "aterkallat"
    assert "påhittiska" not in repr(desk.log())


def test_the_case_can_be_rebuilt_from_its_log_afterwards(desk: Desk) -> None:
    rk = desk.person("regionkoordinatorn")
    desk.engine.consents.withdraw(rk, desk.case_id, "kontakt_rk", SAID)
    rebuilt = rebuild(desk.log(), desk.engine.processes)

    saved = desk.instances()
    assert saved.keys() == rebuilt.keys()
    assert [differences(saved[each], rebuilt[each]) for each in saved] == [[]] * len(saved)


def test_a_yes_after_a_no_is_known_in_every_process(desk: Desk) -> None:
    soc = desk.person("Socialtjänsten")
    desk.engine.consents.answer(soc, desk.case_id, "betanketid", NO)
    assert values(desk, "samtycke_betanketid") == {"nekat"}
    desk.engine.consents.answer(soc, desk.case_id, "betanketid", YES)

    assert values(desk, "samtycke_betanketid") == {"givet"}
    with pytest.raises(Conflict, match="redan givet"):
        desk.engine.consents.answer(soc, desk.case_id, "betanketid", YES)
    desk.engine.consents.withdraw(soc, desk.case_id, "betanketid", SAID)
    assert values(desk, "samtycke_betanketid") <= {"aterkallat", None}


def test_the_same_command_counts_once(desk: Desk) -> None:
    soc = desk.person("Socialtjänsten")
    for _ in range(2):
        desk.engine.consents.answer(soc, desk.case_id, "betanketid", YES, "k1")

    assert [e.kind for e in desk.log()].count("consent_answered") == 1


def test_what_is_not_given_cannot_be_taken_back(desk: Desk) -> None:
    soc = desk.person("Socialtjänsten")

    with pytest.raises(Conflict, match="inte givet"):
        desk.engine.consents.withdraw(soc, desk.case_id, "sip", SAID)


def test_some_consents_are_given_in_a_task_only(desk: Desk) -> None:
    soc = desk.person("Socialtjänsten")

    with pytest.raises(Conflict, match="uppgift som frågar"):
        desk.engine.consents.answer(soc, desk.case_id, "iom", YES)


def test_an_answer_says_how_it_was_given(desk: Desk) -> None:
    soc = desk.person("Socialtjänsten")
    with pytest.raises(InvalidAnswers) as refused:
        desk.engine.consents.answer(soc, desk.case_id, "betanketid", {"svar": ["givet"]})

    assert set(refused.value.problems) == {
        "information", "datum", "lamnat", "foretradare", "tolk",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("agency", "code"),
    [("Arbetsmiljöverket", "kontakt_rk"), ("Socialtjänsten", "kontakt_rk"),
     ("Socialtjänsten", "finns_inte")],
)  # fmt: skip
def test_what_an_agency_may_not_know_of_is_not_found_and_the_attempt_is_kept(
    desk: Desk, agency: str, code: str
) -> None:
    before = desk.log()
    with pytest.raises(NotFound):
        desk.engine.consents.withdraw(desk.person(agency), desk.case_id, code, SAID)

    assert desk.engine.store.denials() == 1
    assert desk.log() == before


def test_an_agency_that_may_not_register_a_withdrawal_changes_nothing(desk: Desk) -> None:
    desk.complete_until("Besluta om förundersökning")
    desk.complete_until("Informera om betänketid")
    akl = desk.person("Åklagarmyndigheten")

    with pytest.raises((NotAllowed, NotFound)):
        desk.engine.consents.answer(akl, desk.case_id, "betanketid", YES)


def test_a_closed_case_is_left_alone(desk: Desk) -> None:
    chef = desk.person("Socialtjänsten", "chef")
    desk.engine.casework.close_case(chef, desk.case_id, "A1", "Öppnat av misstag.")

    with pytest.raises(Conflict, match="avslutat"):
        desk.engine.consents.answer(chef, desk.case_id, "betanketid", YES)
