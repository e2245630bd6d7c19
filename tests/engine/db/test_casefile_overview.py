"""The first view of a case: what to do, by when, what it waits for; and what it costs to read."""

import pytest

from engine.casebook.waiting import NOTHING, OTHERS
from engine.model import Case
from tests.engine.bpmn.samples import bpmn, message, node, user
from tests.engine.db.counting import counted
from tests.engine.db.small import END, FILES, START, Office
from tests.engine.lived import lived

HEARS = node("intermediateCatchEvent", "m", message("message", "hej"))
WAITING = bpmn("stod_och_skydd", [START, user("a"), HEARS, END],
               "start -> a\na -> m\nm -> end", lane="socialtjansten")  # fmt: skip


def waits(office: Office, name: str, case: Case) -> list[str]:
    page = office.engine.casefile.case_page(office.person(name), case.id)
    return [wait.text for wait in page.waits]


def test_a_reader_sees_who_of_their_own_has_the_work(office: Office, case: Case) -> None:
    office.engine.casework.claim(office.chef, office.task(case, "b").id)

    assert waits(office, "soc", case) == [
        f"Väntar på {office.chef.name}: 1 uppgift.", "Väntar på att någon hos er tar 1 uppgift.",
    ]  # fmt: skip
    assert waits(office, "polis", case) == ["Väntar på att någon hos er tar 1 uppgift."]


def test_what_is_said_of_others_is_the_same_whether_they_work_or_not(
    office: Office, case: Case
) -> None:
    office.complete(case, "c")
    before = waits(office, "polis", case)
    office.complete(case, "a", "b")

    assert before == waits(office, "polis", case) == [NOTHING]


def test_a_message_that_the_own_lane_waits_for_is_named(office: Office) -> None:
    office.publish(FILES | {"stod_och_skydd.bpmn": WAITING})
    case = office.open()
    office.complete(case, "a")

    assert waits(office, "soc", case) == ["Väntar på besked: Hej.", NOTHING]


def test_one_who_was_handed_something_is_told_that_others_may_work(engine_on_both) -> None:
    desk = lived(engine_on_both, 4)
    soc = desk.person("Socialtjänsten")
    page = engine_on_both.casefile.case_page(soc, desk.case_id)

    assert page.tasks == ()
    assert OTHERS in [wait.text for wait in page.waits]


def test_deadlines_are_the_readers_own(office: Office, case: Case) -> None:
    terms = office.engine.casefile.case_page(office.soc, case.id).terms

    assert [(term.what, term.due.statutory, term.due.law) for term in terms] == [
        ("B", True, "LVU 7 §")
    ]
    assert office.engine.casefile.case_page(office.polis, case.id).terms == ()


@pytest.mark.parametrize(
    ("parts", "most"),
    [((), 2), (("todo", "received"), 7), (("diagrams",), 4), (("timeline",), 6)],
)
def test_a_tab_costs_few_statements_however_long_the_history(
    office: Office, case: Case, parts: tuple[str, ...], most: int
) -> None:
    office.complete(case, "a", "c")
    with counted(office.engine.database) as said:
        office.engine.casefile.case_page(office.soc, case.id, parts)

    assert len(said) <= most


@pytest.mark.parametrize(
    ("tab", "most"), [("contacts", 4), ("people", 8), ("exchange", 5), ("akt", 7)]
)
def test_the_other_tabs_cost_few_statements_too(
    office: Office, case: Case, tab: str, most: int
) -> None:
    office.complete(case, "a", "c")
    with counted(office.engine.database) as said:
        getattr(office.engine.casetabs, tab)(office.soc, case.id)

    assert len(said) <= most
