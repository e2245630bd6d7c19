from engine.bpmn.moves.standing import standing
from tests.engine.bpmn.moves.small import Pair, forked, line


def test_each_token_stands_somewhere_and_an_ended_instance_nowhere() -> None:
    pair = Pair(forked("a", "b"), line("a"))

    assert set(standing(pair.at(), pair.old)) == {("p", "a"), ("p", "b")}
    assert set(standing(pair.at("a"), pair.old)) == {("p", "j"), ("p", "b")}
    assert set(standing(pair.at("a", "b"), pair.old)) == set()
