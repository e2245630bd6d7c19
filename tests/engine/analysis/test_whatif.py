from engine.analysis.rerun import NEW, OTHER, SAME, Way
from engine.analysis.whatif import RARE, said, summed
from tests.engine.modelling.fleet import NEW_STEP, target
from tests.engine.modelling.small import Owners


def test_closed_cases_are_counted_by_the_way_they_would_take(counted: Owners) -> None:
    whatif = counted.engine.analysis.whatif
    on = whatif.on(target(NEW_STEP))
    found = [way for case_id in whatif.cases() if (way := whatif.one(on, case_id))]

    assert len(found) == 35
    assert [(name, cells[0].text) for name, cells in summed(found).lines] == [
        ("Ett nytt steg som ingen har gjort efter ”A”: Ny i stället för B", "30"),
        ("Ett nytt steg som ingen har gjort efter ”A”: Ny", "5"),
        ("Totalt", "35"),
    ]


def test_ways_that_few_would_take_are_told_together_and_not_of_what_kind() -> None:
    rare = [Way(NEW, "A", (), ("X",)), *[Way(OTHER, "B", ("Y",), ())] * 4]
    table = summed([*[Way(SAME)] * 20, *rare])

    assert [(name, cells[0].text) for name, cells in table.lines] == [
        ("Samma väg", "20"), (RARE, "5"), ("Totalt", "25"),
    ]  # fmt: skip


def test_no_small_number_is_told() -> None:
    table = summed([*[Way(SAME)] * 20, Way(OTHER, "B", ("Y",), ())])

    assert [cells[0].value for _, cells in table.lines] == [None, None, 20]


def test_what_falls_away_is_said_to_be_nothing_instead() -> None:
    assert said(Way(OTHER, "B", ("Y",), ())) == "En annan väg efter ”B”: inget i stället för Y"
