"""What reviewers conclude is kept sealed, with its entry in the trail, and outlives nothing."""

from sqlalchemy import select

from engine.audit.marks import Mark
from engine.db.tables import reviews, trail
from engine.model import Case
from tests.conftest import MONDAY
from tests.engine.db.reviewer import read, reviewer, wanted
from tests.engine.db.small import Office

STREAM = "myndighet:socialtjansten"


def mark(id_: str = "m1", verdict: str = "utreds", note: str = "Hemlig anteckning") -> Mark:
    return Mark(id_, "socialtjansten", STREAM, 1, verdict, note, MONDAY, "granskare")


def test_a_mark_is_kept_once_and_noted(office: Office, case: Case) -> None:
    read(office, office.soc, case)
    marks, who = office.engine.reviewing.marks, reviewer(office)
    for _ in range(2):
        marks.keep(who, mark(), case.id)
    (line,) = office.engine.reviewing.log.page(who, wanted(kind="last")).lines

    assert marks.of(who, line.place) == [mark()]
    assert line.verdict == "utreds"
    with office.engine.database.connect() as connection:
        (noted,) = connection.execute(select(trail).where(trail.c.kind == "reviewed")).mappings()
        stored = repr(connection.execute(select(reviews)).all())
    assert (noted["place"], noted["subject"]) == ("utreds", case.id)
    assert "Hemlig" not in stored + repr(noted)


def test_the_newest_counts_and_the_others_stay(office: Office, case: Case) -> None:
    read(office, office.soc, case)
    marks, who = office.engine.reviewing.marks, reviewer(office)
    later = Mark("m2", "socialtjansten", STREAM, 1, "utan_anmarkning", "",
                 MONDAY.replace(hour=11), "granskare")  # fmt: skip
    marks.keep(who, mark(), case.id)
    marks.keep(who, later, None)
    (line,) = office.engine.reviewing.log.page(who, wanted(kind="last")).lines

    assert marks.of(who, line.place) == [later, mark()]
    assert line.verdict == "utan_anmarkning"
    assert marks.of(office.polis, line.place) == []


def test_a_note_goes_with_the_case(office: Office, case: Case) -> None:
    read(office, office.soc, case)
    marks, who = office.engine.reviewing.marks, reviewer(office)
    marks.keep(who, mark(), case.id)
    office.engine.store.vault.erase(case.id, "socialtjansten")
    (line,) = office.engine.reviewing.log.page(who, wanted(kind="last")).lines

    assert [(each.verdict, each.note) for each in marks.of(who, line.place)] == [("utreds", "")]
