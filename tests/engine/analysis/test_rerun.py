import pytest

from engine.analysis.rerun import BROKEN, NEW, OTHER, SAME, Rerunning, Way, commands
from engine.bpmn.definitions import ProcessSet
from tests.engine.analysis.test_following import log_of
from tests.engine.modelling.fleet import (
    FLOWS,
    NEW_STEP,
    NO_B,
    NO_LIMIT,
    NODES,
    OTHER_LANE,
    RENAMED,
    drawing,
    target,
)  # fmt: skip
from tests.engine.modelling.small import MAIN, Owners

YES, NO = 0, 30
OTHER_WAY = drawing(NODES, FLOWS.replace("val == 'ja'", "val == 'nej'"), "b", "late")


def way(owners: Owners, number: int, processes: ProcessSet) -> Way:
    return Rerunning(processes, owners.engine.versions.published).way(log_of(owners, number))


@pytest.mark.parametrize("main", [RENAMED, OTHER_LANE, NO_LIMIT])
def test_what_changes_no_way_changes_no_case(counted: Owners, main: str) -> None:
    assert way(counted, YES, target(main)) == way(counted, NO, target(main)) == Way(SAME)


def test_a_step_that_nobody_has_done_is_a_new_one(counted: Owners) -> None:
    assert way(counted, YES, target(NEW_STEP)) == Way(NEW, "A", ("B",), ("Ny",))
    assert way(counted, NO, target(NEW_STEP)) == Way(NEW, "A", (), ("Ny",))
    assert way(counted, NO, target(NO_B)) == Way(SAME)


def test_another_condition_leads_another_way(counted: Owners) -> None:
    assert way(counted, YES, target(OTHER_WAY)) == Way(OTHER, "A", ("B",), ())
    assert way(counted, NO, target(OTHER_WAY)) == Way(OTHER, "A", (), ("B",))


def test_another_end_is_another_way(counted: Owners) -> None:
    ends = target({MAIN: drawing(NODES, FLOWS, "b", "late").replace('value="A1"', 'value="A2"'),
                   "sluttillstand.toml": 'A1.namn = "Klart"\nA2.namn = "Annat"\n'})  # fmt: skip

    assert way(counted, NO, ends) == Way(OTHER, "A", ("Klart",), ("Annat",))


def test_processes_without_the_main_one_cannot_be_run(counted: Owners) -> None:
    gone = target({MAIN: drawing(NODES, FLOWS).replace("stod_och_skydd", "annat")})

    assert way(counted, YES, gone) == Way(BROKEN, "Processen")


def test_a_command_has_what_followed_it(counted: Owners) -> None:
    found = [(entry.kind, list(follows.opened), follows.end)
             for entry, follows in commands(log_of(counted, NO))]  # fmt: skip

    assert found == [
        ("instance_started", [("stod_och_skydd", "a")], ()), ("task_completed", [], ("A1",)),
    ]  # fmt: skip
