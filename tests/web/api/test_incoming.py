"""Messages in over HTTP: taken in once, told of again, and hidden from everybody else."""

from uuid import uuid4

import pytest

from engine.accounts.account import MESSAGES_READ
from tests.web.api.conftest import System, Systems

EVENT = "hot_forandrat"


def message(path: str, **other: object) -> dict[str, object]:
    return {"id": "m-1", "case": path.rpartition("/")[2], "name": EVENT, **other}


def cloud(path: str, **other: object) -> dict[str, object]:
    return {
        "specversion": "1.0", "id": "7", "source": "https://system.exempel.se/",
        "type": f"skyddsprocessen.message.{EVENT}", "subject": path.rpartition("/")[2],
        "time": "2026-03-02T09:00:00Z", "traceparent": "00-x", **other,
    }  # fmt: skip


def test_a_message_is_taken_in_once_and_its_receipt_asked_for_again(
    police_case: tuple[System, str],
) -> None:
    police, path = police_case
    first, again = (police.do("POST", "/messages", message(path)) for _ in range(2))
    assert (first.status_code, again.status_code) == (200, 200)
    assert first.json == again.json == police.get("/messages/receipt?id=m-1").json
    listed = police.get(f"{path}/timeline").json["items"]

    assert first.json["state"] in {"waiting", "delivered"}
    assert len([each for each in listed if EVENT in str(each)]) <= 1


def test_a_cloud_event_says_the_same(police_case: tuple[System, str]) -> None:
    police, path = police_case
    answer = police.do("POST", "/messages/cloudevents", cloud(path))

    assert (answer.status_code, answer.json["name"]) == (200, EVENT)
    assert police.get(f"/messages/receipt?id={answer.json['id']}").json == answer.json


def test_an_unknown_name_is_parked_and_said(police_case: tuple[System, str]) -> None:
    police, path = police_case
    answer = police.do("POST", "/messages", message(path, name="okant"))

    assert (answer.status_code, answer.json["state"]) == (200, "parked")
    assert "okänt" in answer.json["reason"]


@pytest.mark.parametrize(
    ("other", "status"),
    [
        *(({"payload": {"kalla": "x"}}, 422), ({"payload": {"a": 1}}, 422), ({"id": ""}, 422)),
        *(({"name": "lvu_inleds"}, 404), ({"case": "2020-00001"}, 404), ({"mer": "x"}, 422)),
    ],
)
def test_what_may_not_be_sent_is_refused(
    police_case: tuple[System, str], other: dict[str, object], status: int
) -> None:
    police, path = police_case

    assert police.do("POST", "/messages", message(path, **other)).status_code == status
    assert police.get("/messages/receipt?id=m-1").status_code == 404


def test_another_message_under_a_known_id_is_refused(police_case: tuple[System, str]) -> None:
    police, path = police_case
    police.do("POST", "/messages", message(path))
    other = message(path, name="okant")

    assert police.do("POST", "/messages", other).status_code == 409
    assert police.do("POST", "/messages", other, key=str(uuid4())).status_code == 409


def test_another_agency_neither_sends_to_the_case_nor_reads_the_receipt(
    police_case: tuple[System, str], system: Systems
) -> None:
    police, path = police_case
    police.do("POST", "/messages", message(path))
    stranger, reader = system(), system("polismyndigheten", scopes=(MESSAGES_READ,))

    assert stranger.do("POST", "/messages", message(path)).status_code == 404
    assert stranger.get("/messages/receipt?id=m-1").status_code == 404
    assert reader.get("/messages/receipt?id=m-1").status_code == 200
    assert reader.do("POST", "/messages", message(path, id="m-2")).status_code == 403
