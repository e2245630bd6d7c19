// Puts our own groups into the properties panel, and takes out what our engine does not run.

import { h } from "@bpmn-io/properties-panel/preact";
import {
  CheckboxEntry, SelectEntry, TextAreaEntry, TextFieldEntry, isCheckboxEntryEdited, isSelectEntryEdited,
  isTextAreaEntryEdited, isTextFieldEntryEdited,
} from "@bpmn-io/properties-panel";
import { useService } from "bpmn-js-properties-panel";
import { is } from "bpmn-js/lib/util/ModelUtil";

import * as model from "./properties.js";

const OURS = new Set(["general", "documentation"]);
const ENTRIES = {
  text: [TextFieldEntry, isTextFieldEntryEdited],
  area: [TextAreaEntry, isTextAreaEntryEdited],
  select: [SelectEntry, isSelectEntryEdited],
  check: [CheckboxEntry, isCheckboxEntryEdited],
};

// An entry: { id, kind, label, hint, options, get, set }. `get` and `set` are given the editor's parts.
function entry(spec) {
  const [Component, isEdited] = ENTRIES[spec.kind];
  function Field({ element, id }) {
    const parts = {
      modeling: useService("modeling"),
      moddle: useService("moddle"),
      registry: useService("elementRegistry"),
      canvas: useService("canvas"),
    };
    return h(Component, {
      element, id,
      label: spec.label,
      description: spec.hint?.(element, parts),
      debounce: useService("debounceInput"),
      getValue: () => spec.get(element, parts),
      setValue: (value) => spec.set(element, parts, value ?? ""),
      getOptions: () => spec.options(element, parts),
    });
  }
  return { id: spec.id, component: Field, isEdited };
}

const options = (names, none = "–") => [
  { value: "", label: none },
  ...Object.entries(names).map(([value, label]) => ({ value, label })),
];

// What is chosen stays in the list although the register no longer has it: the check says so.
function chosen(names, value) {
  return options(value && !(value in names) ? { ...names, [value]: `${value} (finns inte)` } : names);
}

function setting(name, label, more = {}) {
  const put = (element, { modeling, moddle }, value) => {
    const made = model.withSetting(moddle, element.businessObject, name, value.trim());
    modeling.updateProperties(element, { extensionElements: made });
  };
  return {
    id: `skydd-${name}`, kind: "text", label, get: (element) => model.readSetting(element, name), set: put,
    ...more,
  };
}

function choice(name, label, names, more = {}) {
  const offered = (element, parts) =>
    chosen(typeof names === "function" ? names(element, parts) : names, model.readSetting(element, name));
  return setting(name, label, { kind: "select", options: offered, ...more });
}

// Several ids with spaces between: the text itself, and a list that puts one more at its end.
function several(name, label, names, unit) {
  const text = setting(name, label, {
    hint: (element) => model.readSetting(element, name).split(" ").map((id) => names[id] ?? id)
      .filter(Boolean).join(" · "),
  });
  const add = {
    id: `skydd-${name}-till`, kind: "select", label: unit, get: () => "",
    options: () => options(names, "Välj …"),
    set: (element, parts, id) => {
      const there = model.readSetting(element, name).split(" ").filter(Boolean);
      if (id && !there.includes(id)) text.set(element, parts, [...there, id].join(" "));
    },
  };
  return [text, add];
}

function settingsOf(kind, choices, addresses) {
  const roles = (element, { registry }) => {
    const agency = model.laneOf(registry, element)?.id.replace(/^lane_/, "");
    return Object.fromEntries((choices.roles[agency] ?? []).map((role) => [role, role]));
  };
  const open = (element) => {
    const form = model.readSetting(element, "form");
    return addresses.form && form in choices.forms && h("a", { href: addresses.form.replace("FORM", form) }, "Öppna formuläret");
  };
  const deadline = choice("frist", "Frist", choices.deadlines);
  const withLength = (element, parts, id) => {
    deadline.set(element, parts, id);
    const length = choices.lengths[id];
    if (length && model.trigger(element, "Timer") && model.timeOf(element).kind === "timeDuration") {
      model.setTime(parts, element, "timeDuration", length);
    }
  };
  const all = {
    form: [choice("form", "Formulär", choices.forms, { hint: open })],
    frist: [{ ...deadline, set: withLength }],
    fran: [choice("fran", "Räknas från", choices.dates)],
    lagrum: [setting("lagrum", "Lagrum", { hint: () => "Skrivs på ett sätt: SoL 20:1, LVU 7 §, UtlL 5:15" })],
    ansvar: several("ansvar", "Ansvar", choices.duties, "Lägg till ett ansvar"),
    kalla: [setting("kalla", "Annan källa", { hint: () => "Till exempel X2, D-52 eller DL-57" })],
    roll: [choice("roll", "Roll som krävs", roles)],
    godkannande: [choice("godkannande", "Godkänns av en annan person med rollen", roles)],
    meddelande: several("meddelande", "Lämnas över när uppgiften är klar", choices.handovers, "Lägg till ett överlämnande"),
    beslut: [choice("beslut", "Beslutstabell", choices.decisions)],
    satter: [setting("satter", "Sätter variabler", { hint: () => "variabel=kod, mellanslag mellan flera" })],
    slutstatus: [choice("slutstatus", "Ärendets sluttillstånd", choices.end_states)],
  };
  const allowed = choices.properties[kind] ?? [];
  return Object.keys(all).filter((name) => allowed.includes(name)).flatMap((name) => all[name]);
}

function lane(choices) {
  return {
    id: "skydd-bana", kind: "select", label: "Aktör (bana)",
    get: (element, { registry }) => model.laneOf(registry, element)?.id ?? "",
    options: (_, { registry }) => model.lanesOf(registry).map((each) => ({
      value: each.id,
      label: choices.agencies[each.id.replace(/^lane_/, "")] ?? each.businessObject.name ?? each.id,
    })),
    set: (element, parts, id) => id && model.moveToLane(parts, element, id),
  };
}

function agency(choices) {
  return {
    id: "skydd-aktor", kind: "select", label: "Aktör",
    get: (element) => element.id.replace(/^lane_/, ""),
    options: (element) => chosen(choices.agencies, element.id.replace(/^lane_/, "")),
    set: (element, { modeling, registry }, id) => {
      if (id && !registry.get(`lane_${id}`)) {
        modeling.updateProperties(element, { id: `lane_${id}`, name: choices.agencies[id] });
      }
    },
  };
}

function ofEvent(element, choices) {
  const named = (type, label, names) => ({
    id: `skydd-${type}`, kind: "select", label,
    get: (each) => model.nameOf(each, type),
    options: (each) => chosen(names, model.nameOf(each, type)),
    set: (each, parts, name) => model.setName(parts, each, type, name),
  });
  if (model.trigger(element, "Message")) return [named("Message", "Meddelande", choices.messages)];
  if (model.trigger(element, "Signal")) return [named("Signal", "Signal", choices.signals)];
  if (!model.trigger(element, "Timer")) return [];
  return [
    {
      id: "skydd-tid", kind: "select", label: "Löper ut",
      get: (each) => model.timeOf(each).kind,
      options: () => [
        { value: "timeDuration", label: "efter en längd" },
        { value: "timeDate", label: "en dag som en variabel säger" },
      ],
      set: (each, parts, kind) => model.setTime(parts, each, kind, kind === "timeDate" ? Object.keys(choices.dates)[0] : "P1D"),
    },
    model.timeOf(element).kind === "timeDate"
      ? {
          id: "skydd-dag", kind: "select", label: "Variabel med dagen", get: (each) => model.timeOf(each).text,
          options: (each) => chosen(choices.dates, model.timeOf(each).text),
          set: (each, parts, text) => model.setTime(parts, each, "timeDate", text),
        }
      : {
          id: "skydd-langd", kind: "text", label: "Längd", get: (each) => model.timeOf(each).text,
          hint: () => "P7D dagar, P4W veckor, P4M månader, P1Y år, PT24H timmar",
          set: (each, parts, text) => model.setTime(parts, each, "timeDuration", text.trim()),
        },
  ];
}

function ofCall(choices) {
  return [{
    id: "skydd-anropar", kind: "select", label: "Anropar processen",
    get: (element) => element.businessObject.calledElement ?? "",
    options: (element) => chosen(choices.processes, element.businessObject.calledElement),
    set: (element, { modeling }, id) => modeling.updateProperties(element, { calledElement: id || undefined }),
  }];
}

function ofFlow(element) {
  if (!is(element.source, "bpmn:ExclusiveGateway")) return [];
  const isDefault = () => element.source.businessObject.default === element.businessObject;
  const condition = {
    id: "skydd-villkor", kind: "area", label: "Villkor", get: model.conditionOf,
    hint: () => "variabel == 'kod', in ['a', 'b'], and, or, not",
    set: (each, parts, text) => model.setCondition(parts, each, text.trim()),
  };
  const otherwise = {
    id: "skydd-standard", kind: "check", label: "Standardflöde: när inget annat villkor gäller", get: isDefault,
    set: (each, { modeling }, yes) =>
      modeling.updateProperties(each.source, { default: yes ? each.businessObject : undefined }),
  };
  return isDefault() ? [otherwise] : [condition, otherwise];
}

function kindOf(element) {
  const name = element.type.replace("bpmn:", "");
  return name[0].toLowerCase() + name.slice(1);
}

function entriesOf(element, choices, addresses) {
  if (is(element, "bpmn:SequenceFlow")) return ofFlow(element);
  if (is(element, "bpmn:Lane")) return [agency(choices)];
  if (!model.isStep(element) || element.type === "label") return [];
  return [
    lane(choices),
    ...(is(element, "bpmn:CallActivity") ? ofCall(choices) : []),
    ...ofEvent(element, choices),
    ...settingsOf(kindOf(element), choices, addresses),
  ];
}

// The module for bpmn-js; `choices` are those of the draft, `addresses` where its forms are edited.
// `all` keeps the groups that our engine has no use for.
export function ownPanel(choices, addresses, { all = false } = {}) {
  function Provider(propertiesPanel) {
    propertiesPanel.registerProvider(400, this);
  }
  Provider.$inject = ["propertiesPanel"];
  Provider.prototype.getGroups = (element) => (groups) => {
    const kept = groups.filter((each) => all || OURS.has(each.id));
    const entries = entriesOf(element, choices, addresses).map(entry);
    if (!entries.length) return kept;
    const own = { id: "skydd", label: "Handläggning", entries, shouldOpen: true };
    return [kept[0], own, ...kept.slice(1)].filter(Boolean);
  };
  return { __init__: ["skyddPanel"], skyddPanel: ["type", Provider] };
}
