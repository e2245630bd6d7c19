"""A list of tasks shows what stands beside each."""

from engine.db.tasklist import task_rows
from tests.engine.db.small import Office


def test_a_row_has_its_case_its_holder_and_its_day(office: Office, case) -> None:
    task, today = office.task(case, "a"), office.engine.clock.now().date()
    office.engine.casework.claim(office.soc, task.id)
    office.engine.deskwork.follow_up(office.soc, task.id, today)

    with office.engine.database.connect() as connection:
        rows = {row["id"]: row for row in connection.execute(task_rows()).mappings()}
    row = rows[task.id]
    assert (row["number"], row["assignee_name"]) == (case.number, office.soc.name)
    assert (row["follow_up"], row["proposed_at"]) == (today, None)
    assert len(rows) == 3
