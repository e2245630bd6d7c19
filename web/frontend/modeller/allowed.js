// Only what our engine runs can be drawn: our own palette, and menus without the rest. New elements
// get ids as ours are written (`ut_`, `gw_` …).

import BpmnFactory from "bpmn-js/lib/features/modeling/BpmnFactory";
import { is } from "bpmn-js/lib/util/ModelUtil";

const CREATED = [
  ["start", "bpmn:StartEvent", "bpmn-icon-start-event-none", "Starthändelse"],
  ["task", "bpmn:UserTask", "bpmn-icon-user-task", "Uppgift för en människa"],
  ["rule", "bpmn:BusinessRuleTask", "bpmn-icon-business-rule", "Regel ur en beslutstabell"],
  ["call", "bpmn:CallActivity", "bpmn-icon-call-activity", "Anrop av en annan process"],
  ["exclusive", "bpmn:ExclusiveGateway", "bpmn-icon-gateway-xor", "Vägval"],
  ["parallel", "bpmn:ParallelGateway", "bpmn-icon-gateway-parallel", "Parallell delning eller sammanföring"],
  ["timer", "bpmn:IntermediateCatchEvent", "bpmn-icon-intermediate-event-catch-timer", "Tid, också på en uppgifts kant", "bpmn:TimerEventDefinition"],
  ["message", "bpmn:IntermediateCatchEvent", "bpmn-icon-intermediate-event-catch-message", "Väntar på ett meddelande", "bpmn:MessageEventDefinition"],
  ["end", "bpmn:EndEvent", "bpmn-icon-end-event-none", "Sluthändelse"],
];

const TOOLS = [
  ["hand", "handTool", "activateHand", "bpmn-icon-hand-tool", "Flytta bilden"],
  ["lasso", "lassoTool", "activateSelection", "bpmn-icon-lasso-tool", "Markera flera"],
  ["space", "spaceTool", "activateSelection", "bpmn-icon-space-tool", "Gör eller ta bort plats"],
  ["connect", "globalConnect", "start", "bpmn-icon-connection-multi", "Dra ett flöde"],
];

const REPLACED = new Set([
  "user-task", "rule-task", "call-activity", "exclusive-gateway", "parallel-gateway",
  "event-based-gateway", "none-start", "message-start", "none-end", "terminate-end",
  "none-intermediate-throw", "none-intermediate-throwing", "message-intermediate-catch",
  "message-intermediate-throw", "timer-intermediate-catch", "signal-intermediate-catch",
  "signal-intermediate-throw", "message-boundary", "timer-boundary", "signal-boundary",
  "non-interrupting-message-boundary", "non-interrupting-timer-boundary",
  "non-interrupting-signal-boundary", "sequence-flow", "default-flow", "conditional-flow",
].map((each) => `replace-with-${each}`));

const UNUSED = [
  "append.receive-task", "append.condition-intermediate-event", "append.compensation-activity",
  "append.append-task", "append.intermediate-event", "lane-divide-two", "lane-divide-three", "append",
];

const PREFIXES = [
  ["bpmn:UserTask", "ut_"], ["bpmn:BusinessRuleTask", "ru_"], ["bpmn:CallActivity", "ca_"],
  ["bpmn:ParallelGateway", "par_"], ["bpmn:Gateway", "gw_"], ["bpmn:StartEvent", "start_"],
  ["bpmn:EndEvent", "end_"], ["bpmn:Event", "ev_"], ["bpmn:SequenceFlow", "flow_"],
];

class OwnFactory extends BpmnFactory {
  _ensureId(element) {
    const [, prefix] = PREFIXES.find(([type]) => is(element, type)) ?? [];
    if (!element.id && prefix) element.id = this._model.ids.nextPrefixed(prefix, element);
    else super._ensureId(element);
  }
}
OwnFactory.$inject = ["moddle"];

function maker(elementFactory, create, [, type, , , eventDefinitionType]) {
  return (event) =>
    create.start(event, elementFactory.createShape(eventDefinitionType ? { type, eventDefinitionType } : { type }));
}

class OwnPalette {
  constructor(palette, injector) {
    this.injector = injector;
    palette.registerProvider(this);
  }

  getPaletteEntries() {
    const { injector } = this;
    const [factory, create] = [injector.get("elementFactory"), injector.get("create")];
    const tools = TOOLS.map(([id, service, verb, className, title]) => [`${id}-tool`, {
      group: "tools", className, title, action: { click: (event) => injector.get(service)[verb](event) },
    }]);
    const made = CREATED.map((each) => {
      const start = maker(factory, create, each);
      return [`create.${each[0]}`, { group: "made", className: each[2], title: each[3], action: { click: start, dragstart: start } }];
    });
    return Object.fromEntries([...tools, ["separator", { group: "tools", separator: true }], ...made]);
  }
}
OwnPalette.$inject = ["palette", "injector"];

// The middle of the longest stretch of a flow.
function middle(points) {
  const stretches = points.slice(1).map((end, n) => [points[n], end]);
  const length = ([a, b]) => Math.hypot(b.x - a.x, b.y - a.y);
  const [from, to] = stretches.reduce((best, each) => (length(each) > length(best) ? each : best));
  return { x: Math.round((from.x + to.x) / 2), y: Math.round((from.y + to.y) / 2) };
}

class OwnMenus {
  constructor(contextPad, popupMenu, injector) {
    this.injector = injector;
    contextPad.registerProvider(500, this);
    popupMenu.registerProvider("bpmn-replace", 500, this);
  }

  getContextPadEntries(element) {
    return (entries) => {
      const mayAppend = "append.append-task" in entries;
      for (const id of UNUSED) delete entries[id];
      if (!mayAppend) return entries;
      const append = this.appender(element);
      const task = { group: "model", className: "bpmn-icon-user-task", title: "Lägg till en uppgift", action: { click: append, dragstart: append } };
      return { "append.user-task": task, ...entries };
    };
  }

  // After a step with one way on, the new one is put in on that way: two flows out would be wrong.
  appender(element) {
    const { injector } = this;
    return () => {
      const shape = injector.get("elementFactory").createShape({ type: "bpmn:UserTask" });
      const flows = element.outgoing.filter((each) => is(each, "bpmn:SequenceFlow"));
      if (flows.length === 1 && !is(element, "bpmn:Gateway")) {
        const made = injector.get("modeling").createShape(shape, middle(flows[0].waypoints), flows[0]);
        injector.get("selection").select(made);
        injector.get("directEditing").activate(made);
      } else injector.get("autoPlace").append(element, shape);
    };
  }

  getPopupMenuEntries() {
    return (entries) =>
      Object.fromEntries(Object.entries(entries).filter(([id]) => REPLACED.has(id)));
  }

  getPopupMenuHeaderEntries() {
    return () => ({});
  }
}
OwnMenus.$inject = ["contextPad", "popupMenu", "injector"];

export default {
  __init__: ["paletteProvider", "ownMenus"],
  bpmnFactory: ["type", OwnFactory],
  paletteProvider: ["type", OwnPalette],
  ownMenus: ["type", OwnMenus],
};
