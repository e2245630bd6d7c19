"""What is told of tasks and cases is what the pages tell."""

from engine.bootstrap import Engine
from tests.web.api.conftest import System


def test_a_task_tells_by_when_and_under_which_law(
    amv: System, real_engine: Engine, task_id: str
) -> None:
    page = real_engine.queries.task_page(real_engine.queries.person(amv.id), task_id)
    told = amv.get(f"/tasks/{task_id}").json

    assert told["form_schema"] == page.form.schema()
    assert (told["law"], told["guidance"]) == ([*page.law], page.guidance)
    assert told["handovers"] == []
    assert (told["due"] is None) == (page.due is None)


def test_a_case_tells_what_may_be_registered_and_it_can_be_once_it_was_seen(
    police_case: tuple[System, str],
) -> None:
    police, path = police_case
    case = police.get(path)
    assert "hot_forandrat" in case.json["registrable"]
    late = police.do("POST", f"{path}/events", {"name": "hot_forandrat"}, '"x"')
    tag = case.headers["ETag"]
    done = police.do("POST", f"{path}/events", {"name": "hot_forandrat"}, tag, key="a")
    again = police.do("POST", f"{path}/events", {"name": "hot_forandrat"}, tag, key="a")

    assert late.status_code == 412
    assert (done.status_code, done.json["name"]) == (200, "hot_forandrat"), done.text
    assert again.json == done.json
    refused = police.do("POST", f"{path}/events", {"name": "finns_inte"}, police.tag(path))
    assert refused.status_code == 404
