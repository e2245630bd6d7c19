from engine.bpmn.definitions import ProcessSet, read_process_set
from engine.modelling.preview.reach import Reach
from tests.engine.modelling.small import LIVE

PROCESS = "stod_och_skydd"


def test_ahead_is_where_one_stands_and_all_that_can_come() -> None:
    reach = Reach(read_process_set(LIVE))

    assert reach.ahead([(PROCESS, "n")]) == {(PROCESS, "n"), (PROCESS, "end2")}
    assert (PROCESS, "a") not in reach.ahead([(PROCESS, "b")])
    assert (PROCESS, "n") in reach.ahead([(PROCESS, "b")])  # over its border
    assert (PROCESS, "b") in reach.ahead([(PROCESS, "a")])


def test_what_is_called_is_ahead_of_the_call_and_messages_may_always_come(
    published_set: ProcessSet,
) -> None:
    reach = Reach(published_set)
    gateway = reach.ahead([(PROCESS, "gw_misstanke")])
    called = reach.ahead([(PROCESS, "ca_akut_skydd")])

    assert ("akut_skydd", "ut_avstam_akut") in gateway
    assert ("akut_skydd", "ut_avstam_akut") not in called  # its own tokens tell what is left of it
    assert ("lvu", "ca_omhandertagande") in called
