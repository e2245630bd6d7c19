import pytest

from engine.bpmn.moves import refusing
from engine.errors import BROKEN, Immovable
from tests.engine.bpmn.moves.small import Pair, line


def test_what_goes_wrong_on_the_way_is_one_error() -> None:
    with pytest.raises(Immovable) as refused, refusing():
        raise KeyError("dag")
    assert refused.value.why == BROKEN


def test_the_instance_that_is_moved_is_not_changed() -> None:
    pair = Pair(line("a", "b"), line("a", "x", "b"))
    before = pair.at()
    state = before.state

    after = pair.moved(before)

    assert (before.state, before.version) == (state, pair.old.version)
    assert after.version == pair.new.version
