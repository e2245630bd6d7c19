"""The work list as its readers ask for it, on a real database of each kind."""

from dataclasses import replace

import pytest
from sqlalchemy import update

from engine.db.connection import writing
from engine.db.rows import NEVER
from engine.db.tables import open_tasks
from engine.lists.worklist import Wanted
from engine.model import Actor, Case
from engine.texts import clean_line
from tests.conftest import MovedClock
from tests.engine.db.counting import counted
from tests.engine.db.small import FILES, Office


def names(office: Office, actor: Actor | None = None, **which: str) -> list[str]:
    wanted = replace(Wanted(**which), search=clean_line(which.get("search", "")))
    page = office.engine.worklists.page(actor or office.soc, wanted)
    return [line.task.name for line in page.lines]


@pytest.mark.usefixtures("case")
def test_the_work_list_has_the_agencys_own_tasks_only(office: Office) -> None:
    assert names(office) == ["B", "A"]
    assert names(office, office.polis) == ["C"]
    assert names(office, office.mig) == []


def test_what_is_due_first_comes_first_and_what_is_never_due_last(
    office: Office, case: Case, clock: MovedClock
) -> None:
    clock.advance(days=-4)
    older = office.open()
    lines = office.engine.worklists.page(office.soc).lines

    ordered = [(line.case_number, line.task.name) for line in lines]
    assert ordered[:2] == [(older.number, "B"), (case.number, "B")]
    assert {name for _, name in ordered[2:]} == {"A"}
    assert [line.due is None for line in lines] == [False, False, True, True]


def test_a_line_tells_the_case_the_process_the_deadline_and_the_holder(
    office: Office, case: Case
) -> None:
    office.engine.casework.claim(office.chef, office.task(case, "b").id)
    (line, _) = office.engine.worklists.page(office.soc).lines

    assert (line.case_number, line.process_name) == (case.number, "Processen")
    assert (line.assignee_name, line.mine, line.reminded) == (office.chef.name, False, False)
    assert line.due is not None
    assert (line.due.day, line.due.words) == ("2026-03-09", "om 5 arbetsdagar")
    assert (line.due.statutory, line.due.law, line.due.passed) == (True, "LVU 7 §", False)


@pytest.mark.usefixtures("case")
def test_a_reminded_and_a_late_task_say_so(office: Office, clock: MovedClock) -> None:
    clock.advance(days=9)
    office.engine.timers.fire_due()
    (line, _) = office.engine.worklists.page(office.soc).lines

    assert line.reminded
    assert line.due is not None
    assert (line.due.words, line.due.passed) == ("2 dagar sen", True)


def test_mine_and_unassigned_divide_the_list(office: Office, case: Case) -> None:
    office.engine.casework.claim(office.soc, office.task(case, "a").id)

    assert names(office, scope="mina") == ["A"]
    assert names(office, scope="otilldelade") == ["B"]
    assert names(office, office.chef, scope="mina") == []
    assert names(office, office.chef) == ["B", "A"]


@pytest.mark.parametrize(
    ("search", "found"),
    [("b", ["B"]), (" B ", ["B"]), ("q", []), ("", ["B", "A"]), ("%", []),
     ("_", []), ("1", ["B", "A"]), ("00001", ["B", "A"]),
     ("2026-00001", ["B", "A"]), ("00002", []), ("' or 1=1", [])],
)  # fmt: skip
@pytest.mark.usefixtures("case")
def test_the_list_is_searched_by_task_and_by_case(
    office: Office, search: str, found: list[str]
) -> None:
    assert names(office, search=search) == found


@pytest.mark.parametrize("search", ["överväg", "ÖVERVÄG", "Åtgärd", "\x00överväg"])
def test_a_search_knows_the_swedish_letters(office: Office, search: str) -> None:
    named = FILES["stod_och_skydd.bpmn"].replace('name="A"', 'name="Överväg åtgärd"')
    office.publish(FILES | {"stod_och_skydd.bpmn": named})
    office.open()

    assert names(office, search=search) == ["Överväg åtgärd"]


@pytest.mark.usefixtures("case")
def test_my_unit_is_what_its_people_hold(office: Office, case: Case) -> None:
    office.engine.casework.claim(office.chef, office.task(case, "a").id)
    stranger = Actor("annan", "N.N.", "socialtjansten", frozenset(), "En annan enhet")

    assert office.soc.team == office.chef.team != ""
    assert names(office, scope="enheten") == ["A"]
    assert names(office, scope="mina") == []
    assert names(office, stranger, scope="enheten") == []
    assert names(office, Actor("x", "N.N.", "socialtjansten"), scope="enheten") == []


def test_a_limit_in_law_is_told_from_all_others(office: Office, clock: MovedClock) -> None:
    office.open()

    assert names(office, statutory="ja") == ["B"]
    assert [names(office, priority=each) for each in ("hog", "vanlig", "utan")] == [
        [],
        ["B"],
        ["A"],
    ]
    clock.advance(days=3)  # Thursday: the last day is Monday
    assert [names(office, priority=each) for each in ("hog", "vanlig", "utan")] == [
        ["B"],
        [],
        ["A"],
    ]
    line = office.engine.worklists.page(office.soc).lines[0]
    assert line.pressing
    assert line.due is not None
    assert line.due.words == "om 2 arbetsdagar"


@pytest.mark.usefixtures("case")
@pytest.mark.parametrize(
    ("days", "due"), [(0, ""), (6, ""), (7, "idag"), (3, ""), (8, "passerad"), (5, "")]
)
def test_a_task_stands_under_the_time_at_which_it_is_due(
    office: Office, clock: MovedClock, days: int, due: str
) -> None:
    clock.advance(days=days)
    found = {each for each in ("passerad", "idag") if names(office, due=each)}

    assert found == ({due} if due else set())
    assert names(office, due="vecka") == (["B"] if days == 7 else [])
    counts = office.engine.worklists.page(office.soc).counts
    assert [counts[each] for each in ("passerad", "idag")] == [due == "passerad", due == "idag"]


@pytest.mark.usefixtures("case")
def test_one_process_one_step_and_one_holder_can_be_chosen(office: Office, case: Case) -> None:
    office.engine.casework.claim(office.chef, office.task(case, "b").id)

    assert names(office, process="stod_och_skydd") == ["B", "A"]
    assert names(office, process="utred") == []
    assert names(office, step="1") == []
    assert names(office, assignee="soc.chef") == ["B"]
    assert names(office, assignee="polis") == []
    page = office.engine.worklists.page(office.polis)
    assert page.processes == (("utred", "Processen"),)


def test_what_came_since_the_last_visit_is_marked_and_counted(
    office: Office, clock: MovedClock
) -> None:
    office.open()
    since = clock.now()
    clock.advance(hours=1)
    newer = office.open()
    page = office.engine.worklists.page(office.soc, Wanted(new="ja"), since)

    assert [(line.task.case_id, line.new) for line in page.lines] == [(newer.id, True)] * 2
    assert page.counts["nya"] == 2
    everything = office.engine.worklists.page(office.soc, None, since)
    assert [line.new for line in everything.lines].count(True) == 2
    assert office.engine.worklists.page(office.soc, Wanted(new="ja")).lines == ()


@pytest.mark.usefixtures("case")
def test_counts_are_of_what_the_reader_may_know_and_no_more(office: Office, case: Case) -> None:
    office.engine.casework.claim(office.soc, office.task(case, "a").id)
    scopes = ("mina", "enheten", "otilldelade", "alla")
    for actor, counts in ((office.soc, [1, 1, 1, 2]), (office.polis, [0, 0, 1, 1]),
                          (office.mig, [0, 0, 0, 0])):  # fmt: skip
        found = office.engine.worklists.page(actor).counts
        assert [found[each] for each in scopes] == counts


@pytest.mark.parametrize("order", ["", "oppnad", "arende", "process"])
def test_every_task_is_on_one_page_in_every_order(
    office: Office, clock: MovedClock, order: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("engine.db.worklist.PAGE", 3)
    for _ in range(4):
        office.open()
        clock.advance(hours=5)
    whole, page = [], office.engine.worklists.page(office.soc, Wanted(order=order))
    while True:
        whole += page.lines
        if not page.after:
            break
        assert len(page.lines) == 3
        page = office.engine.worklists.page(office.soc, Wanted(order=order, after=page.after))

    assert len({line.task.id for line in whole}) == len(whole) == 8
    if order == "arende":
        numbers = [line.case_number for line in whole]
        assert numbers == sorted(numbers, reverse=True)
    if order == "oppnad":
        assert [line.task.opened_at for line in whole] == sorted(
            (line.task.opened_at for line in whole), reverse=True
        )


@pytest.mark.usefixtures("case")
def test_a_place_that_nobody_gave_out_is_the_beginning(office: Office) -> None:
    for place in ("x", "~", "2026~x", "x~y~z", "2026-03-02T09:00:00~x",
                  "0001-01-01T00:00:00+14:00~x"):  # fmt: skip
        assert names(office, after=place) == ["B", "A"]


@pytest.mark.usefixtures("case")
def test_tasks_are_found_by_id_only_by_their_own_agency(office: Office, case: Case) -> None:
    ids = [office.task(case, each).id for each in ("a", "c")]
    found = office.engine.worklists.named(office.soc, [*ids, "no such"])

    assert list(found) == ids[:1]
    assert found[ids[0]].task.name == "A"


def test_a_page_takes_four_statements(office: Office, case: Case) -> None:
    with counted(office.engine.database) as said:
        office.engine.worklists.page(office.soc, Wanted("enheten", due="vecka", step="2"))

    assert len(said) == 4


def test_a_time_that_stands_still_is_to_everybody_as_none(office: Office, case: Case) -> None:
    """Why it does may be secret to the reader: no choice may tell such a task from others."""
    still = {"paused_at": office.engine.clock.now(), "urgent_at": NEVER, "deadline": None}
    mine = open_tasks.c.id == office.task(case, "b").id
    with writing(office.engine.database) as connection:
        connection.execute(update(open_tasks).where(mine).values(still))

    assert sorted(names(office, priority="utan")) == ["A", "B"]
    assert names(office, priority="vanlig") == names(office, due="vecka") == []
