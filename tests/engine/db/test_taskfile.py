"""What stands around a task is read by its own agency only."""

import pytest

from engine.errors import NotFound
from engine.lists.worklist import Wanted
from engine.secrecy.vault import Compartment
from tests.engine.db.small import GOOD, Office

PDF = b"%PDF-1.7"


@pytest.fixture
def task(office: Office, case):
    return office.task(case, "a")


def denials(office: Office) -> list[str]:
    from sqlalchemy import select  # noqa: PLC0415

    from engine.db.tables import trail  # noqa: PLC0415

    with office.engine.database.connect() as connection:
        query = select(trail.c.place).where(trail.c.kind == "denied")
        return list(connection.execute(query).scalars())


def test_papers_are_shown_with_names_the_newest_first(office, task):
    desk = office.engine.deskwork
    desk.comment(office.soc, task.id, "Först.")
    office.engine.clock.advance(minutes=1)
    desk.comment(office.chef, task.id, "Sedan.")
    desk.attach(office.soc, task.id, "a.pdf", PDF)

    papers = office.engine.taskfile.papers(office.soc, task)
    assert [each.paper.text for each in papers.notes] == ["Sedan.", "Först."]
    assert papers.notes[0].name == office.chef.name
    assert [each.paper.name for each in papers.attachments] == ["a.pdf"]
    assert (papers.proposal, papers.follow_up) == (None, None)


def test_another_agency_reads_none_of_it(office, case, task):
    file_id = office.engine.deskwork.attach(office.soc, task.id, "a.pdf", PDF)
    taskfile = office.engine.taskfile
    with pytest.raises(NotFound):
        taskfile.papers(office.polis, task)
    with pytest.raises(NotFound):
        taskfile.attached(office.polis, file_id)

    assert taskfile.attachments(office.polis, case.id) == ()
    assert len(taskfile.attachments(office.soc, case.id)) == 1
    assert denials(office) == ["attachment"]


def test_what_happened_before_is_short_and_leaves_out_the_task_itself(office, case, task):
    office.engine.clock.advance(minutes=1)
    office.complete(case, "b", text="Det vi skrev.")
    office.engine.deskwork.comment(office.soc, task.id, "Småprat.")
    office.engine.casework.claim(office.soc, task.id)

    before = office.engine.taskfile.before(office.soc, task)
    titles = [entry.title for entry in before]
    assert titles[0].startswith("Klar: ")
    assert "Det vi skrev." in dict(before[0].answers).values()
    assert not [title for title in titles if title.startswith(("Kommentar", "Tog"))]
    assert f"Ny uppgift: {task.name}" not in titles or task.name in titles[0]


def test_it_tells_nothing_of_another_agencys_steps(office, case):
    theirs = office.task(case, "c")
    office.complete(case, "a", "b")

    titles = [entry.title for entry in office.engine.taskfile.before(office.polis, theirs)]
    assert not [title for title in titles if title.startswith("Klar")]


def test_after_a_task_its_agency_learns_what_is_open_and_nothing_of_others(office, case, task):
    office.engine.clock.advance(minutes=1)
    office.complete(case, "a", text="Sparat svar.")

    done = office.engine.taskfile.done(office.soc, task.id)
    assert (done.case_number, done.closed, done.new) == (case.number, False, ())
    assert [line.task.element for line in done.others] == ["b"]
    assert "Sparat svar." in dict(done.answers).values()
    assert done.handed == ()


def test_new_tasks_are_told_apart_from_old(office, case):
    office.complete(case, "a", "b")
    last = office.task(case, "c")
    office.engine.clock.advance(minutes=1)
    office.complete(case, "c")

    done = office.engine.taskfile.done(office.polis, last.id)
    assert (done.new, done.others) == ((), ())


def test_nothing_is_told_of_an_open_or_anothers_task(office, case, task):
    for reader in (office.soc, office.polis):
        with pytest.raises(NotFound):
            office.engine.taskfile.done(reader, task.id)
    office.complete(case, "a")
    with pytest.raises(NotFound):
        office.engine.taskfile.done(office.polis, task.id)

    assert denials(office) == ["done_page"] * 3


def test_once_erased_nothing_of_it_is_shown(office, case, task):
    desk = office.engine.deskwork
    file_id = desk.attach(office.soc, task.id, "a.pdf", PDF)
    desk.comment(office.soc, task.id, "Hej.")
    office.engine.queries.vault.erase(case.id, "socialtjansten")

    papers = office.engine.taskfile.papers(office.soc, task)
    assert (papers.attachments, papers.notes) == ((), ())
    with pytest.raises(NotFound):
        office.engine.taskfile.attached(office.soc, file_id)


def test_a_proposal_is_shown_with_the_name_of_its_person(office, task):
    object.__setattr__(office.engine.processes, "approval", lambda *_: "chef")
    office.engine.casework.complete_task(office.soc, task.id, GOOD)

    proposal = office.engine.taskfile.papers(office.chef, task).proposal
    assert proposal
    assert (proposal.name, proposal.paper.typed) == (office.soc.name, GOOD)
    (line,) = [
        x for x in office.engine.worklists.page(office.chef, Wanted()).lines if x.task.id == task.id
    ]
    assert line.proposed


def test_a_file_cannot_be_moved_to_another_compartment(office, task):
    vault = office.engine.queries.vault
    sealed = vault.seal_file(Compartment("c", "soc", "bilaga x"), PDF)

    assert vault.open_file(Compartment("c", "soc", "bilaga x"), sealed) == PDF


def test_one_who_is_disqualified_in_the_case_finds_none_of_it(office, case, task):
    file_id = office.engine.deskwork.attach(office.soc, task.id, "a.pdf", PDF)
    office.complete(case, "b")
    done = next(e for e in office.engine.casefile.log(case.id) if e.kind == "task_completed")
    office.engine.staffing.disqualify(office.chef, case.id, "soc", "Släkt.")

    taskfile = office.engine.taskfile
    assert taskfile.attachments(office.soc, case.id) == ()
    for read in (lambda: taskfile.attached(office.soc, file_id),
                 lambda: taskfile.done(office.soc, done.details["task_id"]),
                 lambda: office.engine.deskwork.comment(office.soc, task.id, "Hej."),
                 lambda: office.engine.deskwork.detach(office.soc, file_id)):  # fmt: skip
        with pytest.raises(NotFound):
            read()
