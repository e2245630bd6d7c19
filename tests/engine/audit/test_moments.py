"""What stood on the drawings and what was seen, asked of a history that is made."""

from engine.audit.moments import Change, Drawing, History, Moment, Seen, Sight

ONE, TWO = Drawing("i.p.1", "p", "Processen", "1"), Drawing("i.q.1", "q", "Den andra", "1")
HISTORY = History(
    (
        Moment(3, "Systemet", changes=(Change("i.p.1", "a", "current", 1),),
               seen=Seen("opened", "t", "A")),
        Moment(5, "Aktör A", known=False),
        Moment(7, "Ada", changes=(Change("i.p.1", "a", "done", 1), Change("i.q.1", "b", "done", 1)),
               seen=Seen("done", "t", "A")),
    ),
    (ONE, TWO),
)  # fmt: skip


def test_a_moment_is_found_by_the_newest_entry_that_is_not_after_it() -> None:
    found = [HISTORY.at(number) for number in (0, 3, 4, 5, 99)]

    assert [moment and moment.number for moment in found] == [3, 3, 3, 5, 7]
    assert History((), ()).at(1) is None


def test_a_drawing_is_the_one_asked_for_or_the_one_that_changed_last() -> None:
    assert [HISTORY.drawing(None, number) for number in (0, 3, 7)] == [None, ONE, TWO]
    assert HISTORY.drawing("i.p.1", 7) == ONE
    assert HISTORY.drawing("no-such", 7) is None


def test_what_a_moment_marks_and_shows_stands_until_it_is_changed() -> None:
    assert [HISTORY.marks(number, "i.p.1") for number in (2, 5, 7)] == [
        {}, {"a": "current"}, {"a": "done"},
    ]  # fmt: skip
    assert [HISTORY.sight(number) for number in (2, 5, 7)] == [
        Sight(), Sight(("A",)), Sight((), ("A",)),
    ]  # fmt: skip
