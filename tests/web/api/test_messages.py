"""Messages of a case: what the agency told it of is listed, in parts."""

from tests.web.api.conftest import System


def test_what_the_agency_told_the_case_of_is_listed(police_case: tuple[System, str]) -> None:
    police, path = police_case
    event = "hot_forandrat"
    assert police.get(f"{path}/messages").json == {"items": [], "next": None}
    police.do("POST", f"{path}/events", {"name": event}, police.tag(path))
    (told,) = police.get(f"{path}/messages?limit=1").json["items"]

    assert told["direction"] == "told"
    assert told["state"] in {"levererat", "väntar"}
