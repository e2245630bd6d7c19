"""What a verb may do inside its transaction, on a real database of each kind."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from engine.db.sealing import answers_in, draft_in
from engine.db.tables import drafts, open_tasks, records, timers
from engine.db.unit import SqlUnit
from engine.errors import NotFound, Stale
from engine.model import Case, Event, Instance, Message
from tests.conftest import MONDAY
from tests.engine.db.held import OTHER, RECORD, REMINDER, TASK, TIMER


def test_numbers_count_within_their_year(unit: SqlUnit) -> None:
    assert unit.next_number(2026) == "2026-00008"
    assert unit.next_number(2027) == "2027-00001"


def test_a_number_that_was_taken_is_refused(unit: SqlUnit, version: str) -> None:
    savepoint = unit._db.begin_nested()  # PostgreSQL ends a transaction in which something failed
    with pytest.raises(Stale):
        unit.add_case(Case("d", "2026-00007", version, MONDAY, "soc"))
    savepoint.rollback()


def test_the_end_of_a_case_is_kept(unit: SqlUnit) -> None:
    unit.end_case(replace(unit.case("c"), end_state="A1", closed_at=MONDAY))

    assert (unit.case("c").end_state, unit.case("c").closed_at) == ("A1", MONDAY)


def test_what_is_not_there_is_not_found(unit: SqlUnit) -> None:
    for read in (unit.case, unit.instance, unit.instance_with_task, unit.person):
        with pytest.raises(NotFound):
            read("no-such-thing")

    assert unit.last_event_of_task("no-such-thing") is None


def test_saving_brings_tasks_and_timers_up_to_date(unit: SqlUnit) -> None:
    later = replace(TIMER, path="w#2", due_at=MONDAY + timedelta(days=1))
    before = unit.instance("i")
    unit.save(replace(before, state="s", tasks=(OTHER,), timers=(later,), rounds={"b": 1}))

    after = unit.instance("i")
    assert (after.tasks, after.timers, after.state) == ((OTHER,), (later,), "s")
    assert (after.revision, after.rounds) == (1, {"b": 1})
    assert unit._db.execute(select(open_tasks.c.id)).scalars().all() == ["u"]
    assert unit._db.execute(select(timers.c.path)).scalars().all() == ["w#2"]


def test_a_timer_that_moved_is_kept_with_its_new_instant(unit: SqlUnit) -> None:
    moved = replace(TIMER, due_at=MONDAY + timedelta(days=3))
    unit.save(replace(unit.instance("i"), timers=(REMINDER, moved)))

    assert unit.instance("i").timers == (REMINDER, moved)


def test_a_task_that_stays_open_keeps_its_holder(unit: SqlUnit) -> None:
    before = unit.instance("i")
    unit.give(TASK, "ada")
    unit.save(replace(before, tasks=(TASK, OTHER)))

    assert [task.assignee for task in unit.instance("i").tasks] == ["ada", None]


def test_an_instance_that_was_saved_meanwhile_is_refused(unit: SqlUnit) -> None:
    seen = unit.instance("i")
    unit.save(seen)

    with pytest.raises(Stale):
        unit.save(seen)


def test_only_running_instances_are_listed(unit: SqlUnit, version: str) -> None:
    unit.add_instance(Instance("h", "c", "q", version))
    unit.save(replace(unit.instance("i"), ended=True, tasks=(), timers=()))

    assert [instance.id for instance in unit.instances("c")] == ["h"]


def test_a_task_is_found_with_its_instance(unit: SqlUnit) -> None:
    assert unit.instance_with_task("t").id == "i"


def test_a_task_whose_holder_changed_is_not_given(unit: SqlUnit) -> None:
    unit.give(TASK, "ada")

    with pytest.raises(Stale, match="kollega"):
        unit.give(TASK, "siv")
    unit.give(replace(TASK, assignee="ada"), None)
    assert unit.instance("i").tasks == (TASK,)


def test_a_reminder_is_forgotten_and_the_other_timers_stay(unit: SqlUnit) -> None:
    unit.remind("t", REMINDER)

    assert unit.instance("i").timers == (TIMER,)
    assert unit.instance("i").revision == 0
    assert unit._db.execute(select(open_tasks.c.reminded_at)).scalar() == MONDAY


def test_a_draft_is_replaced_and_goes_when_the_form_is_complete(unit: SqlUnit) -> None:
    kept = select(drafts.c.answers)
    unit.papers.keep_draft(TASK, {"skal": "x"}, "ada", MONDAY, None)
    unit.papers.keep_draft(TASK, {"skal": "y"}, "ada", MONDAY, None)
    (sealed,) = unit._db.execute(kept).scalars().all()
    assert unit._vault.open(draft_in("c", "soc", "t"), sealed) == {"skal": "y"}

    unit.keep_record(RECORD)
    unit.save(replace(unit.instance("i"), tasks=()))

    assert unit._db.execute(kept).scalars().all() == []
    (sealed,) = unit._db.execute(select(records.c.answers)).scalars().all()
    assert unit._vault.open(answers_in("c", "soc", "r"), sealed) == {"skal": "x"}


def message(number: int) -> Message:
    return Message(f"m{number}", "c", f"hej{number}", "meddelande", {})


def test_messages_keep_the_order_in_which_they_were_sent(unit: SqlUnit) -> None:
    unit.send([message(2), message(1)])
    unit.send([])
    unit.send([message(0)])

    assert [each.id for each in unit.pending("c")] == ["m2", "m1", "m0"]


def test_a_message_is_delivered_once(unit: SqlUnit) -> None:
    unit.send([message(1), message(2)])
    unit.delivered(message(1), MONDAY, "i")

    assert unit.pending("c") == [message(2)]
    with pytest.raises(Stale):
        unit.delivered(message(1), MONDAY, "i")


def test_the_newest_entry_about_a_task_is_found(unit: SqlUnit) -> None:
    about = Event("c", "task_opened", MONDAY, None, "soc", "i", {"task_id": "t"})
    unit.record([about, replace(about, kind="task_claimed"), replace(about, details={})])

    found = unit.last_event_of_task("t")
    assert found is not None
    assert (found.kind, found.details, found.sequence) == ("task_claimed", {"task_id": "t"}, 2)


def test_an_agency_takes_part_from_its_first_task_on_and_for_ever(unit: SqlUnit) -> None:
    assert unit.participates("c", "soc")
    assert not unit.participates("c", "polis")
    unit.save(replace(unit.instance("i"), tasks=(OTHER,)))

    assert unit.participates("c", "polis")
    assert unit.participates("c", "soc")
