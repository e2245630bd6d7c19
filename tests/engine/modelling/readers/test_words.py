from engine.bpmn.definitions import read_process_set
from engine.modelling.diff.names import Names
from engine.modelling.readers.words import grounds_of, listed, questions
from tests.engine.modelling.small import LIVE


def test_grounds_are_told_with_their_law() -> None:
    assert grounds_of(["28", "okand"]) == ("OSL 10:28 – uppgiftsskyldighet i lag",)


def test_several_are_told_as_in_a_sentence() -> None:
    assert [listed(each) for each in ([], ["A"], ["A", "B", "C"])] == ["", "A", "A, B och C"]


def test_questions_stand_in_the_order_of_their_form() -> None:
    live = read_process_set(LIVE)

    assert questions(Names(live, live), "f", {"skal", "val"}) == (
        ("val", "skal"), "alla 2 frågor i formuläret f",
    )  # fmt: skip
    assert questions(Names(live, live), "f", {"skal"})[1] == "”Skäl” i formuläret f"
