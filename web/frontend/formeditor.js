// The page where a process owner changes a form: the editor of form-js.

import { FormEditor } from "@bpmn-io/form-js-editor";

import { Desk } from "./modeller/desk.js";
import { formPanel } from "./modeller/formpanel.js";
import { dressAll } from "./modeller/styled.js";

const root = document.querySelector("[data-modeller]");
dressAll(root);
const forms = new FormEditor({
  container: root.querySelector("[data-canvas]"),
  additionalModules: [formPanel(JSON.parse(root.dataset.choices).variables)],
});

const editor = {
  called: (place) => place,
  go(place) {
    const found = forms.get("formFieldRegistry").getAll().find((each) => [each.key, each.id].includes(place));
    if (!found) return;
    forms.get("selection").set(found);
    root.querySelector(`[data-id="${found.id}"]`)?.scrollIntoView({ block: "center" });
  },
  focus: () => root.querySelector("[data-canvas] [tabindex]")?.focus(),
  async read() {
    return `${JSON.stringify(forms.saveSchema(), null, 2)}\n`;
  },
  async show(text) {
    await forms.importSchema(JSON.parse(text));
  },
};

const desk = new Desk(root, editor);
forms.on("commandStack.changed", () => desk.changed());
root.querySelector("[data-do=undo]")?.addEventListener("click", () => forms.get("commandStack").undo());
root.querySelector("[data-do=redo]")?.addEventListener("click", () => forms.get("commandStack").redo());

await desk.begin();
