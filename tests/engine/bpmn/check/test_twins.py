"""What the engine cannot tell apart is refused."""

from tests.engine.bpmn.samples import END, START, bpmn, message, node, said, user


def test_two_flows_between_the_same_elements_are_found() -> None:
    split = node("parallelGateway", "s")
    text = bpmn("p", [START, split, user("a"), END], "start -> s\ns -> a\na -> end")
    again = '<bpmn:sequenceFlow id="s_a2" sourceRef="s" targetRef="a" /></bpmn:process>'

    assert "s: 2 flöden går till a, det ska vara ett" in said(
        text.replace("</bpmn:process>", again)
    )
    assert "det ska vara ett [twin]" not in said(text)


def test_two_events_on_a_task_for_the_same_message_are_found() -> None:
    def events(*ids: str) -> str:
        on = [
            node("boundaryEvent", id_, message("message", "hej"), attachedToRef="a") for id_ in ids
        ]
        ends = [node("endEvent", f"e_{id_}") for id_ in ids]
        flows = "".join(f"\n{id_} -> e_{id_}" for id_ in ids)
        return said(bpmn("p", [START, user("a"), END, *on, *ends], f"start -> a\na -> end{flows}"))

    assert "a: 2 händelser väntar på hej samtidigt" in events("t", "u")
    assert "väntar på hej samtidigt" not in events("t")


def test_two_events_after_a_gateway_for_the_same_message_are_found() -> None:
    catches = [node("intermediateCatchEvent", id_, message("message", "hej")) for id_ in "kl"]
    nodes = [START, node("eventBasedGateway", "e"), *catches, node("exclusiveGateway", "m"), END]
    flows = "start -> e\ne -> k\ne -> l\nk -> m\nl -> m\nm -> end"

    assert "e: 2 händelser väntar på hej samtidigt" in said(bpmn("p", nodes, flows))
