from engine.analysis.following import chooses, taken_by
from engine.bpmn.definitions import read_process_set
from engine.model import Event
from tests.engine.analysis.logs import started
from tests.engine.modelling.small import LIVE, Owners

MAIN = "stod_och_skydd"


def log_of(owners: Owners, number: int) -> list[Event]:
    case_id = sorted(owners.engine.overview(), key=lambda row: str(row["number"]))[number]["id"]
    with owners.engine.store.transaction() as unit:
        return list(unit.log(str(case_id)))


def test_the_ways_that_a_case_took_at_its_gateways_are_found_by_running_its_log(
    counted: Owners,
) -> None:
    published = counted.engine.versions.published

    assert [each.flow for each in taken_by(log_of(counted, 0), published)] == ["g_b"]
    assert [each.flow for each in taken_by(log_of(counted, 30), published)] == ["g_j"]
    assert {(each.version, each.process) for each in taken_by(log_of(counted, 0), published)} == {
        (counted.live, MAIN)
    }


def test_only_gateways_with_a_choice_are_looked_at() -> None:
    diagram = read_process_set(LIVE).diagram(MAIN)

    assert [each.id for each in chooses(diagram)] == ["g"]


def test_a_log_that_cannot_be_run_is_counted_without_its_ways(counted: Owners) -> None:
    assert taken_by([started("no such version")], counted.engine.versions.published) == ()
