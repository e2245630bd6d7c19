// The group "Handläggning" of the properties panel: what our engine reads of an element. It writes
// `spiffworkflow:property name="skydd.…"`, one command a change, with choices out of the draft's
// registers.

import { is } from "bpmn-js/lib/util/ModelUtil";
import { isAny } from "bpmn-js/lib/features/modeling/util/ModelingUtil";

export const PREFIX = "skydd.";
const PROPERTIES = "spiffworkflow:Properties";

function settings(node) {
  return node.extensionElements?.values?.find((each) => each.$type === PROPERTIES);
}

export function readSetting(element, name) {
  const found = settings(element.businessObject)?.properties?.find((p) => p.name === PREFIX + name);
  return found?.value ?? "";
}

// Makes the extension elements of a node anew, so that a change is one command and one undo.
export function withSetting(moddle, node, name, value) {
  const make = (type, attributes, parent) => {
    const made = moddle.create(type, attributes);
    made.$parent = parent;
    return made;
  };
  const old = settings(node);
  const kept = (old?.properties ?? []).filter((each) => each.name !== PREFIX + name);
  const at = (old?.properties ?? []).findIndex((each) => each.name === PREFIX + name);
  const entries = kept.map(({ name: key, value: said }) => ({ name: key, value: said }));
  if (value) entries.splice(at < 0 ? entries.length : at, 0, { name: PREFIX + name, value });
  const others = (node.extensionElements?.values ?? []).filter((each) => each !== old);
  if (!entries.length && !others.length) return undefined;
  const all = make("bpmn:ExtensionElements", {}, node);
  const own = make(PROPERTIES, {}, all);
  own.properties = entries.map((each) => make("spiffworkflow:Property", each, own));
  all.values = entries.length ? [...others, own] : others;
  return all;
}

// --- events: what they wait for or send -----------------------------------------------------------

export function trigger(element, type) {
  return element.businessObject.eventDefinitions?.find((each) => is(each, `bpmn:${type}EventDefinition`));
}

export function timeOf(element) {
  const timer = trigger(element, "Timer");
  if (timer?.timeDate) return { kind: "timeDate", text: timer.timeDate.body ?? "" };
  return { kind: "timeDuration", text: timer?.timeDuration?.body ?? "" };
}

export function setTime({ modeling, moddle }, element, kind, text) {
  const timer = trigger(element, "Timer");
  const body = moddle.create("bpmn:FormalExpression", { body: text });
  body.$parent = timer;
  const other = { timeDate: undefined, timeDuration: undefined, timeCycle: undefined };
  modeling.updateModdleProperties(element, timer, { ...other, [kind]: text ? body : undefined });
}

// A message or a signal stands once in the file, under its id of the register.
export function setName({ modeling, moddle, canvas }, element, type, name) {
  const root = canvas.getRootElement().businessObject.$parent;
  const kind = type.toLowerCase();
  let named = root.rootElements.find((each) => is(each, `bpmn:${type}`) && each.name === name);
  if (name && !named) {
    named = moddle.create(`bpmn:${type}`, { id: `${kind}_${name}`, name });
    named.$parent = root;
    modeling.updateModdleProperties(element, root, { rootElements: [named, ...root.rootElements] });
  }
  modeling.updateModdleProperties(element, trigger(element, type), { [`${kind}Ref`]: named });
}

export function nameOf(element, type) {
  return trigger(element, type)?.[`${type.toLowerCase()}Ref`]?.name ?? "";
}

// --- lanes ----------------------------------------------------------------------------------------

export function lanesOf(registry) {
  return registry.filter((each) => is(each, "bpmn:Lane") && !each.children?.some((c) => is(c, "bpmn:Lane")));
}

export function laneOf(registry, element) {
  const host = element.host ?? element;
  return lanesOf(registry).find((each) => each.businessObject.flowNodeRef?.includes(host.businessObject));
}

export function moveToLane({ modeling, registry }, element, id) {
  const [lane, shape] = [registry.get(id), element.host ?? element];
  const y = lane.y + lane.height / 2 - (shape.y + shape.height / 2);
  modeling.moveElements([shape], { x: 0, y: Math.round(y) }, lane.parent, { autoResize: true });
}

// --- flows ----------------------------------------------------------------------------------------

export function conditionOf(element) {
  return element.businessObject.conditionExpression?.body ?? "";
}

export function setCondition({ modeling, moddle }, element, text) {
  const body = moddle.create("bpmn:FormalExpression", { body: text });
  body.$parent = element.businessObject;
  modeling.updateProperties(element, { conditionExpression: text ? body : undefined });
}

export function isStep(element) {
  return isAny(element, ["bpmn:Activity", "bpmn:Event", "bpmn:Gateway"]);
}
