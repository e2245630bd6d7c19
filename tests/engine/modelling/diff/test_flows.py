from tests.engine.modelling.diff.rich import MAIN, RICH, changed, only, said

FLOW = '<bpmn:sequenceFlow id="n_end2" sourceRef="n" targetRef="end2"/>'


def test_a_flow_with_another_id_is_the_same_flow() -> None:
    files = RICH | {MAIN: RICH[MAIN].replace("n_end2", "Flow_0x1").replace("g_j", "Flow_0x2")}

    assert said(files) == []


def test_a_condition_written_with_other_spaces_is_the_same() -> None:
    assert said(changed(MAIN, "val == 'ja'", "  val\n == 'ja' ")) == []


def test_a_condition_that_cannot_be_read_is_shown_as_it_stands() -> None:
    assert "är nu __import__('os') (tidigare" in str(
        only(changed(MAIN, "val == 'ja'", "__import__('os')"))
    )


def test_a_new_flow_is_told_with_its_condition() -> None:
    new = '<bpmn:sequenceFlow id="x" sourceRef="g" targetRef="n">{}</bpmn:sequenceFlow>'
    inside = "<bpmn:conditionExpression>val == 'nej'</bpmn:conditionExpression>"

    change = only(changed(MAIN, FLOW, FLOW + new.format(inside)))

    assert str(change) == "Nytt flöde från vägvalet ”Vilket?” till steget ”N”, om val == 'nej'."
    assert (change.element, change.effect) == ("x", "added")


def test_a_second_flow_the_same_way_is_a_difference() -> None:
    assert only(changed(MAIN, FLOW, FLOW + FLOW.replace("n_end2", "again"))).element == "again"


def test_words_on_the_drawing_are_told() -> None:
    note = '<bpmn:textAnnotation id="t"><bpmn:text>{}</bpmn:text></bpmn:textAnnotation>'
    added = changed(MAIN, FLOW, FLOW + note.format("Obs!"))

    assert str(only(added)) == "Processen ”Processen”: en text på ritningen är ändrad."
    assert (only(added).before, only(added).after) == ("", "Obs!")
