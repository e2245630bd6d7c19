"""The diagrams that are shipped: right by our rules, and open in bpmn-js without a warning."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

from engine.bpmn.check import findings
from engine.bpmn.definitions import read_folder, read_process_set
from engine.bpmn.drawing.rules import crossings
from engine.config import ROOT, Settings

FOLDER = Settings().processes
VIEWER = ROOT / "web" / "static" / "dist" / "bpmn-viewer.min.js"
OPEN = """async (xml) => {
  const viewer = new BpmnJS({ container: document.body });
  const { warnings } = await viewer.importXML(xml);
  const shapes = viewer.get("elementRegistry").getAll().length;
  viewer.destroy();
  return [warnings.map((warning) => warning.message), shapes];
}"""


def test_the_shipped_processes_have_no_findings() -> None:
    assert [str(finding) for finding in findings(read_folder(FOLDER))] == []


def test_no_lines_cross_in_the_shipped_drawings() -> None:
    counted = {path.name: crossings(path.read_bytes()) for path in FOLDER.glob("*.bpmn")}

    assert {name: count for name, count in counted.items() if count} == {}


def test_every_file_opens_in_bpmn_js_without_a_warning(page: Page) -> None:
    page.set_content("<body></body>")
    page.add_script_tag(path=VIEWER)
    told = {
        path.name: page.evaluate(OPEN, path.read_text(encoding="utf-8"))
        for path in sorted(FOLDER.glob("*.bpmn"))
    }

    assert {name: warnings for name, (warnings, _) in told.items() if warnings} == {}
    assert all(shapes > 1 for _, shapes in told.values())


def test_every_form_is_used_and_every_lane_is_known() -> None:
    processes = read_process_set(read_folder(FOLDER))
    elements = [e for d in processes.diagrams.values() for e in d.elements.values()]
    used = {e.properties.get("form") for e in elements if e.kind == "userTask"}

    assert set(processes.forms) - used == set()
    assert {e.agency for e in elements} <= set(processes.registers.agencies)


def test_every_variable_is_set_somewhere_and_read_or_counted_from() -> None:
    processes = read_process_set(read_folder(FOLDER))
    asked = {f.variable for form in processes.forms.values() for f in form.fields}
    elements = [e for d in processes.diagrams.values() for e in d.elements.values()]
    set_by_elements = {name for e in elements for name in e.sets()}

    asked_tables = [e.properties["beslut"] for e in elements if e.kind == "businessRuleTask"]
    decided = {c.variable for name in asked_tables for c in processes.decision(name).outputs}

    never_set = set(processes.registers.variables) - asked - set_by_elements - decided
    assert never_set == {"kalla"}  # set when the case is opened


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.bpmn")), ids=lambda path: path.stem)
def test_every_task_guides_the_caseworker(path: Path) -> None:
    processes = read_process_set(read_folder(FOLDER))
    tasks = processes.diagrams[path.stem].of_kind("userTask")

    assert [task.id for task in tasks if not task.guidance] == []
