"""When timer events fire, when tasks are due and when somebody is reminded."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from engine.bpmn.diagram import Diagram, Element, Trigger, read_diagram
from engine.bpmn.due import Dues
from engine.deadlines import Deadline, Kind
from engine.model import Task
from tests.engine.bpmn.samples import bpmn, extras, node, timer, user

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)  # a Monday, ten o'clock in Sweden
START, END = node("startEvent", "start"), node("endEvent", "end")
WEEK = Deadline("DL-10", "Underställning", "LVU 7 §", "P7D", Kind.LEGAL_EFFECT, statutory=True,
                shifts=True, reminders=("P3D", "P6D"))  # fmt: skip
DAY = replace(WEEK, id="DL-02", length="PT24H", shifts=False, reminders=("PT12H", "PT20H"))
AT_ONCE = replace(WEEK, id="DL-01", length=None, shifts=False, reminders=("PT4H",))
HALF_YEAR = replace(WEEK, id="DL-16", length="R/P6M", reminders=("P5M",))
PERMIT = replace(WEEK, id="DL-44", length="P6M", reminders=("-P60D", "-P30D"))


@pytest.fixture
def dues() -> Dues:
    return Dues({each.id: each for each in (WEEK, DAY, AT_ONCE, HALF_YEAR, PERMIT)})


def element(**properties: str) -> Element:
    return Element("a", "userTask", "A", "soc", "p", properties)


def event(kind: str, value: str, **properties: str) -> Element:
    return replace(element(**properties), kind="boundaryEvent", triggers=(Trigger(kind, value),))


def opened(deadline: str | None, due_at: datetime | None = None) -> Task:
    """An open task that falls due by a deadline."""
    return Task("t", "c", "i", "a#1", "p", "a", "A", "soc", "f", NOW, None, due_at, deadline)


def diagram(boundary: str = "", **properties: str) -> Diagram:
    """A task `a` with these settings, and a boundary event on it."""
    nodes = [START, user("a", **properties), END]
    flows = "start -> a\na -> end"
    if boundary:
        nodes += [boundary, node("endEvent", "late")]
        flows += "\nt -> late"
    return read_diagram("p.bpmn", bpmn("p", nodes, flows).encode())


def boundary(length: str, interrupting: str = "true", **properties: str) -> str:
    drawn = node(
        "boundaryEvent", "t", timer(length), attachedToRef="a", cancelActivity=interrupting
    )
    return drawn.replace("{flows}", extras(properties) + "{flows}")


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("day", "over"),
    [
        ("2026-03-02", "2026-03-02T23:00"),  # winter time
        ("2026-03-28", "2026-03-28T23:00"),
        ("2026-03-29", "2026-03-29T22:00"),  # the clocks went forward this morning
        ("2026-10-24", "2026-10-24T22:00"),
        ("2026-10-25", "2026-10-25T23:00"),  # and back this morning
    ],
)
def test_a_date_timer_fires_when_its_day_is_over_in_sweden(dues: Dues, day: str, over: str) -> None:
    assert dues.of_timer(event("date", "dag"), {"dag": day}, NOW) == utc(over)


def test_a_date_timer_does_not_shift_and_ignores_a_clock_time(dues: Dues) -> None:
    saturday = {"dag": "2026-03-07T11:00:00+01:00"}

    assert dues.of_timer(event("date", "dag"), saturday, NOW) == utc("2026-03-07T23:00")


def test_an_event_without_a_timer_is_refused(dues: Dues) -> None:
    with pytest.raises(ValueError, match="has no timer"):
        dues.of_timer(element(), {}, NOW)


@pytest.mark.parametrize(
    ("variables", "due"),
    [
        ({}, "2026-03-09T23:00"),  # no day was written: from now
        ({"dag": "2026-02-27"}, "2026-03-06T23:00"),
        ({"dag": "2026-02-28"}, "2026-03-09T23:00"),  # Saturday 7 March shifts to Monday
        ({"dag": "2026-03-01T23:30:00+00:00"}, "2026-03-09T23:00"),  # 2 March in Sweden
    ],
)
def test_a_duration_counts_from_the_day_in_the_form(
    dues: Dues, variables: Mapping[str, str], due: str
) -> None:
    timed = event("duration", "P7D", frist="DL-10", fran="dag")

    assert dues.of_timer(timed, variables, NOW) == utc(due)


def test_a_duration_without_a_deadline_does_not_shift(dues: Dues) -> None:
    assert dues.of_timer(event("duration", "P5D"), {}, NOW) == utc("2026-03-07T23:00")


def test_hours_run_from_the_instant_also_through_a_change_of_clocks(dues: Dues) -> None:
    night = utc("2026-03-28T20:00")

    assert dues.of_timer(event("duration", "PT24H"), {}, night) == utc("2026-03-29T20:00")


def test_a_task_without_a_deadline_is_never_due(dues: Dues) -> None:
    drawn = diagram()

    assert dues.of_task(drawn.elements["a"], drawn, {}, NOW) == (None, None)


def test_a_task_is_due_when_its_own_deadline_runs_out(dues: Dues) -> None:
    drawn = diagram(frist="DL-10", fran="dag")
    due = dues.of_task(drawn.elements["a"], drawn, {"dag": "2026-02-27"}, NOW)

    assert due == (utc("2026-03-06T23:00"), "DL-10")


def test_a_task_is_due_when_the_timer_takes_it_away(dues: Dues) -> None:
    drawn = diagram(boundary("P7D", frist="DL-10"))

    assert dues.of_task(drawn.elements["a"], drawn, {}, NOW) == (utc("2026-03-09T23:00"), "DL-10")


def test_a_timer_that_does_not_interrupt_is_no_deadline_of_the_task(dues: Dues) -> None:
    drawn = diagram(boundary("P7D", "false", frist="DL-10"))

    assert dues.of_task(drawn.elements["a"], drawn, {}, NOW) == (None, None)


@pytest.mark.parametrize(("length", "first"), [("P3D", None), ("P9D", "DL-10")])
def test_of_two_deadlines_the_first_one_counts(dues: Dues, length: str, first: str | None) -> None:
    drawn = diagram(boundary(length), frist="DL-10")

    assert dues.of_task(drawn.elements["a"], drawn, {}, NOW)[1] == first


def test_a_deadline_without_a_length_has_no_last_day_but_is_known(dues: Dues) -> None:
    drawn = diagram(frist="DL-01")

    assert dues.of_task(drawn.elements["a"], drawn, {}, NOW) == (None, "DL-01")


def test_a_task_of_a_deadline_that_comes_back_is_due_the_first_time(dues: Dues) -> None:
    drawn = diagram(frist="DL-16")

    assert dues.of_task(drawn.elements["a"], drawn, {}, NOW) == (utc("2026-09-02T22:00"), "DL-16")


def reminders(dues: Dues, deadline: str | None, **variables: str) -> list[tuple[str, datetime]]:
    return list(dues.reminders(opened(deadline), element(fran="dag"), variables, NOW))


def test_reminders_come_at_eight_in_sweden_on_the_last_of_their_days(dues: Dues) -> None:
    assert reminders(dues, "DL-10", dag="2026-03-02") == [
        ("P3D", utc("2026-03-05T07:00")), ("P6D", utc("2026-03-08T07:00")),
    ]  # fmt: skip


def test_reminders_come_at_eight_also_in_summer(dues: Dues) -> None:
    assert reminders(dues, "DL-10", dag="2026-03-26") == [
        ("P3D", utc("2026-03-29T06:00")), ("P6D", utc("2026-04-01T06:00")),
    ]  # fmt: skip


def test_the_days_of_a_reminder_are_counted_from_the_day_in_sweden(dues: Dues) -> None:
    late = utc("2026-03-02T23:30")  # 3 March in Sweden

    assert next(dues.reminders(opened("DL-10"), element(), {}, late)) == (
        "P3D",
        utc("2026-03-06T07:00"),
    )


def test_hour_reminders_come_after_the_hours(dues: Dues) -> None:
    expected = [("PT12H", utc("2026-03-02T21:00")), ("PT20H", utc("2026-03-03T05:00"))]

    assert reminders(dues, "DL-02") == expected


def test_reminders_in_the_past_are_dropped(dues: Dues) -> None:
    assert reminders(dues, "DL-10", dag="2026-02-25") == [("P6D", utc("2026-03-03T07:00"))]
    assert reminders(dues, "DL-10", dag="2026-01-01") == []


def test_a_reminder_at_this_very_instant_is_dropped(dues: Dues) -> None:
    start = "2026-03-01T21:00:00+00:00"

    assert [length for length, _ in reminders(dues, "DL-02", dag=start)] == ["PT20H"]


@pytest.mark.parametrize("deadline", [None, "DL-99"])
def test_without_a_deadline_nobody_is_reminded(dues: Dues, deadline: str | None) -> None:
    assert reminders(dues, deadline) == []


def test_a_deadline_without_a_length_may_remind(dues: Dues) -> None:
    assert reminders(dues, "DL-01") == [("PT4H", utc("2026-03-02T13:00"))]


def test_an_age_is_reached_when_its_day_begins() -> None:
    age = replace(WEEK, id="DL-39", length=None, shifts=False, at_daybreak=True)
    turns = event("date", "dag", frist="DL-39")

    assert Dues({"DL-39": age}).of_timer(turns, {"dag": "2027-05-17"}, NOW) == utc(
        "2027-05-16T22:00"
    )


@pytest.mark.parametrize(("kind", "day"), [(Kind.REMINDER, "2026-03-24T23:00"), (Kind.TARGET, "")])
def test_only_a_reminder_without_a_length_is_due_on_the_day_it_is_about(
    kind: Kind, day: str
) -> None:
    meeting = replace(WEEK, id="DL-09", length=None, shifts=False, kind=kind)
    drawn = diagram(frist="DL-09", fran="dag")
    due = Dues({"DL-09": meeting}).of_task(drawn.elements["a"], drawn, {"dag": "2026-03-24"}, NOW)

    assert due == ((utc(day), "DL-09") if day else (None, "DL-09"))


def test_a_reminder_about_a_day_nobody_knows_is_not_due() -> None:
    meeting = replace(WEEK, id="DL-09", length=None, shifts=False, kind=Kind.REMINDER)
    drawn = diagram(frist="DL-09", fran="dag")

    assert Dues({"DL-09": meeting}).of_task(drawn.elements["a"], drawn, {}, NOW) == (None, "DL-09")


def test_a_reminder_may_be_counted_back_from_the_last_day(dues: Dues) -> None:
    permit = opened("DL-44", utc("2026-09-05T22:00"))  # the 5th is over, summer time

    assert list(dues.reminders(permit, element(), {}, NOW)) == [
        ("-P60D", utc("2026-07-07T06:00")),
        ("-P30D", utc("2026-08-06T06:00")),
    ]


def test_nothing_is_counted_back_where_there_is_no_last_day(dues: Dues) -> None:
    with pytest.raises(ValueError, match="no last day"):
        list(dues.reminders(opened("DL-44"), element(), {}, NOW))
