from dataclasses import replace
from datetime import timedelta

from engine.bpmn.moves.clocks import Clocks, drawn
from tests.conftest import MONDAY
from tests.engine.bpmn.moves.small import LIMITED, Pair, line

LONGER = replace(LIMITED, version="2")
LATER = MONDAY + timedelta(days=1)


def test_what_is_due_stays_due_while_the_rule_is_the_same() -> None:
    pair = Pair(LIMITED, LONGER)
    before = pair.at()
    stood = replace(before, timers=tuple(
        replace(t, due_at=t.due_at + timedelta(days=3)) for t in before.timers))  # fmt: skip

    clocks = Clocks(stood, pair.old, pair.new, LATER)

    assert set(clocks.timers(clocks.tasks())) == set(stood.timers)


def test_a_new_limit_counts_from_when_the_step_was_opened() -> None:
    pair = Pair(line("a"), LIMITED)
    clocks = Clocks(pair.at(), pair.old, pair.new, LATER)

    (timer,) = clocks.timers(clocks.tasks())

    assert timer.path == "late#1"
    known = Pair(LIMITED, LIMITED).at().timers
    assert timer.due_at == next(t.due_at for t in known if not t.reminds)


def test_a_path_leads_to_an_element_or_nowhere() -> None:
    found = drawn(LIMITED, "p", "a#2")

    assert found is not None
    assert found.id == "a"
    assert drawn(LIMITED, "p", "x/a#1") is None
    assert drawn(LIMITED, "q", "a#1") is None
