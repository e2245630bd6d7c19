// Shows what the check finds at the element: a mark to click, and a line round it.

import { is } from "bpmn-js/lib/util/ModelUtil";

const KIND = "fynd";
const WRONG = "app-wrong";

export class Marks {
  constructor(modeler, onPick) {
    Object.assign(this, { modeler, onPick, marked: [] });
  }

  show(findings) {
    const [overlays, canvas, registry] = ["overlays", "canvas", "elementRegistry"].map((each) => this.modeler.get(each));
    overlays.remove({ type: KIND });
    for (const id of this.marked) if (registry.get(id)) canvas.removeMarker(id, WRONG);
    const byElement = Map.groupBy(findings.filter((each) => this.drawn(each.element)), (each) => each.element);
    this.marked = [...byElement.keys()];
    for (const [id, found] of byElement) {
      canvas.addMarker(id, WRONG);
      overlays.add(id, KIND, { position: place(registry.get(id)), html: this.badge(id, found), scale: false });
    }
  }

  drawn(id) {
    const element = id && this.modeler.get("elementRegistry").get(id);
    return element && element !== this.modeler.get("canvas").getRootElement();
  }

  badge(id, found) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "app-finding";
    button.textContent = found.length > 1 ? found.length : "!";
    button.title = found.map((each) => each.message).join("\n");
    button.setAttribute("aria-label", button.title);
    button.addEventListener("click", () => this.onPick(id));
    return button;
  }
}

function place(element) {
  if (!element.waypoints) return { top: -14, left: -10 };
  const middle = element.waypoints[Math.floor(element.waypoints.length / 2)];
  const left = Math.min(...element.waypoints.map((each) => each.x));
  const top = Math.min(...element.waypoints.map((each) => each.y));
  return { left: middle.x - left - 11, top: middle.y - top - 11 };
}

// Selects an element and brings it to the middle of the canvas.
export function goTo(modeler, id) {
  const element = modeler.get("elementRegistry").get(id);
  const canvas = modeler.get("canvas");
  if (!element || element === canvas.getRootElement()) return;
  modeler.get("selection").select(element);
  const box = element.waypoints ? boxOf(element.waypoints) : element;
  const view = canvas.viewbox();
  const scale = Math.max(view.scale, 0.8);
  const { width, height } = { width: view.outer.width / scale, height: view.outer.height / scale };
  canvas.viewbox({ x: box.x + box.width / 2 - width / 2, y: box.y + box.height / 2 - height / 2, width, height });
}

function boxOf(points) {
  const [xs, ys] = [points.map((each) => each.x), points.map((each) => each.y)];
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

const KINDS = {
  "bpmn:UserTask": "uppgiften", "bpmn:BusinessRuleTask": "regeln", "bpmn:CallActivity": "anropet",
  "bpmn:Gateway": "vägvalet", "bpmn:StartEvent": "starten", "bpmn:EndEvent": "slutet", "bpmn:Event": "händelsen",
  "bpmn:SequenceFlow": "flödet", "bpmn:Lane": "banan", "bpmn:Participant": "processen",
};

// What an element is called in a list of findings.
export function called(modeler, id) {
  const element = modeler.get("elementRegistry").get(id);
  if (!element) return id;
  const kind = Object.keys(KINDS).find((each) => is(element, each));
  const name = element.businessObject.name?.replaceAll("\u00ad", "").replace(/\s+/g, " ");
  const said = name || (element.source ? `${nameOf(element.source)} → ${nameOf(element.target)}` : id);
  return kind ? `${KINDS[kind][0].toUpperCase()}${KINDS[kind].slice(1)} ”${said}”` : said;
}

function nameOf(element) {
  return element.businessObject.name?.replaceAll("\u00ad", "") || element.id;
}
