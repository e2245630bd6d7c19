"""A task is taken out by those who may read it; what is masked stays in."""

import pytest

from engine.casebook.sheets import NEEDS_APPROVAL, TaskSheet
from engine.errors import Conflict, NotAllowed
from engine.model import Actor, Case, Event
from tests.engine.db.protected import STREET
from tests.engine.db.small import Office


def taken(office: Office, case: Case, who: Actor | None = None) -> TaskSheet:
    reader, task = who or office.soc, office.task(case, "a")
    page = office.engine.queries.task_page(office.soc, task.id)
    answers = {field.key: STREET for field in page.form.fields if field.masked}
    assert answers
    return office.engine.sheets.take_out(reader, task.id, page.form, answers)


def told(office: Office, case: Case) -> list[Event]:
    return [e for e in office.engine.casefile.log(case.id) if e.kind == "task_taken_out"]


def test_what_is_masked_is_named_and_not_told(office: Office, case: Case) -> None:
    sheet = taken(office, case)

    assert sheet.masked == ("Skäl",)
    assert STREET not in repr(sheet.answers)


def test_the_log_tells_who_took_it_and_never_what_it_says(office: Office, case: Case) -> None:
    taken(office, case)
    (entry,) = told(office, case)

    assert (entry.actor, entry.agency) == ("soc", "socialtjansten")
    assert STREET not in repr(entry)
    titles = [e.title for e in office.engine.casefile.case_page(office.soc, case.id).timeline]
    assert "Tog ut uppgiften som PDF: A" in titles


def test_another_agencys_task_is_not_taken_out(office: Office, case: Case) -> None:
    with pytest.raises(NotAllowed):
        taken(office, case, office.polis)

    assert told(office, case) == []


def test_in_a_marked_case_a_colleague_approves_first(office: Office, case: Case) -> None:
    protection = office.engine.protection
    protection.mark(office.soc, case.id, "sekretessmarkering")
    protection.ask_to_print(office.soc, case.id, "Till förhandlingen")
    with pytest.raises(Conflict, match=NEEDS_APPROVAL):
        taken(office, case)
    waiting = office.engine.protected.prints(office.soc, case.id).mine
    assert waiting is not None
    protection.approve_print(office.chef, case.id, waiting.permit.id)

    assert taken(office, case).masked == ("Skäl",)
    with pytest.raises(Conflict):
        taken(office, case, office.chef)
    office.engine.clock.advance(minutes=31)  # type: ignore[attr-defined]
    with pytest.raises(Conflict):
        taken(office, case)
