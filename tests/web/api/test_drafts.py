"""Drafts by the API: process owners change what they have seen, and nobody else knows of them."""

import pytest

from engine.access import PROCESS_OFFICE
from tests.web.api.conftest import System, Systems


@pytest.fixture
def owner(system: Systems) -> System:
    return system(PROCESS_OFFICE, "processagare")


@pytest.fixture
def draft(owner: System) -> str:
    made = owner.do("POST", "/drafts", {"name": "Nytt steg"})
    assert made.status_code == 201
    return f"/drafts/{made.json['id']}"


def test_files_are_taken_over_by_one_who_has_seen_the_draft(owner: System, draft: str) -> None:
    seen, text = owner.tag(draft), "# En rad till\n"
    whole = owner.get(f"{draft}/files/variabler.toml").text + text
    done = owner.do("POST", f"{draft}/files", {"files": {"variabler.toml": whole}}, seen)
    late = owner.do("POST", f"{draft}/files", {"files": {}}, seen)

    assert (done.status_code, done.json["changed"]) == (200, 1)
    assert late.status_code == 412
    now = owner.get(draft)
    assert now.json["touched"] == ["variabler.toml"]
    assert now.headers["ETag"] == done.headers["ETag"]
    assert owner.get(f"{draft}/files/variabler.toml").text.endswith(text)


def test_what_cannot_be_read_back_is_refused_with_all_findings(owner: System, draft: str) -> None:
    body = {"files": {"lvu.bpmn": "<x", "forms/y.form": "{"}}
    refused = owner.do("POST", f"{draft}/files", body, owner.tag(draft))

    assert refused.status_code == 422
    assert {each["file"] for each in refused.json["findings"]} == {"lvu.bpmn", "forms/y.form"}


def test_a_draft_is_thrown_away_once_it_was_seen(owner: System, draft: str) -> None:
    assert owner.do("DELETE", draft).status_code == 428
    assert owner.do("DELETE", draft, tag=owner.tag(draft)).json["state"] == "discarded"
    assert [each["state"] for each in owner.get("/drafts").json["items"]] == ["discarded"]


def test_nobody_else_knows_of_drafts(amv: System, draft: str) -> None:
    for path in (draft, f"{draft}/files/aktorer.toml", "/drafts"):
        assert amv.get(path).status_code == 404
    assert amv.do("POST", "/drafts", {"name": "Eget"}).status_code == 404
