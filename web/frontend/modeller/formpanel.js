// What our engine reads of a question, besides what form-js has: a group of its own in the panel.

import { h } from "preact";
import { CheckboxEntry, SelectEntry, isCheckboxEntryEdited, isSelectEntryEdited } from "@bpmn-io/properties-panel";

const SAID = {
  "skydd.skyddad": ["Känsligt: visas bara för den egna myndigheten", "ja"],
  "skydd.maskerad": ["Säger vem eller var någon är: döljs tills någon anger ett skäl", "ja"],
  "skydd.avidentifierad": ["Får inte säga vem någon är", "ja"],
  "skydd.tid": ["Dagen får inte ligga framåt", "hittills"],
};
const CHOICES = new Set(["radio", "select", "datetime"]);
const TEXTS = new Set(["textfield", "textarea"]);
const UNUSED = new Set(["custom-values", "condition-none"]);

function changed(field, name, value) {
  const { [name]: _, ...rest } = field.properties ?? {};
  const all = value ? { ...rest, [name]: value } : rest;
  return Object.keys(all).length ? all : undefined;
}

function check(name, field, editField) {
  const [label, value] = SAID[name];
  const component = ({ element, id }) => h(CheckboxEntry, {
    element, id, label,
    getValue: () => field.properties?.[name] === value,
    setValue: (yes) => editField(field, "properties", changed(field, name, yes && value)),
  });
  return { id: name, component, isEdited: isCheckboxEntryEdited, field, editField };
}

function variable(names, field, editField) {
  const name = "skydd.variabel";
  const component = ({ element, id }) => h(SelectEntry, {
    element, id, label: "Sätter variabeln",
    getValue: () => field.properties?.[name] ?? "",
    setValue: (value) => editField(field, "properties", changed(field, name, value)),
    getOptions: () => [
      { value: "", label: "–" },
      ...Object.entries(names).map(([value, label]) => ({ value, label: `${value} – ${label}` })),
    ],
  });
  return { id: name, component, isEdited: isSelectEntryEdited, field, editField };
}

function entries(variables, field, editField) {
  const asked = field.type && field.key;
  if (!asked) return [];
  return [
    CHOICES.has(field.type) && variable(variables, field, editField),
    check("skydd.skyddad", field, editField),
    check("skydd.maskerad", field, editField),
    TEXTS.has(field.type) && check("skydd.avidentifierad", field, editField),
    field.type === "datetime" && check("skydd.tid", field, editField),
  ].filter(Boolean);
}

export function formPanel(variables) {
  function Provider(propertiesPanel) {
    propertiesPanel.registerProvider(this, 400);
  }
  Provider.$inject = ["propertiesPanel"];
  Provider.prototype.getGroups = (field, editField) => (groups) => {
    const own = field ? entries(variables, field, editField) : [];
    const kept = groups.filter((each) => !UNUSED.has(each.id));
    return own.length ? [kept[0], { id: "skydd", label: "Handläggning", entries: own }, ...kept.slice(1)] : kept;
  };
  return { __init__: ["skyddForm"], skyddForm: ["type", Provider] };
}
