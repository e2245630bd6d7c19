from concurrent.futures import ThreadPoolExecutor
from unittest.mock import ANY

import pytest

from engine.errors import (
    Conflict,
    InvalidAnswers,
    ModelError,
    NotAllowed,
    NotFound,
    Overtaken,
)
from engine.model import Actor
from engine.modelling.draft import digest_of
from engine.modelling.drafts import state_of
from engine.modelling.sources import packed
from tests.engine.modelling.small import FORM, LIVE, MAIN, Owners, main

NEW = main("b", "late", "n")


def test_a_draft_begins_as_what_is_live(owners: Owners) -> None:
    draft = owners.engine.drafts.open_draft(owners.pia, "  Nytt\nsteg ")
    page = owners.engine.drafts.read_draft(owners.ola, draft.id)

    assert (page.draft.name, page.draft.base, page.live) == ("Nytt steg", owners.live, owners.live)
    assert (page.files, page.touched, page.findings, page.behind) == (LIVE, (), (), False)


def test_a_draft_needs_a_name(owners: Owners) -> None:
    with pytest.raises(InvalidAnswers):
        owners.engine.drafts.open_draft(owners.pia, " \n")


def test_a_save_is_read_back_with_its_author_and_the_live_set_is_untouched(owners: Owners) -> None:
    draft = owners.draft(main=NEW)
    page = owners.engine.drafts.read_draft(owners.pia, draft.id)

    assert page.files == LIVE | {MAIN: NEW}
    assert page.touched == (MAIN,)
    file = page.file(MAIN)
    assert (file.content, file.digest, file.author) == (NEW, digest_of(NEW), "agare")
    assert owners.engine.publications.current() == owners.live
    assert owners.engine.publications.files(owners.live) == LIVE


def test_what_is_wrong_is_kept_in_a_draft_and_told(owners: Owners) -> None:
    draft = owners.draft(main=LIVE[MAIN].replace("'ja'", "'jo'"))
    page = owners.engine.drafts.read_draft(owners.pia, draft.id)

    assert {f.file for f in page.findings} == {MAIN}


def test_the_second_editor_gets_what_the_first_one_saved(owners: Owners) -> None:
    draft, drafts, seen = owners.draft(), owners.engine.drafts, digest_of(LIVE[MAIN])
    drafts.save_file(owners.pia, draft.id, MAIN, NEW, seen)

    with pytest.raises(Overtaken) as error:
        drafts.save_file(owners.ola, draft.id, MAIN, main("b"), seen)

    theirs = error.value
    assert (theirs.content, theirs.digest, theirs.author) == (NEW, digest_of(NEW), "agare")
    assert drafts.read_file(owners.ola, draft.id, MAIN).content == NEW
    drafts.save_file(owners.ola, draft.id, MAIN, main("b"), theirs.digest)
    assert [(s.author, s.content) for s in drafts.history(owners.pia, draft.id)] == [
        ("agare2", main("b")), ("agare", NEW)
    ]  # fmt: skip
    assert owners.read(draft).authors == ("agare", "agare2")


def test_saving_the_same_again_is_no_conflict_and_no_save(owners: Owners) -> None:
    draft = owners.draft(main=NEW)
    again = owners.engine.drafts.save_file(owners.ola, draft.id, MAIN, NEW, "vad som helst")

    assert again == digest_of(NEW)
    assert len(owners.engine.drafts.history(owners.pia, draft.id)) == 1


def test_a_file_removed_by_another_is_told(owners: Owners) -> None:
    draft, seen = owners.draft(), digest_of(LIVE[MAIN])
    owners.engine.drafts.remove_file(owners.ola, draft.id, MAIN, seen)

    with pytest.raises(Overtaken) as error:
        owners.engine.drafts.save_file(owners.pia, draft.id, MAIN, NEW, seen)

    assert (error.value.content, error.value.author) == (None, "agare2")


def test_a_file_is_added_once(owners: Owners) -> None:
    draft, form = owners.draft(), LIVE[FORM].replace('"id": "f"', '"id": "f2"').encode()

    assert owners.engine.drafts.add_file(owners.pia, draft.id, "f2.form", form) == "forms/f2.form"
    with pytest.raises(Conflict, match="redan en fil"):
        owners.engine.drafts.add_file(owners.ola, draft.id, MAIN, NEW.encode())
    with pytest.raises(Overtaken):
        owners.engine.drafts.add_file(owners.ola, draft.id, "f2.form", form + b" ")


def test_a_file_in_use_that_is_removed_is_a_finding(owners: Owners) -> None:
    draft = owners.draft()
    owners.engine.drafts.remove_file(owners.pia, draft.id, FORM, digest_of(LIVE[FORM]))
    page = owners.engine.drafts.read_draft(owners.pia, draft.id)

    assert "formuläret f finns inte" in "".join(f.message for f in page.findings)
    with pytest.raises(NotFound):
        owners.engine.drafts.remove_file(owners.pia, draft.id, FORM, "")


@pytest.mark.parametrize(("path", "content"), [
    (MAIN, NEW[:200]), (FORM, "{"), ("a.exe", "a"), (MAIN, "<!DOCTYPE a><a/>"),
    (MAIN, f"<a>{' ' * 5_000_000}</a>"),
])  # fmt: skip
def test_nothing_is_kept_of_what_cannot_be_read(owners: Owners, path: str, content: str) -> None:
    draft = owners.draft()
    with pytest.raises(ModelError):
        owners.engine.drafts.save_file(owners.pia, draft.id, path, content, digest_of(LIVE[MAIN]))

    assert owners.engine.drafts.history(owners.pia, draft.id) == []


def test_an_archive_of_a_part_changes_that_part(owners: Owners) -> None:
    draft = owners.draft()
    given = [("a.zip", packed({MAIN: NEW, FORM: LIVE[FORM]}))]

    assert owners.engine.drafts.take_over(owners.pia, draft.id, given, False, state_of(draft)) == 1
    assert owners.engine.drafts.read_draft(owners.pia, draft.id).files == LIVE | {MAIN: NEW}


def test_an_archive_of_the_whole_set_removes_what_is_not_in_it(owners: Owners) -> None:
    draft = owners.draft()
    given = [("a.zip", packed({name: LIVE[name] for name in LIVE if name != FORM}))]

    assert owners.engine.drafts.take_over(owners.pia, draft.id, given, True, state_of(draft)) == 1
    assert FORM not in owners.engine.drafts.read_draft(owners.pia, draft.id).files


def test_an_upload_does_not_write_over_what_was_saved_meanwhile(owners: Owners) -> None:
    draft = owners.draft()
    owners.save(draft, MAIN, NEW)

    with pytest.raises(Conflict, match="Se efter vad"):
        owners.engine.drafts.take_over(
            owners.ola, draft.id, [(MAIN, main("b").encode())], False, state_of(draft)
        )
    assert owners.engine.drafts.read_file(owners.pia, draft.id, MAIN).content == NEW


def test_a_discarded_draft_takes_no_more_but_its_history_stays(owners: Owners) -> None:
    draft = owners.draft(main=NEW)
    owners.engine.drafts.discard(owners.ola, draft.id)

    with pytest.raises(Conflict, match="kastat"):
        owners.save(draft, MAIN, main("b"))
    assert len(owners.engine.drafts.history(owners.pia, draft.id)) == 1


def test_a_draft_behind_the_live_set_can_follow_it(owners: Owners) -> None:
    draft = owners.draft(main=NEW)
    live = LIVE | {MAIN: main("b"), FORM: LIVE[FORM].replace("Skäl", "Varför")}
    version = owners.publish(live)
    assert owners.engine.drafts.read_draft(owners.pia, draft.id).behind

    assert owners.engine.drafts.follow_live(owners.pia, draft.id) == (MAIN,)
    page = owners.engine.drafts.read_draft(owners.pia, draft.id)
    assert (page.behind, page.draft.base, page.files) == (False, version, live | {MAIN: NEW})


def test_the_newest_draft_is_listed_first(owners: Owners) -> None:
    one = owners.draft(main=NEW)
    owners.wait()
    two = owners.engine.drafts.open_draft(owners.ola, "Nästa")

    listed = owners.engine.drafts.drafts(owners.pia)
    assert [each.id for each in listed] == [two.id, one.id]
    assert (listed[1].authors, list(listed[1].saves)) == (("agare",), [MAIN])


def test_nobody_else_finds_drafts_and_the_attempt_is_kept(owners: Owners) -> None:
    draft, drafts, soc = owners.draft(), owners.engine.drafts, owners.soc
    before, given = owners.engine.store.denials(), [(MAIN, b"")]
    asked = (
        lambda who: drafts.open_draft(who, "x"),
        lambda who: drafts.read_draft(who, draft.id),
        lambda who: drafts.read_file(who, draft.id, MAIN),
        lambda who: drafts.history(who, draft.id),
        lambda who: drafts.save_file(who, draft.id, MAIN, NEW, None),
        lambda who: drafts.remove_file(who, draft.id, MAIN, ""),
        lambda who: drafts.take_over(who, draft.id, given, False, ""),
        lambda who: drafts.discard(who, draft.id),
        lambda who: drafts.follow_live(who, draft.id),
    )
    for number, ask in enumerate(asked, 1):
        with pytest.raises(NotAllowed):
            ask(soc)
        assert owners.engine.store.denials() == before + number
    with pytest.raises(NotAllowed):
        drafts.drafts(soc)
    substitute = Actor("x", "X", "processledning", owners.pia.roles, acting_for="agare")
    with pytest.raises(NotAllowed):
        drafts.save_upload(substitute, draft.id, MAIN, NEW.encode(), ANY)


def test_a_draft_that_is_not_there_is_not_found(owners: Owners) -> None:
    drafts, draft = owners.engine.drafts, owners.draft()
    for ask in (
        lambda: drafts.read_draft(owners.pia, "x"),
        lambda: drafts.discard(owners.pia, "x"),
        lambda: drafts.history(owners.pia, "x"),
        lambda: drafts.read_file(owners.pia, draft.id, "x.bpmn"),
    ):
        with pytest.raises(NotFound):
            ask()


def test_of_two_who_save_at_the_same_time_one_is_told(owners: Owners) -> None:
    draft, seen, drafts = owners.draft(), digest_of(LIVE[MAIN]), owners.engine.drafts

    def save(text: str) -> str:
        try:
            return drafts.save_file(owners.pia, draft.id, MAIN, text, seen)
        except Overtaken as error:
            return f"efter {error.digest}"

    texts = [main("b", "late", "n"), main("b", "late", "end2")]
    with ThreadPoolExecutor(2) as pool:
        first, second = sorted(pool.map(save, texts), key=len)

    assert second == f"efter {first}"
    assert drafts.read_file(owners.pia, draft.id, MAIN).digest == first
    assert len(drafts.history(owners.pia, draft.id)) == 1
