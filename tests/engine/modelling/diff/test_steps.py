from tests.engine.modelling.diff.rich import MAIN, RICH, changed, in_task, only, said
from tests.engine.modelling.small import main


def test_a_new_step_is_told_with_its_agency_form_and_limit() -> None:
    new = in_task("n", 'id="n"', 'id="m"')
    files = new | {MAIN: new[MAIN].replace("<bpmn:flowNodeRef>n<", "<bpmn:flowNodeRef>m<")
                   .replace('sourceRef="n"', 'sourceRef="m"').replace('"n"/>', '"m"/>')
                   .replace('value="X1"/>', 'value="X1"/><spiffworkflow:property '
                            'name="skydd.frist" value="DL-10"/>')}  # fmt: skip
    words = [text for kind, text in said(files) if kind == "step"]

    assert words == [
        (
            "Nytt: steget ”N” hos Socialtjänsten, formulär f, frist DL-10 Underställning (7 dagar, "
            "LVU 7 §)."
        ),
        "Steget ”N” (Socialtjänsten) är borta.",
    ]


def test_another_sort_of_element_is_told() -> None:
    files = RICH | {MAIN: RICH[MAIN].replace('<bpmn:exclusiveGateway id="j">',
                                             '<bpmn:parallelGateway id="j">')
                    .replace('<bpmn:outgoing>j_end</bpmn:outgoing>\n    </bpmn:exclusiveGateway>',
                             '<bpmn:outgoing>j_end</bpmn:outgoing>\n    </bpmn:parallelGateway>')
                    }  # fmt: skip

    assert str(only(files)) == "Vägvalet j är nu förgreningen j."


def test_a_step_moved_to_another_lane_concerns_both_agencies() -> None:
    changes = said(RICH | {MAIN: main("b", "late", "n")})

    assert changes == [("lane", ("Steget ”N” (Socialtjänsten): banan är nu Polismyndigheten "
                        "(tidigare Socialtjänsten)."))]  # fmt: skip


def test_a_length_that_cannot_be_read_is_shown_as_it_stands() -> None:
    assert "är nu tio dagar" in str(only(in_task("late", "P7D", "tio dagar")))
    assert "dagen i variabeln dag" in str(
        only(changed(MAIN, '<bpmn:timeDuration xsi:type="bpmn:tFormalExpression">P7D</bpmn:'
                     "timeDuration>", "<bpmn:timeDate>dag</bpmn:timeDate>"))
    )  # fmt: skip
