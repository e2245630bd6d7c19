// What bpmn-js, its panel and its minimap say, in Swedish: `translation` is a module of theirs.

import { SWEDISH } from "./words.js";

export function translate(text, blanks = {}) {
  const said = SWEDISH[text] ?? text;
  return said.replace(/{([^}]+)}/g, (whole, name) => blanks[name] ?? whole);
}

export const translation = { translate: ["value", translate] };
