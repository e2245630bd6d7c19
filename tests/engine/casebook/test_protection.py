"""What is masked is seen for a reason, printed with a colleague's yes, and never by others."""

import pytest

from engine.errors import Conflict, InvalidAnswers, NotAllowed, NotFound
from engine.model import Actor, Case, Event
from engine.secrecy.protected import Sheet
from tests.engine.db.protected import OTHER, STREET, told
from tests.engine.db.small import Office


@pytest.fixture
def record(office: Office, case: Case) -> str:
    return told(office, case)


def reveal(office: Office, case: Case, record: str, who: Actor | None = None, **why: str) -> Sheet:
    asked = {"reason": "kontakt", **why}
    return office.engine.protection.reveal(who or office.soc, case.id, "svar", record, **asked)


def log(office: Office, case: Case, kind: str) -> list[Event]:
    return [entry for entry in office.engine.casefile.log(case.id) if entry.kind == kind]


def test_what_is_masked_is_seen_once_it_is_said_why(
    office: Office, case: Case, record: str
) -> None:
    sheet = reveal(office, case, record)

    assert sheet.answers == (("Skäl", STREET),)


def test_the_log_tells_which_answers_and_why_and_never_what_they_say(
    office: Office, case: Case, record: str
) -> None:
    reveal(office, case, record, reason="annat", note="Hon flyttar i kväll")
    entry = log(office, case, "revealed")[0]

    assert (entry.actor, entry.agency) == ("soc", "socialtjansten")
    assert entry.details["fields"] == ["skal"]
    assert entry.details["reason"] == "annat"
    assert STREET not in repr(log(office, case, "revealed"))
    assert "i kväll" not in repr(office.engine.casefile.log(case.id))


def test_one_without_the_role_neither_sees_nor_prints_and_the_attempt_is_kept(
    office: Office, case: Case, record: str
) -> None:
    chair, before = office.person("soc.ordforande"), office.engine.store.denials()

    with pytest.raises(NotAllowed):
        reveal(office, case, record, chair)
    with pytest.raises(NotAllowed):
        office.engine.protection.ask_to_print(chair, case.id, "Till förhandlingen")
    with pytest.raises(NotAllowed):
        office.engine.protection.print_out(chair, case.id, "p")
    assert log(office, case, "revealed") == []
    assert office.engine.store.denials() == before + 3


@pytest.mark.parametrize(
    ("why", "key"),
    [({"reason": ""}, "skal"), ({"reason": "nyfiken"}, "skal"), ({"reason": "annat"}, "not"),
     ({"reason": "annat", "note": "x" * 301}, "not")],
)  # fmt: skip
def test_without_a_reason_nothing_is_seen(
    office: Office, case: Case, record: str, why: dict[str, str], key: str
) -> None:
    with pytest.raises(InvalidAnswers) as error:
        reveal(office, case, record, **why)

    assert set(error.value.problems) == {key}
    assert log(office, case, "revealed") == []


def test_another_agency_finds_nothing_and_the_attempt_is_kept(
    office: Office, case: Case, record: str
) -> None:
    before = office.engine.store.denials()
    with pytest.raises(NotFound):
        reveal(office, case, record, office.polis)
    with pytest.raises(NotAllowed):
        reveal(office, case, record, office.mig)

    assert office.engine.store.denials() == before + 2


def test_an_answer_of_another_case_is_not_found(office: Office, case: Case, record: str) -> None:
    with pytest.raises(NotFound):
        reveal(office, office.open(), record)
    with pytest.raises(NotFound):
        office.engine.protection.reveal(office.soc, case.id, "annat", record, "kontakt")


def test_a_marked_case_masks_all_that_is_protected(office: Office, case: Case, record: str) -> None:
    office.engine.protection.mark(office.polis, case.id, "fingerade_uppgifter")

    assert dict(reveal(office, case, record).answers) == {"Skäl": STREET, "Annat": OTHER}
    assert log(office, case, "protection_marked")[0].details == {"marking": "fingerade_uppgifter"}


def test_only_the_agency_that_marked_a_case_lifts_it(office: Office, case: Case) -> None:
    protection = office.engine.protection
    protection.mark(office.polis, case.id, "sekretessmarkering")
    with pytest.raises(InvalidAnswers, match="Bara den aktör"):
        protection.mark(office.soc, case.id, "ingen")
    with pytest.raises(InvalidAnswers, match="Välj"):
        protection.mark(office.soc, case.id, "hemligt")
    with pytest.raises(NotAllowed):
        protection.mark(office.mig, case.id, "ingen")
    protection.mark(office.polis, case.id, "ingen")

    assert office.engine.protected.marking(office.soc, case.id)[1] == "ingen"


def ask(office: Office, case: Case) -> str:
    office.engine.protection.ask_to_print(office.soc, case.id, "Till förhandlingen")
    page = office.engine.protected.prints(office.soc, case.id)
    assert page.mine is not None
    return page.mine.permit.id


def test_a_print_is_made_once_a_colleague_has_approved(
    office: Office, case: Case, record: str
) -> None:
    permit = ask(office, case)
    with pytest.raises(NotFound):
        office.engine.protection.print_out(office.soc, case.id, permit)
    office.engine.protection.approve_print(office.chef, case.id, permit)
    sheets = office.engine.protection.print_out(office.soc, case.id, permit)

    assert dict(sheets[0].answers)["Skäl"] == STREET
    kinds = [e.kind for e in office.engine.casefile.log(case.id) if e.kind.startswith("print")]
    assert kinds == ["print_asked", "print_approved", "printed"]
    assert "förhandlingen" not in repr(office.engine.casefile.log(case.id))


def test_nobody_approves_their_own_print_or_another_agencys(office: Office, case: Case) -> None:
    permit = ask(office, case)
    with pytest.raises(Conflict, match="egen"):
        office.engine.protection.approve_print(office.soc, case.id, permit)
    with pytest.raises(NotFound):
        office.engine.protection.approve_print(office.polis, case.id, permit)
    with pytest.raises(NotFound):
        office.engine.protection.approve_print(office.chef, office.open().id, permit)


def test_an_approval_is_for_the_one_who_asked_and_for_a_short_while(
    office: Office, case: Case
) -> None:
    permit, protection = ask(office, case), office.engine.protection
    protection.approve_print(office.chef, case.id, permit)
    with pytest.raises(NotFound):
        protection.print_out(office.chef, case.id, permit)
    assert protection.print_out(office.soc, case.id, permit) == ()
    with pytest.raises(NotFound):
        protection.approve_print(office.chef, case.id, permit)

    office.engine.clock.advance(minutes=31)  # type: ignore[attr-defined]
    with pytest.raises(NotFound):
        protection.print_out(office.soc, case.id, permit)


def test_an_old_request_is_asked_for_anew(office: Office, case: Case) -> None:
    permit = ask(office, case)
    office.engine.clock.advance(hours=25)  # type: ignore[attr-defined]

    with pytest.raises(NotFound):
        office.engine.protection.approve_print(office.chef, case.id, permit)
    assert office.engine.protected.prints(office.soc, case.id).mine is None


def test_a_print_is_not_asked_for_without_a_reason(office: Office, case: Case) -> None:
    with pytest.raises(InvalidAnswers, match="Ange varför"):
        office.engine.protection.ask_to_print(office.soc, case.id, "  ")


def test_one_who_is_disqualified_finds_nothing(office: Office, case: Case, record: str) -> None:
    office.engine.staffing.disqualify(office.soc, case.id, office.soc.id, "Släkting")
    with pytest.raises(NotFound):
        reveal(office, case, record)
    with pytest.raises(NotFound):
        office.engine.protected.prints(office.soc, case.id)
    assert office.engine.protected.prints(office.chef, case.id).mine is None
