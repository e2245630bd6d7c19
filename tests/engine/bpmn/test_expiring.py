"""What a step would end at once, because a time has already run out."""

from dataclasses import replace
from datetime import date, timedelta

from engine.model import Expiry
from tests.engine.bpmn.samples import END, START, bpmn, extras, node, straight, timer, user
from tests.engine.bpmn.table import NOW, Table

FROM_DAY = extras({"frist": "DL-10", "fran": "dag"})


def drawn(definition: str, settings: str = FROM_DAY, interrupting: str = "true") -> str:
    """A task that asks for a day, and one with a boundary timer that counts from it."""
    clock = node("boundaryEvent", "t", definition, attachedToRef="b", cancelActivity=interrupting)
    clock = clock.replace("{flows}", settings + "{flows}")
    late = node("endEvent", "late")
    return bpmn("p", [START, user("a"), user("b"), clock, END, late],
                "start -> a\na -> b\nb -> end\nt -> late")  # fmt: skip


def told(process: str, day: str, **more: str) -> tuple[Expiry, ...]:
    table = Table(p=process, **more).start()
    before = table.instance
    return table.processes.expiring(before, table.do("a", dag=day).instance, NOW)


def test_a_week_that_has_passed_is_told_with_its_paragraph_and_its_last_day() -> None:
    assert told(drawn(timer("P7D")), "2026-02-02") == (
        Expiry("B", "upphör", "LVU 7 §", date(2026, 2, 9)),
    )


def test_a_week_that_still_runs_is_not_told() -> None:
    assert told(drawn(timer("P7D")), "2026-02-27") == ()


def test_a_breach_ends_nothing_and_is_not_told() -> None:
    assert told(drawn(timer("P7D"), interrupting="false"), "2026-02-02") == ()


def test_a_day_without_a_deadline_is_told_by_the_name_of_its_event() -> None:
    process = drawn(timer("dag", "timeDate"), extras({"lagrum": "LVU 9 §"}))
    named = process.replace('id="t"', 'id="t" name="Sista dagen är slut"')

    assert told(named, "2026-02-27") == (
        Expiry("B", "Sista dagen är slut", "LVU 9 §", date(2026, 2, 27)),
    )


def test_a_timer_inside_a_called_process_is_found() -> None:
    inner = drawn(timer("P7D")).replace('id="p"', 'id="q"')
    outer = bpmn("p", [START, node("callActivity", "ca", calledElement="q"), END],
                 "start -> ca\nca -> end")  # fmt: skip

    assert [each.activity for each in told(outer, "2026-02-02", q=inner)] == ["B"]


def test_a_timer_that_was_late_before_the_step_is_not_the_steps_doing() -> None:
    table = Table(p=drawn(timer("P7D"))).start().do("a", dag="2026-02-27")
    late = NOW + timedelta(days=30)

    assert table.processes.expiring(table.instance, table.instance, late) == ()


def test_an_instance_without_timers_ends_nothing() -> None:
    table = Table(p=straight("a", "b")).start()

    assert table.processes.expiring(table.instance, replace(table.instance), NOW) == ()
