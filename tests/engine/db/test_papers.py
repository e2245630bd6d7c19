"""Papers in a real database: sealed, and gone with their task where they should be."""

import pytest
from sqlalchemy import select

from engine.db.papers import SqlPapers
from engine.db.tables import METADATA, attachments, drafts, follow_ups, notes, proposals
from engine.errors import Conflict, NotFound, Outdated
from engine.lists.worklist import Wanted
from engine.papers import Proposal
from tests.conftest import MONDAY
from tests.engine.casebook.test_filetypes import KNOWN
from tests.engine.db.small import GOOD, Office

PDF = b"%PDF-1.7 om Anna Ek"
TYPED = {"skal": ["Halv men"]}


@pytest.fixture
def task(office: Office, case):
    return office.task(case, "a")


def everything(office: Office) -> str:
    """Return all that the database holds, as text."""
    tables = [table for name, table in METADATA.tables.items() if name != "process_sets"]
    with office.engine.database.connect() as connection:
        return "".join(repr(connection.execute(select(table)).all()) for table in tables)


def count(office: Office, table) -> int:
    with office.engine.database.connect() as connection:
        return len(connection.execute(select(table)).all())


def test_nothing_written_or_attached_can_be_read_in_the_database(office, task):
    desk = office.engine.deskwork
    file_id = desk.attach(office.soc, task.id, "Hemlig Ek.txt", b"Hemlig adress " * 50)
    desk.comment(office.soc, task.id, "Hemlig granne")
    desk.reassign(office.soc, task.id, "soc.chef", "Hemlig sjukdom")

    stored = everything(office)
    assert file_id in stored
    assert "Hemlig" not in stored


@pytest.mark.parametrize("kind", KNOWN)
def test_a_file_comes_back_byte_for_byte(office, task, kind):
    file_id = office.engine.deskwork.attach(office.soc, task.id, "a.b", KNOWN[kind])

    file, content = office.engine.taskfile.attached(office.chef, file_id)
    assert content == KNOWN[kind]
    assert (file.kind, file.size) == (kind, len(content))


def test_a_removed_file_is_gone(office, task):
    file_id = office.engine.deskwork.attach(office.soc, task.id, "a.pdf", PDF)
    office.engine.deskwork.detach(office.soc, file_id)

    assert count(office, attachments) == 0
    with pytest.raises(NotFound):
        office.engine.taskfile.attached(office.soc, file_id)


def test_files_and_comments_outlive_the_task_but_drafts_and_days_do_not(office, case, task):
    engine = office.engine
    engine.deskwork.attach(office.soc, task.id, "a.pdf", PDF)
    engine.deskwork.comment(office.soc, task.id, "Ring.")
    engine.deskwork.follow_up(office.soc, task.id, engine.clock.now().date())
    engine.casework.save_draft(office.soc, task.id, TYPED)
    office.complete(case, "a")

    found = [count(office, table) for table in (attachments, notes, drafts, follow_ups, proposals)]
    assert found == [1, 1, 0, 0, 0]


def test_a_draft_of_another_page_is_not_overwritten(office, task):
    casework = office.engine.casework
    first = casework.save_draft(office.soc, task.id, TYPED, 0)
    with pytest.raises(Outdated, match="annan sida"):
        casework.save_draft(office.soc, task.id, {"skal": ["Annan flik"]}, 0)
    second = casework.save_draft(office.soc, task.id, {"skal": ["Samma flik"]}, first)

    assert (first, second) == (1, 2)
    page = office.engine.queries.task_page(office.soc, task.id)
    assert page.answers == {"skal": "Samma flik"}
    assert (page.draft.version, page.draft.by) == (2, None)


def test_a_page_that_saves_itself_is_told_of_once(office, case, task):
    for _ in range(4):
        office.engine.casework.save_draft(office.soc, task.id, TYPED, by_itself=True)

    kinds = [entry.kind for entry in office.engine.casefile.log(case.id)]
    assert kinds.count("draft_saved") == 1


def test_a_day_to_look_again_is_changed_and_taken_away(office, task):
    desk, today = office.engine.deskwork, office.engine.clock.now().date()
    later = today.replace(year=2027)
    desk.follow_up(office.soc, task.id, later)
    desk.follow_up(office.soc, task.id, today)
    (line,) = [
        x for x in office.engine.worklists.page(office.soc, Wanted()).lines if x.task.id == task.id
    ]
    assert (line.follow_up, line.follow_up_due) == (today, True)

    desk.follow_up(office.soc, task.id, later)
    (line,) = [
        x for x in office.engine.worklists.page(office.soc, Wanted()).lines if x.task.id == task.id
    ]
    assert (line.follow_up, line.follow_up_due) == (later, False)
    desk.follow_up(office.soc, task.id, None)
    assert count(office, follow_ups) == 0


def test_two_who_remove_one_file_do_it_once(office, task):
    file_id = office.engine.deskwork.attach(office.soc, task.id, "a.pdf", PDF)
    with office.engine.store.transaction() as unit:
        assert isinstance(unit.papers, SqlPapers)
        file = unit.papers.attached(file_id)
        unit.papers.detach(file)
        with pytest.raises(Conflict):
            unit.papers.detach(file)


def test_a_proposal_is_sealed_and_waits_once(office, task):
    with office.engine.store.transaction() as unit:
        assert unit.papers.proposal(task.id) is None
    casework = office.engine.casework
    asks = office.engine.processes
    object.__setattr__(asks, "approval", lambda *_: "chef")
    casework.complete_task(office.soc, task.id, GOOD)
    assert "Påhittat" not in everything(office)
    with pytest.raises(Conflict, match="väntar"):
        casework.complete_task(office.soc, task.id, GOOD)

    office.engine.approvals.approve(office.chef, task.id)
    assert count(office, proposals) == 0


def test_a_proposal_remembers_in_whose_place_it_was_made(office, task):
    kept = Proposal(task.id, task.case_id, task.agency, GOOD, {"val": "ja"}, MONDAY, "soc", "max")
    with office.engine.store.transaction() as unit:
        unit.papers.propose(kept)
        assert unit.papers.proposal(task.id) == kept
