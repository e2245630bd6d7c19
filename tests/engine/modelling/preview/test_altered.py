from engine.bpmn.definitions import read_process_set
from engine.modelling.preview.altered import Altered
from tests.engine.modelling.fleet import NEW_STEP, OTHER_LANE, RENAMED, Changed, target, within
from tests.engine.modelling.small import FORM, LIVE

OLD = read_process_set(LIVE)
PROCESS = "stod_och_skydd"


def places(changed: Changed) -> set[str]:
    return {element for _, element in Altered(OLD, target(changed)).places}


def test_wording_cannot_be_felt() -> None:
    assert places(RENAMED) == set()
    assert places({FORM: LIVE[FORM].replace("Skäl", "Varför")}) == set()


def test_a_new_step_what_leads_to_it_a_lane_and_a_length_can() -> None:
    assert places(NEW_STEP) == {"a", "ny"}
    assert places(OTHER_LANE) == {"b", "late"}
    assert places(within("P9D")) == {"late"}


def test_a_question_that_is_asked_can_be_felt_wherever_it_is_asked() -> None:
    asked = LIVE[FORM].replace('"label": "Skäl"', '"label": "Skäl", "validate": {"required": true}')

    assert {"a", "b", "n"} <= places({FORM: asked})


def test_a_new_step_is_a_duty_between_what_was_before_and_after() -> None:
    altered = Altered(OLD, target(NEW_STEP))

    assert altered.duties == {(PROCESS, "ny"): "Ny"}
    assert list(altered.gap((PROCESS, "ny"))) == [("a", "g")]
