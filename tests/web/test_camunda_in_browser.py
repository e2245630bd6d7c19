"""Camunda's modelling library opens, changes and saves our diagrams, and nothing is lost."""

import io
import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from engine.bpmn.check import findings
from engine.bpmn.definitions import read_folder, read_process_set
from engine.modelling.diff import compare
from engine.modelling.redraw import OF_DRAWING
from tests.web.conftest import Browser as Client
from tests.web.owners_desk import desk, owners, pia, sign_in
from tests.web.owners_pages import ROOT

__all__ = ["desk", "owners", "pia", "sign_in"]
DIST = ROOT / "node_modules" / "camunda-bpmn-js" / "dist"
OPEN = """([xml, more]) => {
  document.body.innerHTML = "<div id=c style='height:600px'></div>";
  window.modeler = new BpmnModeler({ container: "#c", moddleExtensions: more ?? {} });
  return modeler.importXML(xml).then((said) => said.warnings.length);
}"""
SAVE = "() => modeler.saveXML({ format: true }).then((said) => said.xml)"
RENAME_AND_BACK = """(id) => {
  const [modeling, element] = [modeler.get("modeling"), modeler.get("elementRegistry").get(id)];
  const name = element.businessObject.name;
  modeling.updateProperties(element, { name: "Något annat" });
  modeling.updateProperties(element, { name });
}"""
MOVE = """(id) => modeler.get("modeling").moveElements(
  [modeler.get("elementRegistry").get(id)], { x: 5, y: 3 })"""
COPY = """(id) => {
  modeler.get("copyPaste").copy(modeler.get("elementRegistry").get(id));
  const [made] = modeler.get("copyPaste").paste({
    element: modeler.get("elementRegistry").get("pool_betanketid"), point: { x: 400, y: 620 } });
  const kept = made.businessObject.extensionElements?.values ?? [];
  return kept.flatMap((each) => (each.properties ?? []).map((one) => one.name));
}"""


@pytest.fixture(scope="module")
def files() -> dict[str, str]:
    return read_folder(ROOT / "processes")


@pytest.fixture(params=["platform", "cloud"])
def camunda(browser: Browser, request: pytest.FixtureRequest) -> Page:
    page = browser.new_page()
    page.add_script_tag(path=DIST / f"camunda-{request.param}-modeler.production.min.js")
    return page


def test_opened_changed_and_saved_is_no_difference_and_nothing_wrong(
    camunda: Page, files: dict[str, str]
) -> None:
    assert camunda.evaluate(OPEN, [files["betanketid.bpmn"], None]) == 0
    camunda.evaluate(RENAME_AND_BACK, "ut_beslut")
    saved = files | {"betanketid.bpmn": camunda.evaluate(SAVE)}

    assert saved["betanketid.bpmn"] != files["betanketid.bpmn"]
    assert compare(read_process_set(files), read_process_set(saved)).changes == ()
    assert findings(saved) == []


def test_a_box_that_is_moved_is_no_difference(camunda: Page, files: dict[str, str]) -> None:
    camunda.evaluate(OPEN, [files["betanketid.bpmn"], None])
    camunda.evaluate(MOVE, "ut_beslut")
    saved = files | {"betanketid.bpmn": camunda.evaluate(SAVE)}

    assert compare(read_process_set(files), read_process_set(saved)).changes == ()
    assert {each.rule for each in findings(saved)} <= set(OF_DRAWING)


def test_every_diagram_survives(browser: Browser, files: dict[str, str]) -> None:
    page = browser.new_page()
    page.add_script_tag(path=DIST / "camunda-platform-modeler.production.min.js")
    saved = dict(files)
    for name in (each for each in files if each.endswith(".bpmn")):
        assert page.evaluate(OPEN, [files[name], None]) == 0
        saved[name] = page.evaluate(SAVE)

    assert compare(read_process_set(files), read_process_set(saved)).changes == ()
    assert findings(saved) == []


def unpacked(client: Client, into: Path) -> Path:
    draft = client.send("/utkast", namn="I Camunda").location
    answer = client.get(f"{draft}/camunda")
    zipfile.ZipFile(io.BytesIO(answer.data)).extractall(into)
    return into / "skyddsprocessen"


def test_the_plugin_lets_a_copied_task_keep_our_settings(
    pia: Client, browser: Browser, files: dict[str, str], tmp_path: Path
) -> None:
    plugin = unpacked(pia, tmp_path)
    page = browser.new_page()
    page.evaluate(
        "window.vendor = { propertiesPanel: { common: {}, bpmn: {}, preact: { root: {} } } }"
    )
    page.add_script_tag(path=DIST / "camunda-platform-modeler.production.min.js")
    page.add_script_tag(path=plugin / "client.js")
    kinds = page.evaluate("plugins.map((each) => each.type)")
    descriptor = page.evaluate("plugins[0].plugin")

    page.evaluate(OPEN, [files["betanketid.bpmn"], None])
    without = page.evaluate(COPY, "ut_beslut")
    page.evaluate(OPEN, [files["betanketid.bpmn"], {"spiffworkflow": descriptor}])

    assert kinds == ["bpmn.modeler.moddleExtension", "bpmn.modeler.additionalModules"]
    assert without == []
    assert "skydd.form" in page.evaluate(COPY, "ut_beslut")
    assert 'script: "./client.js"' in (plugin / "index.js").read_text()
