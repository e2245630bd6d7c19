// The page where a process owner draws a process: bpmn-js with our own panel, palette and language.

import BpmnModeler from "bpmn-js/lib/Modeler";
import { BpmnPropertiesPanelModule, BpmnPropertiesProviderModule } from "bpmn-js-properties-panel";
import tokenSimulation from "bpmn-js-token-simulation";
import minimap from "diagram-js-minimap";

import allowed from "./modeller/allowed.js";
import { Desk } from "./modeller/desk.js";
import { Marks, called, goTo } from "./modeller/marks.js";
import { ownPanel } from "./modeller/panel.js";
import spiffworkflow from "./modeller/spiffworkflow.json";
import { dressAll } from "./modeller/styled.js";
import { translation } from "./modeller/swedish.js";

const root = document.querySelector("[data-modeller]");
dressAll(root);
const modeler = new BpmnModeler({
  container: root.querySelector("[data-canvas]"),
  propertiesPanel: { parent: root.querySelector("[data-properties]") },
  moddleExtensions: { spiffworkflow },
  additionalModules: [
    BpmnPropertiesPanelModule, BpmnPropertiesProviderModule, tokenSimulation, minimap, allowed, translation,
    ownPanel(JSON.parse(root.dataset.choices), { form: root.dataset.forms }),
  ],
});

const READABLE = 0.5;
const PALETTE = 130; // pixels: the drawing begins to the right of it
let fitted = false;
const pick = (id) => goTo(modeler, id);
const marks = new Marks(modeler, pick);

const editor = {
  go: pick,
  called: (id) => called(modeler, id),
  mark: (findings) => marks.show(findings),
  focus: () => modeler.get("canvas").focus(),
  async read() {
    return (await modeler.saveXML({ format: true })).xml;
  },
  async show(xml) {
    const canvas = modeler.get("canvas");
    const view = fitted && canvas.viewbox();
    await modeler.importXML(xml);
    if (view) canvas.viewbox({ x: view.x, y: view.y, width: view.width, height: view.height });
    else fit(canvas);
    fitted = true;
  },
};

// All of it, unless that is too small to read: then from the left, at a size to read.
function fit(canvas) {
  canvas.zoom("fit-viewport");
  const { scale, inner, outer } = canvas.viewbox();
  if (scale >= READABLE) return;
  const height = outer.height / READABLE;
  canvas.viewbox({ x: inner.x - PALETTE / READABLE, y: inner.y + Math.min(0, (inner.height - height) / 2) - 10, width: outer.width / READABLE, height });
}

const desk = new Desk(root, editor);
modeler.on("commandStack.changed", () => desk.changed());

const stack = () => modeler.get("commandStack");
const buttons = {
  undo: () => stack().undo(),
  redo: () => stack().redo(),
  fit: () => modeler.get("canvas").zoom("fit-viewport"),
  tidy: () => tidy(),
};
for (const [name, act] of Object.entries(buttons)) {
  root.querySelector(`[data-do=${name}]`)?.addEventListener("click", act);
}
modeler.on("commandStack.changed", () => {
  for (const [name, can] of [["undo", "canUndo"], ["redo", "canRedo"]]) {
    root.querySelector(`[data-do=${name}]`)?.setAttribute("aria-disabled", String(!stack()[can]()));
  }
});

// The server draws it anew in its lanes; what it says is the same.
async function tidy() {
  const xml = await editor.read();
  desk.say("tidying");
  const answer = await fetch(root.dataset.tidy, { method: "POST", body: xml, headers: { "X-CSRFToken": root.dataset.csrf } });
  if (!answer.ok) {
    const said = await answer.json().catch(() => ({}));
    desk.status.textContent = said.problem || desk.words.lost;
    return;
  }
  const [chosen] = modeler.get("selection").get();
  fitted = false;
  await desk.put(await answer.text());
  desk.changed();
  if (chosen) pick(chosen.id);
}

await desk.begin();
