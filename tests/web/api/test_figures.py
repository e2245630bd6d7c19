"""Statistics by the API: as on the page, for those it is for, and noted."""

from engine.bootstrap import Engine
from tests.web.api.conftest import System, Systems


def test_figures_are_told_to_those_they_are_for_and_it_is_noted(
    system: Systems, real_engine: Engine
) -> None:
    real_engine.counting.count_now()
    chef = system("polismyndigheten", "chef")
    told = chef.get("/statistics?period=2026").json

    assert (told["view"], told["first"], told["last"]) == ("landet", "2026-01", "2026-12")
    assert told["tables"][0]["rows"]
    assert chef.get("/statistics?urval=egna").json["view"] == "egna"
    assert real_engine.trail.count("exported") == 2


def test_others_and_other_periods_find_nothing(amv: System, system: Systems) -> None:
    chef = system("polismyndigheten", "chef")

    assert amv.get("/statistics").status_code == 404
    assert chef.get("/statistics?urval=tillstand").status_code == 404
    wrong = chef.get("/statistics?period=egen&fran=2026-03&till=2026-03")
    assert (wrong.status_code, list(wrong.json["errors"])) == (422, ["period"])
