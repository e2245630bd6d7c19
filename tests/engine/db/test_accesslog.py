"""The access log of an agency is searched by person, case, kind and time, a page at a time."""

from datetime import UTC, date, datetime

import pytest

from engine.audit.review import NIGHT, Page
from engine.bootstrap import Engine
from engine.errors import NotFound
from engine.model import Case
from tests.engine.db.protected import PROTECTED, told
from tests.engine.db.reviewer import read, reviewer, wanted
from tests.engine.db.small import Office


def found(page: Page) -> list[tuple[str, str]]:
    return [(line.person, line.what) for line in page.lines]


def test_entries_of_ones_own_agency_are_found_the_newest_first(office: Office, case: Case) -> None:
    read(office, office.soc, case, minutes=1)
    read(office, office.polis, case, minutes=1)
    read(office, office.chef, case, "tasks.task", minutes=1)
    page = office.engine.reviewing.log.page(reviewer(office), wanted())

    assert found(page) == [("soc.chef", "tasks.task"), ("soc", "cases.case")]
    first = page.lines[1]
    assert (first.name, first.number, first.role) == (
        office.soc.name,
        case.number,
        ",".join(sorted(office.soc.roles)),
    )
    assert (first.channel, first.verdict) == ("kommando", None)


def test_they_are_narrowed_by_person_case_kind_and_time(office: Office, case: Case) -> None:
    other = office.open()
    read(office, office.soc, case)
    read(office, office.soc, other)
    read(office, office.chef, case, days=2)
    office.engine.trail.note("denied", office.soc, "case_page", "no-such-case")
    log, who = office.engine.reviewing.log, reviewer(office)

    assert len(log.page(who, wanted()).lines) == 4
    assert len(log.page(who, wanted(person="soc")).lines) == 3
    assert len(log.page(who, wanted(number=case.number)).lines) == 2
    assert len(log.page(who, wanted(number=case.number, person="soc")).lines) == 1
    (denied,) = log.page(who, wanted(kind="nekat")).lines
    assert (denied.kind, denied.number, denied.case_id) == ("denied", None, None)
    assert len(log.page(who, wanted(last=date(2026, 3, 3))).lines) == 2
    assert len(log.page(who, wanted(kind="inloggning")).lines) == 0


def test_pages_follow_each_other_and_leave_nothing_out(office: Office, case: Case) -> None:
    for number in range(7):
        read(office, office.soc, case, f"cases.{number}", seconds=number % 2)
    log, who, asked, seen = office.engine.reviewing.log, reviewer(office), wanted(), []
    for _ in range(4):
        page = log.page(who, asked, size=2)
        seen += [what for _, what in found(page)]
        asked = wanted(after=page.more)

    assert seen == [f"cases.{number}" for number in reversed(range(7))]
    assert page.more is None


def test_nights_are_swedish(office: Office, case: Case) -> None:
    for hour in (4, 5, 12, 20, 21, 22):  # 05, 06, 13, 21, 22 and 23 in Stockholm in March
        office.engine.clock.set(datetime(2026, 3, 3, hour, 0, tzinfo=UTC))  # type: ignore[attr-defined]
        read(office, office.soc, case, f"at {hour}")
    office.engine.trail.note("read", office.soc, "auditing.review")
    log, who = office.engine.reviewing.log, reviewer(office)

    page = log.page(who, wanted(control=NIGHT))
    assert [what for _, what in found(page)] == ["at 22", "at 21", "at 4"]
    rest = log.page(who, wanted(control=NIGHT, after=page.lines[1].place))
    assert [what for _, what in found(rest)] == ["at 4"]


def test_reveals_are_found_with_their_reasons(office: Office) -> None:
    office.publish(PROTECTED)
    case = office.open()
    record, engine = told(office, case), office.engine
    engine.protection.reveal(office.soc, case.id, "svar", record, "kontakt")
    (line,) = engine.reviewing.log.page(reviewer(office), wanted(kind="visat")).lines

    assert (line.kind, line.person, line.reason) == ("revealed", "soc", "kontakt")
    assert (line.number, line.place.stream) == (case.number, case.id)
    same = engine.reviewing.log.entry(reviewer(office), case.id, line.place.sequence)
    assert same == line
    # Of a case that is erased it still stands who saw, and when.
    engine.store.vault.erase(case.id, "logg")
    (erased,) = engine.reviewing.log.page(reviewer(office), wanted(kind="visat")).lines
    assert (erased.person, erased.place, erased.what, erased.reason) == ("soc", line.place, "", "")


def test_another_agencys_case_and_entries_are_not_found(engine_on_both: Engine) -> None:
    office = Office(engine_on_both)  # on the real processes: others take part later
    case, other = office.open(), office.engine.casework.open_case(office.polis)
    read(office, office.polis, other)
    log, who = office.engine.reviewing.log, reviewer(office)

    assert log.page(who, wanted()).lines == ()
    for number in (other.number, "2026-99999"):
        with pytest.raises(NotFound):
            log.page(who, wanted(number=number))
    for stream, sequence in (("myndighet:polismyndigheten", 1), (case.id, 1), (other.id, 1),
                             ("", 0), ("myndighet:socialtjansten", 99)):  # fmt: skip
        with pytest.raises(NotFound):
            log.entry(who, stream, sequence)


def test_with_jav_the_reviewer_finds_nothing_of_the_case(office: Office, case: Case) -> None:
    read(office, office.soc, case)
    who, log = reviewer(office), office.engine.reviewing.log
    assert len(log.page(who, wanted()).lines) == 1
    office.engine.staffing.disqualify(office.chef, case.id, who.id, "Granne.")

    assert log.page(who, wanted()).lines == ()
    assert log.lines(who, [1]) == ()
    with pytest.raises(NotFound):
        log.entry(who, "myndighet:socialtjansten", 1)
    with pytest.raises(NotFound):
        log.page(who, wanted(number=case.number))


def test_people_are_those_of_the_agency(office: Office) -> None:
    names = dict(office.engine.reviewing.log.people(reviewer(office)))

    assert names["soc"] == office.soc.name
    assert "polis" not in names
