"""Who has read what of which case, and how it is marked."""

from engine.model import Case
from tests.engine.db.small import Office


def test_a_reading_is_kept_with_who_when_and_what(office: Office, case: Case) -> None:
    readings = office.engine.readings
    readings.note(office.soc, case.id, "cases.case")
    office.engine.clock.advance(minutes=5)  # type: ignore[attr-defined]
    readings.note(office.polis, case.id, "tasks.task")
    readings.note(office.polis, "another", "cases.case")

    found = readings.of_case(case.id)
    assert [(r.actor, r.agency, r.what) for r in found] == [
        ("soc", "socialtjansten", "cases.case"), ("polis", "polismyndigheten", "tasks.task"),
    ]  # fmt: skip
    assert (found[1].at - found[0].at).total_seconds() == 300


def test_the_case_of_a_task_is_known_also_when_it_is_over(office: Office, case: Case) -> None:
    task = office.task(case, "a")
    assert office.engine.readings.case_of(task.id) == case.id
    office.complete(case, "a")

    assert office.engine.readings.case_of(task.id) == case.id
    assert office.engine.readings.case_of("nothing") is None


def test_how_a_case_is_marked_is_told_to_those_who_take_part(office: Office, case: Case) -> None:
    readings = office.engine.readings
    assert readings.marking(office.soc, case.id) is None
    office.engine.protection.mark(office.soc, case.id, "skyddat_boende")
    told = readings.marking(office.polis, case.id)

    assert told is not None
    assert told[1].name == "Skyddat boende"
    assert readings.marking(office.mig, case.id) is None
    office.engine.protection.mark(office.soc, case.id, "ingen")
    assert readings.marking(office.soc, case.id) is None
