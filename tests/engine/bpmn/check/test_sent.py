"""Every hand-over with who sends it, what is asked there, and of what kind it is."""

from engine.bpmn.check.sent import all_sent, carried
from engine.bpmn.definitions import read_process_set
from tests.engine.bpmn.check.rules.handed import SILENT, handed, read_by


def test_a_hand_over_comes_with_its_tasks_and_their_questions() -> None:
    (sent,) = all_sent(read_process_set(handed()))

    assert [element.id for element in sent.senders] == ["a"]
    assert [field.key for field in sent.asked] == ["val", "skal"]
    assert [field.key for field in sent.asking("skal")] == ["skal"]


def test_a_hand_over_that_nobody_sends_is_there_too() -> None:
    (sent,) = all_sent(read_process_set(handed(SILENT)))

    assert (sent.senders, sent.asked) == ([], [])
    assert str(sent.finding("meddelande", "så")) == "overlamnanden.toml#M01: så [meddelande]"


def test_what_is_carried_comes_with_its_kinds_once_there_is_a_table() -> None:
    told = [(key, [kind.id for kind in kinds])
            for _, key, kinds in carried(read_process_set(read_by()))]  # fmt: skip

    assert told == [("val", ["slag"]), ("skal", ["slag"])]
    assert [*carried(read_process_set(handed()))] == []
