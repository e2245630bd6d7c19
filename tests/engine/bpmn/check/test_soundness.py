"""Runs that cannot come to a proper end are found."""

from tests.engine.bpmn.samples import END, START, bpmn, node, said, user

PARALLEL = [START, node("parallelGateway", "s"), user("a"), user("b")]


def test_a_deadlock_is_found() -> None:
    nodes = [START, node("exclusiveGateway", "x"), user("a"), user("b"),
             node("parallelGateway", "j"), END]  # fmt: skip
    flows = "start -> x\nx -> a : val == 'ja'\nx -> b : default\na -> j\nb -> j\nj -> end"

    assert "processen kan fastna vid j" in said(bpmn("p", nodes, flows))


def test_two_branches_that_meet_without_a_join_are_found() -> None:
    nodes = [*PARALLEL, node("exclusiveGateway", "m"), user("c"), END]
    flows = "start -> s\ns -> a\ns -> b\na -> m\nb -> m\nm -> c\nc -> end"

    assert "två grenar kan mötas vid end" in said(bpmn("p", nodes, flows))
