"""The log by the API: for those who review it, of cases that their agency takes part in."""

import pytest

from engine.bootstrap import Engine
from tests.web.api.conftest import System, Systems


def test_a_cases_log_is_told_as_it_is_stored(
    system: Systems, real_engine: Engine, amv: System, opened: dict[str, str]
) -> None:
    reviewer = system("arbetsmiljoverket", "granskare")
    whole = reviewer.get(f"/audit/cases/{opened['number']}").json["items"]
    first = reviewer.get(f"/audit/cases/{opened['number']}?limit=1").json

    assert [each["sequence"] for each in whole] == list(range(1, len(whole) + 1))
    assert first["items"] == whole[:1]
    assert {each.get("channel") for each in whole} == {"api", None}  # None: another's
    assert real_engine.trail.count("exported") == 2


def test_it_can_be_taken_away_with_what_is_needed_to_check_it(
    system: Systems, opened: dict[str, str]
) -> None:
    reviewer = system("arbetsmiljoverket", "granskare")
    answer = reviewer.get(f"/audit/cases/{opened['number']}/archive")

    assert answer.content_type == "application/zip"
    assert answer.data[:2] == b"PK"


@pytest.mark.usefixtures("opened")
def test_the_logs_are_checked_and_the_anchors_told(system: Systems, real_engine: Engine) -> None:
    real_engine.audit.anchor("test")
    reviewer = system("arbetsmiljoverket", "granskare")
    verdict = reviewer.ask("POST", "/audit/verify").json

    assert verdict["findings"] == []
    assert verdict["entries"] > 0
    assert [each["number"] for each in reviewer.get("/audit/anchors").json["items"]] == [1]


def test_nobody_else_reviews_anything_and_that_they_tried_is_kept(
    system: Systems, real_engine: Engine, amv: System, opened: dict[str, str]
) -> None:
    stranger, before = system("migrationsverket", "granskare"), real_engine.trail.count("denied")
    for asker in (amv, stranger):
        for path in ("", "/archive"):
            assert asker.get(f"/audit/cases/{opened['number']}{path}").status_code == 404
    assert amv.get("/audit/anchors").status_code == 404
    assert amv.ask("POST", "/audit/verify").status_code == 404
    assert real_engine.trail.count("denied") == before + 6
