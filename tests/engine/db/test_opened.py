"""Answers are opened in words, and what is protected stays masked wherever they are shown."""

import pytest

from engine.model import Case
from tests.engine.db.protected import OTHER, PROTECTED, STREET, answers, told
from tests.engine.db.small import Office


@pytest.fixture
def case(office: Office) -> Case:
    office.publish(PROTECTED)
    return office.open()


def shown(office: Office, case: Case) -> list[str]:
    """Return what each place that shows own answers shows of them."""
    engine, reader = office.engine, office.soc
    akt = [answer for e in engine.casetabs.akt(reader, case.id) for _, answer in e.answers]
    recent = engine.casefile.recent(reader, case.id, 20)
    before = [answer for e in recent for _, answer in e.answers]
    done = [e.details["task_id"] for e in engine.casefile.log(case.id)
            if e.kind == "task_completed"]  # fmt: skip
    after = [answer for id_ in done for _, answer in engine.taskfile.done(reader, id_).answers]
    page = list(answers(office, case, reader).values())
    return [" ".join(each) for each in (akt, before, after, page)]


def test_what_is_always_masked_is_masked_everywhere(office: Office, case: Case) -> None:
    told(office, case)

    for place in shown(office, case):
        assert STREET not in place
        assert OTHER in place


def test_in_a_marked_case_everything_protected_is_masked_everywhere(
    office: Office, case: Case
) -> None:
    told(office, case, skyddsmarkering="skyddat_boende")

    for place in shown(office, case):
        assert STREET not in place
        assert OTHER not in place


def test_the_record_says_where_what_is_masked_can_be_asked_for(office: Office, case: Case) -> None:
    record = told(office, case)

    own = [entry for entry in office.engine.casetabs.akt(office.soc, case.id) if entry.id]
    assert [entry.reveals for entry in own] == [("svar", record)]
