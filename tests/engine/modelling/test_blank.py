import json

from engine.bpmn.check import findings
from engine.modelling.blank import diagram, form
from engine.modelling.table.rows import read_table
from tests.engine.bpmn.samples import REGISTERS


def test_a_new_diagram_is_right_and_drawn_well() -> None:
    text = diagram("p", "En ny process", "soc", "Socialtjänsten")

    assert findings(REGISTERS | {"p.bpmn": text}) == []
    table = read_table("p.bpmn", text)
    assert (table.process, table.name) == ("p", "En ny process")
    assert [row.kind for row in table.lanes["soc"]] == ["startEvent", "endEvent"]


def test_a_new_form_is_right() -> None:
    text = form("g", "Ett nytt formulär")

    assert findings(REGISTERS | {"forms/g.form": text}) == []
    assert json.loads(text)["components"][0]["text"] == "# Ett nytt formulär"
