import pytest

from tests.web.drawing import DRAWING

PATH = "/arende/c1/diagram/i1/identifiering.bpmn"
PICTURE = PATH.replace(".bpmn", ".svg")


def test_a_diagram_is_a_bpmn_file(ada):
    answer = ada.get(PATH)

    assert answer.status_code == 200
    assert answer.mimetype == "application/xml"
    assert answer.text == DRAWING
    assert answer.headers["Content-Disposition"] == 'inline; filename="identifiering.bpmn"'


def test_a_diagram_is_not_kept_by_the_browser(ada):
    assert ada.get(PATH).headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("process", ["lvu", "../../etc/passwd", "identifiering.bpmn"])
def test_a_diagram_that_the_reader_has_no_part_in_is_not_found(ada, process):
    assert ada.get(f"/arende/c1/diagram/i1/{process}.bpmn").status_code == 404


def test_another_agency_gets_no_diagram(stranger):
    stranger.sign_in("cy")

    assert stranger.get(PATH).status_code == 404
    assert stranger.get(PICTURE).status_code == 404


def test_a_picture_is_the_same_drawing_with_the_readers_own_steps_marked(ada):
    answer = ada.get(PICTURE)

    assert answer.status_code == 200
    assert answer.mimetype == "image/svg+xml"
    assert '<g id="ut_1" class="bpmn-userTask done">' in answer.text
    assert '<g id="ut_2" class="bpmn-userTask current">' in answer.text
    assert answer.headers["Cache-Control"] == "no-store"


def test_a_picture_may_have_its_own_style_and_nothing_else(ada):
    policy = ada.get(PICTURE).headers["Content-Security-Policy"]

    assert policy.startswith("default-src 'none'; style-src 'unsafe-inline';")
    assert "script" not in policy
