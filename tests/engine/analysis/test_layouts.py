from engine.analysis.layouts import figures, of_agencies, of_gateways, of_limits
from engine.analysis.tally import DAY, FLOW, STEP
from engine.bpmn.definitions import read_folder, read_process_set
from engine.config import Settings
from tests.engine.modelling.small import LIVE

SMALL = read_process_set(LIVE)
MAIN = "stod_och_skydd"


def test_each_agency_has_the_steps_that_somebody_has_come_to() -> None:
    sums = {(MAIN, STEP, "a", DAY): 1, (MAIN, STEP, "b", DAY): 1, (MAIN, FLOW, "n", ""): 1}
    found = of_agencies(SMALL, sums)

    assert {agency: dict(each.rows) for agency, each in found.items()} == {
        "socialtjansten": {f"{MAIN}/a": "A"}, "polismyndigheten": {f"{MAIN}/b": "B"},
    }  # fmt: skip
    assert figures(sums)[STEP, f"{MAIN}/a", DAY] == 1


def test_a_gateway_names_its_ways_by_what_stands_on_them_and_where_they_lead() -> None:
    (vilket,) = of_gateways(SMALL.diagram(MAIN))

    assert (vilket.title, list(vilket.rows.values())) == ("Vilket?", ["B", "Vidare"])


def test_every_drawing_of_ours_has_names_for_its_limits_and_ways() -> None:
    processes = read_process_set(read_folder(Settings().processes))
    for diagram in processes.diagrams.values():
        layouts = [of_limits(diagram), *of_gateways(diagram)]
        assert all(name for each in layouts for name in each.rows.values())
    tables = list(of_gateways(processes.diagram("betanketid")))
    assert any(": " in name for each in tables for name in each.rows.values())
