"""Ready controls find what they are for, and leave in peace whoever did their work."""

from datetime import UTC, datetime

from engine.audit.review import MANY, OUTSIDE
from engine.model import Case
from tests.engine.db.reviewer import read, reviewer, wanted
from tests.engine.db.small import Office

ASKED = wanted(control=OUTSIDE)


def outside(office: Office) -> list[tuple[str, int]]:
    found, more = office.engine.reviewing.checks.outside(reviewer(office), ASKED)
    assert not more
    return [(each.person, each.count) for each in found]


def test_who_has_had_nothing_to_do_in_a_case_is_found(office: Office, case: Case) -> None:
    leader = office.person("soc.gruppledare")
    read(office, office.soc, case)  # opened it
    read(office, leader, case, minutes=1)
    read(office, leader, case, minutes=1)
    (found,), _ = office.engine.reviewing.checks.outside(reviewer(office), ASKED)

    assert (found.person, found.number, found.count) == (leader.id, case.number, 2)
    assert (found.last - found.first).total_seconds() == 60
    assert found.role == "gruppledare,handlaggare"


def test_who_takes_a_task_or_is_given_one_is_left_out(office: Office, case: Case) -> None:
    leader, chair = office.person("soc.gruppledare"), office.person("soc.ordforande")
    for who in (leader, chair, office.chef):
        read(office, who, case, minutes=1)
    assert len(outside(office)) == 3
    task = office.task(case, "a")
    office.engine.casework.claim(leader, task.id)
    office.engine.casework.release(leader, task.id)
    assert [who for who, _ in outside(office)] == ["soc.chef", chair.id]

    # Who has given out a task has had to do with the case, and so has who was given one.
    office.engine.staffing.distribute(office.chef, [task.id], chair.id)
    assert outside(office) == []
    office.engine.staffing.distribute(office.chef, [task.id], leader.id)
    assert outside(office) == []


def test_who_stands_in_or_has_an_errand_is_left_out(office: Office, case: Case) -> None:
    leader, chair = office.person("soc.gruppledare"), office.person("soc.ordforande")
    for who in (leader, chair):
        read(office, who, case, minutes=1)
    today = office.engine.clock.now().date()
    office.engine.casework.claim(office.soc, office.task(case, "a").id)
    office.engine.staffing.arrange(office.soc, "soc", leader.id, (today, today), "semester")
    errand = {"rubrik": ["Ring"], "beskrivning": [""], "handlaggare": [chair.id]}
    office.engine.errands.add(office.soc, case.id, errand, ((chair.id, chair.name),))

    assert outside(office) == []


def test_seeing_what_is_masked_is_no_assignment(office: Office, case: Case) -> None:
    office.engine.protection.mark(office.chef, case.id, "skyddat_boende")
    read(office, office.chef, case)

    assert outside(office) == [("soc.chef", 1)]


def test_with_jav_nothing_is_told(office: Office, case: Case) -> None:
    read(office, office.chef, case)
    office.engine.staffing.disqualify(office.chef, case.id, "granskare", "Granne.")

    assert outside(office) == []


def test_much_in_a_short_time_is_found(office: Office) -> None:
    many = [office.open() for _ in range(16)]
    for each in many:
        read(office, office.soc, each, minutes=3)
        read(office, office.chef, each, minutes=2)
    for number in range(5):
        office.engine.trail.note("exported", office.chef, "auditing.file", n=number)
    checks, asked = office.engine.reviewing.checks, wanted(control=MANY)
    found = checks.bursts(reviewer(office), asked)

    assert [(each.person, each.kind, each.count) for each in found] == [("soc.chef", "exported", 5)]
    for each in many:
        read(office, office.soc, each, minutes=2)
    (_, reading) = sorted(checks.bursts(reviewer(office), asked), key=lambda each: each.kind)
    assert (reading.person, reading.count, reading.name) == ("soc", 16, office.soc.name)
    assert checks.bursts(reviewer(office), wanted(control=MANY, person="polis")) == []


def test_a_months_sample_is_the_same_whenever_it_is_drawn(office: Office, case: Case) -> None:
    clock, checks = office.engine.clock, office.engine.reviewing.checks
    for day in range(1, 29):
        clock.set(datetime(2026, 4, day, 12, tzinfo=UTC))  # type: ignore[attr-defined]
        for _ in range(2):
            read(office, office.soc, case)
        office.engine.trail.note("signed_in", office.soc)
    clock.set(datetime(2026, 5, 2, tzinfo=UTC))  # type: ignore[attr-defined]
    first = checks.sampled(reviewer(office), "2026-04")
    read(office, office.soc, case)

    assert len(first) == 30
    assert checks.sampled(reviewer(office), "2026-04") == first
    assert checks.sampled(reviewer(office), "2026-03") == []
    lines = office.engine.reviewing.log.lines(reviewer(office), first)
    assert {line.kind for line in lines} == {"read"}
