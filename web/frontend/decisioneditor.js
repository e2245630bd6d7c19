// The page where a process owner changes a decision table: dmn-js, only its table.

import EditingManager from "dmn-js-shared/lib/base/EditingManager";
import { is } from "dmn-js-shared/lib/util/ModelUtil";
import DecisionTableEditor from "dmn-js-decision-table/lib/Editor";

import { Desk } from "./modeller/desk.js";
import { dressAll } from "./modeller/styled.js";
import { TABLE } from "./modeller/tablewords.js";

const root = document.querySelector("[data-modeller]");
dressAll(root);

class TableEditor extends EditingManager {
  _getViewProviders() {
    return [{
      id: "decisionTable",
      constructor: DecisionTableEditor,
      opens: (element) => is(element, "dmn:Decision") && is(element.decisionLogic, "dmn:DecisionTable"),
    }];
  }
}

const translate = (text, blanks = {}) =>
  (TABLE[text] ?? text).replace(/{ ?(\w+) ?}/g, (whole, name) => blanks[name] ?? whole);

const tables = new TableEditor({
  container: root.querySelector("[data-canvas]"),
  decisionTable: { additionalModules: [{ translate: ["value", translate] }] },
  keyboard: { bindTo: document },
});

const editor = {
  called: (id) => id,
  go: (id) => root.querySelector(`[data-row-id="${id}"], [data-element-id="${id}"]`)?.scrollIntoView({ block: "center" }),
  focus: () => root.querySelector("[data-canvas] [tabindex], [data-canvas] [contenteditable]")?.focus(),
  async read() {
    return (await tables.saveXML({ format: true })).xml;
  },
  async show(xml) {
    await tables.importXML(xml);
    // The corner over the numbers of the rows heads nothing.
    root.querySelector("th.index-column")?.setAttribute("role", "presentation");
  },
};

const desk = new Desk(root, editor);
const watched = new WeakSet();
tables.on("import.done", watch);
tables.on("views.changed", watch);

function watch() {
  const viewer = tables.getActiveViewer();
  if (!viewer || watched.has(viewer)) return;
  watched.add(viewer);
  viewer.on("commandStack.changed", () => desk.changed());
}

const stack = () => tables.getActiveViewer()?.get("commandStack");
root.querySelector("[data-do=undo]")?.addEventListener("click", () => stack()?.undo());
root.querySelector("[data-do=redo]")?.addEventListener("click", () => stack()?.redo());

await desk.begin();
