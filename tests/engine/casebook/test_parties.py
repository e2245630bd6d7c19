"""Who takes part, as far as a reader may know."""

from datetime import timedelta

from engine.casebook.parties import colleagues, parties
from engine.caseviews import Party, SentLine
from engine.views import ReceivedLine
from tests.conftest import MONDAY
from tests.engine.casebook.test_waiting import LINE

SENT = SentLine(MONDAY, "Orosanmälan", "Socialtjänsten", "OSL 10:28", "Per Asp")
GOT = ReceivedLine(MONDAY, "Besked", "Socialtjänsten", "OSL 10:27", ())


def test_an_agency_is_known_by_what_it_has_handed_over_or_been_handed() -> None:
    found = parties("Polisen", [SENT, SENT], [GOT])

    assert found == (
        Party("Polisen", own=True),
        Party("Socialtjänsten", sent=("Besked",), got=("Orosanmälan",)),
    )


def test_without_any_exchange_only_the_own_agency_is_known() -> None:
    assert parties("Polisen", [], []) == (Party("Polisen", own=True),)


def test_colleagues_are_told_with_what_they_have_done_the_latest_first() -> None:
    log = [entry("Per", 0, "task_completed", "Anmäl"), entry("Lo", 1, "task_claimed", "Utred"),
           entry(None, 2, "task_opened", "Utred")]  # fmt: skip
    holding = [LINE.__class__(LINE.task, "1", "P", None, "Lo", mine=False)]

    lo, per = colleagues(log, holding)
    assert (lo.name, lo.did, lo.holds) == ("Lo", (), ("Bedöm",))
    assert (per.name, per.did, per.last_at) == ("Per", ("Anmäl",), MONDAY)


def entry(person: str | None, day: int, kind: str, name: str) -> dict[str, object]:
    at = MONDAY + timedelta(days=day)
    return {"person": person, "at": at, "kind": kind, "details": {"name": name}}
