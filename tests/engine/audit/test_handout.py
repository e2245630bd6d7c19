"""What is taken out on paper tells what the agency may know, in Swedish, and no more."""

from datetime import UTC, datetime

from engine.audit.handout import case_dossier, moment, party_dossier
from engine.audit.moments import Change, Drawing, History, Moment, Seen
from engine.book.dossier import Withheld
from engine.secrecy.protected import Sheet

NOON = datetime(2026, 3, 2, 11, tzinfo=UTC)
HISTORY = History(
    (
        Moment(1, "Ada Ek", NOON, "Ny uppgift: A", changes=(Change("d", "a", "current", 1),),
               seen=Seen("opened", "t", "A")),
        Moment(2, "Aktör A", known=False),
        Moment(3, "Ada Ek", NOON, "Klar: A", "Sagt.", "missad", ("SoL 14:1",),
               (Change("d", "a", "done", 1),), Seen("done", "t", "A")),
    ),
    (Drawing("d", "p", "Utred", "v"),),
)  # fmt: skip
SHEETS = (Sheet("Bedömning", NOON, (("Fråga", "Svar"),)),)


def test_a_case_has_answers_timeline_and_drawings() -> None:
    told = case_dossier("2026-1", "IOM", NOON, (("Av", "Ada"),), SHEETS,
                        (HISTORY, ((HISTORY.drawings[0], "<svg/>"),)))  # fmt: skip

    assert told.facts == (("Uttaget", "2 mars 2026 kl. 12.00"), ("Av", "Ada"))
    assert [each.title for each in told.timeline] == ["Ny uppgift: A", "Klar: A"]
    assert told.timeline[1].text == "Sagt. Efter tiden. SoL 14:1"
    (picture,) = told.pictures
    assert picture.about == (
        "Diagrammet Utred som det stod 2 mars 2026 kl. 12.00. Klart hos er: A."
    )
    assert [(each.day, each.pairs) for each in told.answers] == [
        ("2 mars 2026", (("Fråga", "Svar"),))
    ]


def test_an_extract_says_whether_something_is_left_out() -> None:
    left = (Withheld("Anteckning", "Skäl", ""),)

    assert "10 kap. 3 §" in party_dossier("1", "IOM", NOON, SHEETS, left).note
    assert "10 kap. 3 §" not in party_dossier("1", "IOM", NOON, SHEETS, ()).note
    assert party_dossier("1", "IOM", NOON, SHEETS, left).timeline == ()


def test_instants_are_written_in_stockholm() -> None:
    assert moment(datetime(2026, 7, 1, 22, 30, tzinfo=UTC)) == "2 juli 2026 kl. 00.30"
