"""What the rules ask of an agency's part of a closed case is read from what it knows itself."""

from datetime import date, timedelta

import pytest

from engine.bootstrap import Engine
from engine.db.parts import closed, parts, whole
from engine.model import Case
from engine.retention.due import Part
from engine.retention.rules import of_agency
from tests.conftest import MONDAY
from tests.engine.db.small import Office
from tests.engine.retention import kept

ASKING = kept.RULES + kept.rule("ja", "[ja.nar]", 'variabler.val = ["ja"]')


@pytest.fixture
def office(engine_on_both: Engine) -> Office:
    return kept.office(engine_on_both, ASKING)


@pytest.fixture
def old(office: Office) -> Case:
    return kept.old_case(office)


def found(office: Office, agency: str) -> list[Part]:
    engine = office.engine
    rules = of_agency(engine.queries.models.retention(engine.publications.current() or ""), agency)
    with engine.database.connect() as connection:
        return list(parts(connection, engine.store.vault, agency, rules, closed(agency)))


def test_days_kinds_forms_and_values_are_read(office: Office, old: Case) -> None:
    (part,) = found(office, "socialtjansten")

    assert (part.case_id, part.number, part.agency) == (old.id, old.number, "socialtjansten")
    assert (part.closed, part.last) == (date(2026, 3, 2), date(2026, 3, 2))
    assert part.contents == {"svar", "bilagor", "kommentarer", "kontakter", "egna_uppgifter"}
    assert part.forms == {"f"}
    assert part.values == {"val": {"ja": date(2026, 3, 2)}}


def test_another_agency_has_only_its_own(office: Office, old: Case) -> None:
    (part,) = found(office, "polismyndigheten")

    assert part.contents == {"svar"}
    assert found(office, "migrationsverket") == []


def test_an_open_case_has_no_part_that_could_fall_due(office: Office) -> None:
    office.open()

    assert found(office, "socialtjansten") == []


def test_what_is_done_about_erasing_lengthens_no_time(office: Office, old: Case) -> None:
    office.engine.retention.stops.hold(office.chef, old.number, "Rättegång")
    (part,) = found(office, "socialtjansten")

    assert part.last == date(2026, 3, 2)


def test_an_entry_after_the_end_counts_and_only_for_its_agency(office: Office, old: Case) -> None:
    contacts = office.engine.contacts
    contacts.add(office.soc, old.id, {"roll": ["tolk"], "namn": ["Sen tolk"]})
    today = office.engine.clock.now().date()

    assert [part.last for part in found(office, "socialtjansten")] == [today]
    assert [part.last for part in found(office, "polismyndigheten")] == [date(2026, 3, 2)]


def test_only_those_closed_before_a_day_are_read(office: Office, old: Case) -> None:
    soc = "socialtjansten"
    with office.engine.database.connect() as connection:
        late, early = (connection.execute(closed(soc, MONDAY + timedelta(days=d))).all()
                       for d in (1, 0))  # fmt: skip

    assert (len(late), len(early)) == (1, 0)


def test_the_log_waits_for_the_last_part(office: Office, old: Case) -> None:
    with office.engine.database.connect() as connection:
        assert whole(connection, old.id) is None
