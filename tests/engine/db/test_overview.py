"""All cases at a glance."""

from engine.model import Case
from tests.engine.db.small import Office


def test_the_operators_overview_tells_numbers_and_no_contents(office: Office, case: Case) -> None:
    office.complete(case, "a", text="Hemligt")
    (row,) = office.engine.overview()

    assert (row["number"], row["end_state"], row["open_tasks"]) == (case.number, None, 2)
    assert "Hemligt" not in repr(row)
