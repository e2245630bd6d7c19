"""Files, comments, reassigning and days to look again, in one's own agency only."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from engine.casebook.deskwork import LONGEST, MOST, Deskwork
from engine.casebook.scanning import FOUND
from engine.errors import Conflict, InvalidAnswers, NotAllowed, NotFound
from engine.staff.staffing import Staffing
from tests.conftest import MONDAY
from tests.engine.office import ADA, BO, GOOD, SIV, log, open_task

PDF = b"%PDF-1.7 om Anna"
NOOR = replace(ADA, id="noor", name="Noor Lind")


@pytest.fixture
def deskwork(store, clock):
    return Deskwork(store, clock)


def test_a_file_is_kept_under_a_harmless_name_and_the_log_knows_no_name(store, deskwork, task):
    file_id = deskwork.attach(ADA, task.id, "../Anna Ek.exe", PDF)

    file, content = store.kept.files[file_id]
    assert (file.name, file.kind, file.size, file.actor) == ("Anna Ek.pdf", "pdf", 16, "ada")
    assert content == PDF
    assert log(store)[-1] == "file_attached"
    assert "Anna" not in repr(store.kept.log)


@pytest.mark.parametrize("content", [b"", b"MZ\x00", b"x" * (10 * 1024 * 1024 + 1)])
def test_what_is_not_accepted_is_said_and_not_kept(store, deskwork, task, content):
    with pytest.raises(InvalidAnswers, match="Filen"):
        deskwork.attach(ADA, task.id, "a.pdf", content)

    assert not store.kept.files


def test_what_the_scanner_stops_is_not_kept(store, clock, task):
    deskwork = Deskwork(store, clock, lambda content: FOUND if b"Anna" in content else None)
    with pytest.raises(InvalidAnswers, match="viruskontrollen"):
        deskwork.attach(ADA, task.id, "a.pdf", PDF)
    deskwork.attach(ADA, task.id, "a.pdf", b"%PDF-")

    assert len(store.kept.files) == 1


def test_a_strangers_file_is_not_even_scanned(store, clock, task):
    scanned: list[bytes] = []
    with pytest.raises(NotAllowed):
        Deskwork(store, clock, scanned.append).attach(BO, task.id, "a.pdf", PDF)

    assert scanned == []
    assert store.denied == [("bo", "attach", task.id)]


def test_a_task_has_so_many_files_and_no_more(store, deskwork, task):
    for _ in range(MOST):
        deskwork.attach(ADA, task.id, "a.pdf", PDF)
    with pytest.raises(InvalidAnswers, match="högst 20"):
        deskwork.attach(ADA, task.id, "a.pdf", PDF)


def test_a_file_is_removed_while_the_task_is_open_and_it_is_logged(store, deskwork, task):
    file_id = deskwork.attach(ADA, task.id, "a.pdf", PDF)

    assert deskwork.detach(ADA, file_id) == task.id
    assert not store.kept.files
    assert log(store)[-1] == "file_removed"


def test_a_file_stays_once_its_task_is_completed(store, deskwork, casework, task):
    file_id = deskwork.attach(ADA, task.id, "a.pdf", PDF)
    casework.complete_task(ADA, task.id, GOOD)

    with pytest.raises(Conflict, match="slutförd"):
        deskwork.detach(ADA, file_id)
    assert file_id in store.kept.files


def test_others_may_not_remove_it(store, deskwork, casework, task):
    file_id = deskwork.attach(ADA, task.id, "a.pdf", PDF)
    casework.claim(ADA, task.id)

    with pytest.raises(NotAllowed):
        deskwork.detach(BO, file_id)
    with pytest.raises(Conflict):
        deskwork.detach(SIV, file_id)
    with pytest.raises(NotFound):
        deskwork.detach(ADA, "okänd")


def test_a_comment_is_for_the_agency_and_not_for_the_log(store, deskwork, task):
    deskwork.comment(SIV, task.id, " Ring god man.\x00 ")

    (note,) = store.kept.notes
    assert (note.text, note.kind, note.agency) == ("Ring god man.", "kommentar", "socialtjansten")
    assert open_task(store).assignee is None
    assert "Ring" not in repr(store.kept.log)


@pytest.mark.parametrize("text", ["", " \n ", "x" * (LONGEST + 1)])
def test_a_comment_says_something_but_not_too_much(store, deskwork, task, text):
    with pytest.raises(InvalidAnswers, match="Skriv"):
        deskwork.comment(ADA, task.id, text)


def test_a_task_is_taken_from_a_colleague_with_a_reason(store, deskwork, casework, task):
    casework.claim(ADA, task.id)
    deskwork.reassign(SIV, task.id, "siv", "Ada är sjuk.")

    assert open_task(store).assignee == "siv"
    assert [note.text for note in store.kept.notes] == ["Ada är sjuk."]
    assert store.kept.log[-1].details["before"] == "ada"
    assert "sjuk" not in repr(store.kept.log)


@pytest.mark.parametrize("reason", ["", "  "])
def test_without_a_reason_nobody_gets_it(store, deskwork, task, reason):
    with pytest.raises(InvalidAnswers, match="varför"):
        deskwork.reassign(ADA, task.id, "siv", reason)

    assert open_task(store).assignee is None


def test_a_task_goes_only_to_one_of_the_agency_with_the_role(deskwork, chefs_task):
    for person in ("bo", "ada"):
        with pytest.raises(NotAllowed):
            deskwork.reassign(SIV, chefs_task.id, person, "Hinner inte.")
    deskwork.reassign(ADA, chefs_task.id, "siv", "Hinner inte.")
    with pytest.raises(Conflict, match="redan"):
        deskwork.reassign(ADA, chefs_task.id, "siv", "Hinner inte.")


def test_a_day_to_look_again_is_today_or_later(store, deskwork, task):
    today = MONDAY.date()
    with pytest.raises(InvalidAnswers, match="2 mars 2026"):
        deskwork.follow_up(ADA, task.id, today - timedelta(days=1))
    deskwork.follow_up(ADA, task.id, today)
    assert store.kept.follow_ups == {task.id: date(2026, 3, 2)}

    deskwork.follow_up(ADA, task.id, None)
    assert store.kept.follow_ups == {}
    assert log(store)[-2:] == ["follow_up_set", "follow_up_set"]


@pytest.mark.parametrize("verb", ["comment", "reassign", "follow_up", "attach"])
def test_another_agency_does_nothing_here(store, deskwork, task, verb):
    given = {"comment": ("Hej.",), "reassign": ("bo", "Hej."), "follow_up": (None,),
             "attach": ("a", PDF)}[verb]  # fmt: skip
    with pytest.raises(NotAllowed):
        getattr(deskwork, verb)(BO, task.id, *given)

    assert store.denied == [("bo", verb, task.id)]


def test_a_substitute_removes_a_file_in_the_place_of_the_one_who_holds_the_task(
    store, clock, deskwork, casework, task
):
    file_id = deskwork.attach(SIV, task.id, "a.pdf", PDF)
    casework.claim(ADA, task.id)
    store.people["noor"] = NOOR
    with pytest.raises(Conflict):
        deskwork.detach(NOOR, file_id)
    Staffing(store, clock).arrange(ADA, "ada", "noor", (MONDAY.date(), MONDAY.date()), "semester")

    assert deskwork.detach(NOOR, file_id) == task.id
    told = store.kept.log[-1]
    assert (told.kind, told.actor, told.details["acting_for"]) == ("file_removed", "noor", "ada")
