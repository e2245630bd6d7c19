import pytest

from tests.web.drawing import DRAWING

PATH = "/arende/c1/diagram/i1/identifiering.bpmn"


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
