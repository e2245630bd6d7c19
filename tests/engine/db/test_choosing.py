"""Places in the list are told and found again; whatever is asked becomes a statement."""

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select, true
from sqlalchemy.dialects import postgresql, sqlite

from engine.db.choosing import SORTED, Chooser, after, place_of
from engine.db.tables import open_tasks
from engine.lists.worklist import CHOICES, StepLine, Wanted
from engine.model import Actor
from tests.conftest import MONDAY, MovedClock
from tests.engine.db.small import Office

STEPS = (StepLine("lvu", "LVU", "ut_beslut", "Besluta", frozenset({"2", "3"})),)
ROW = {"urgent_at": datetime(2026, 3, 2, 9, 0, 0, 7, tzinfo=UTC), "opened_at": MONDAY,
       "number": "2026-00001", "process": "lvu", "id": "t1"}  # fmt: skip
CHOOSER = Chooser(Actor("a", "A", "soc", frozenset(), "Barn"), MONDAY, MONDAY, {"DL-10"}, STEPS)


@pytest.mark.parametrize("order", SORTED)
def test_a_place_is_found_again(order: str) -> None:
    condition = after(place_of(ROW, order), order).compile(dialect=postgresql.dialect())
    values = [ROW[column.name] for column in SORTED[order][1]]

    assert list(condition.params.values()) == values
    assert ("<" in str(condition)) == SORTED[order][0]


@given(st.text(), st.sampled_from(list(SORTED)))
def test_any_other_text_is_no_place_or_a_place(text: str, order: str) -> None:
    after(text, order)


def test_no_place_leaves_nothing_out() -> None:
    assert after("", "").compare(true())


@settings(deadline=None)
@given(
    st.fixed_dictionaries({name: st.sampled_from(each) for name, each in CHOICES.items()}),
    st.text(),
    st.text(),
)
def test_whatever_is_asked_is_one_statement_about_the_readers_agency(
    chosen: dict[str, str], search: str, process: str
) -> None:
    wanted = Wanted(**chosen, search=search, process=process)
    query = select(open_tasks.c.id).where(CHOOSER.conditions(wanted))
    for dialect in (postgresql.dialect(), sqlite.dialect()):
        said = str(query.compile(dialect=dialect))
        assert "open_tasks.agency = " in said


@pytest.mark.parametrize(
    ("search", "found"),
    [("17", "2026-00017 2017-00017"), ("2025-00017", "2025-00017"), ("2025-17", "2025-00017")],
)
def test_a_case_is_looked_for_by_its_whole_number(search: str, found: str) -> None:
    condition = CHOOSER.conditions(Wanted(search=search)).compile()
    numbers = next(each for each in condition.params.values() if isinstance(each, list))

    assert (numbers[0], numbers[-1]) == (found.split(maxsplit=1)[0], found.rsplit(maxsplit=1)[-1])


def test_what_a_colleague_has_given_me_since_is_new_too_and_only_to_me(
    office: Office, clock: MovedClock
) -> None:
    case = office.open()
    since = clock.now()
    clock.advance(hours=1)
    given, taken = office.task(case, "a"), office.task(case, "b")
    office.engine.casework.assign(office.chef, given.id, office.soc.id)
    office.engine.casework.claim(office.soc, taken.id)
    page = office.engine.worklists.page(office.soc, Wanted(new="ja"), since)

    assert [line.task.id for line in page.lines] == [given.id]
    assert page.lines[0].new
    assert page.counts["nya"] == 1
    theirs = office.engine.worklists.page(office.chef, Wanted(new="ja"), since)
    assert (theirs.lines, theirs.counts["nya"]) == ((), 0)
    office.engine.casework.release(office.soc, given.id)
    assert office.engine.worklists.page(office.soc, Wanted(new="ja"), since).lines == ()
