// Our settings in Camunda Modeler: it keeps them when an element is copied or changed, and its panel
// shows our group. The libraries are the program's own (see ours.mjs); SKYDD is written before this.

import { ownPanel } from "../panel.js";
import spiffworkflow from "../spiffworkflow.json";

const plugins = (window.plugins ??= []);
plugins.push(
  { type: "bpmn.modeler.moddleExtension", plugin: spiffworkflow },
  { type: "bpmn.modeler.additionalModules", plugin: ownPanel(globalThis.SKYDD, {}, { all: true }) },
);
