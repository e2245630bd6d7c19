"""Sequence flows and gateways: each rule broken once."""

import pytest

from tests.engine.bpmn.samples import END, START, bpmn, found, node, said, user


def choice(first: str, second: str = "default") -> str:
    nodes = [START, user("q"), node("exclusiveGateway", "gw"), user("a"), user("b"),
             node("exclusiveGateway", "gw2"), END]  # fmt: skip
    flows = f"start -> q\nq -> gw\ngw -> a : {first}\ngw -> b : {second}\n"
    flows += "a -> gw2\nb -> gw2\ngw2 -> end"
    return bpmn("p", nodes, flows)


def test_a_right_choice_has_no_findings() -> None:
    assert found(choice("val == 'ja'")) == []


@pytest.mark.parametrize(
    ("condition", "message"),
    [
        ("__import__('os').system('true') == 0", "otillåtet i ett villkor"),
        ("vla == 'ja'", "okänd variabel vla; menade du val?"),
        ("val == 'jo'", "variabeln val har inget värde 'jo'"),
        ("", "villkoret är tomt"),
    ],
)
def test_a_condition_outside_the_language_is_found(condition: str, message: str) -> None:
    text = choice(condition or " ").replace("<bpmn:conditionExpression />", "")

    assert message in said(text) or "villkoret saknas" in said(text)


def test_two_conditions_that_can_both_hold_are_found_with_an_example() -> None:
    nodes = [START, user("q"), node("exclusiveGateway", "gw"), user("a"), user("b"), user("c"),
             node("exclusiveGateway", "gw2"), END]  # fmt: skip
    flows = (
        "start -> q\nq -> gw\ngw -> a : val == 'ja'\ngw -> b : mer == 'ja'\ngw -> c : default\n"
        "a -> gw2\nb -> gw2\nc -> gw2\ngw2 -> end"
    )

    assert "gäller båda när mer är ja och val är ja" in said(bpmn("p", nodes, flows))


def test_a_choice_without_a_default_is_found() -> None:
    assert "saknar standardflöde" in said(choice("val == 'ja'", "val == 'nej'"))


def test_an_implicit_split_and_an_implicit_merge_are_found() -> None:
    nodes = [START, user("a"), user("b"), user("c"), END]
    text = said(bpmn("p", nodes, "start -> a\na -> b\na -> c\nb -> end\nc -> end"))

    assert "a: 2 flöden går ut" in text
    assert "end: 2 flöden går in" in text


def test_an_unreachable_element_and_a_dead_end_are_found() -> None:
    nodes = [START, user("a"), user("b"), user("c"), END]
    text = said(bpmn("p", nodes, "start -> a\na -> end\nb -> c\nc -> b"))

    assert "b: elementet kan inte nås från starten" in text


def test_a_join_in_a_loop_is_refused() -> None:
    nodes = [START, node("exclusiveGateway", "m"), node("parallelGateway", "s"), user("a"),
             user("b"), node("parallelGateway", "j"), node("exclusiveGateway", "x"),
             END]  # fmt: skip
    flows = (
        "start -> m\nm -> s\ns -> a\ns -> b\na -> j\nb -> j\nj -> x\n"
        "x -> m : val == 'ja'\nx -> end : default"
    )

    assert "får inte ligga i en slinga" in said(bpmn("p", nodes, flows))


def test_an_event_gateway_leads_to_catching_events_only() -> None:
    nodes = [START, node("eventBasedGateway", "e"), user("a"), user("b"),
             node("exclusiveGateway", "m"), END]  # fmt: skip
    flows = "start -> e\ne -> a\ne -> b\na -> m\nb -> m\nm -> end"

    assert "får bara fångande händelser komma" in said(bpmn("p", nodes, flows))
