"""A row is bound to the one before by what the verifier makes of it."""

from datetime import datetime

from engine.audit.verifier import digest_of
from engine.db.chained import FIRST, chained, written
from engine.db.evidence import entry_of
from engine.deadlines import ZONE
from tests.engine.audit.written import rows, seeded


def test_the_verifier_makes_the_same_digest_of_a_row() -> None:
    made = rows(5, seeded(1))

    assert [digest_of(entry_of(row)) for row in made] == [row["digest"].hex() for row in made]
    assert [row["previous"] for row in made] == [FIRST, *(row["digest"] for row in made[:-1])]


def test_a_row_of_the_trail_is_made_the_same_way() -> None:
    (row,) = rows(1, seeded(1))
    names = {"case_id": "stream", "instance_id": "place", "task_id": "subject"}
    same = {names.get(name, name): value for name, value in row.items()}

    assert chained(same, FIRST, {})["digest"] == row["digest"]


def test_an_instant_is_written_in_one_way() -> None:
    assert written(datetime(2026, 7, 1, 9, tzinfo=ZONE)) == "2026-07-01T07:00:00.000000+00:00"
