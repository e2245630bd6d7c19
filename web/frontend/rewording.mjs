// Libraries that say everything in English, or style what they make in a way that our policy stops
// (style attributes and elements, instead of styles set by a script): their source is changed as it is bundled. A text that a library no longer has is an error, so that
// nothing becomes English again unseen.

import { readFile } from "node:fs/promises";
import { FORM_EDITOR, FORM_SOURCE, TOKEN_SIMULATION } from "./modeller/libraries.js";

const STYLED = /node_modules\/(bpmn-js\/lib\/features\/(align|distribute)-elements|bpmn-js-token-simulation\/lib|bpmn-js-properties-panel\/dist\/index\.esm|dmn-js[^/]*\/lib|diagram-js-minimap)/;
const WORDED = [
  [/node_modules\/bpmn-js-token-simulation\/lib/, TOKEN_SIMULATION, verbatim],
  [/node_modules\/style-mod\/src/, { "!root.head && root.adoptedStyleSheets": "root.adoptedStyleSheets" }, verbatim],
  [/node_modules\/@bpmn-io\/form-js-(editor|viewer)\/dist\/index\.es\.js/, FORM_SOURCE, verbatim],
  [/node_modules\/@bpmn-io\/form-js-(editor|viewer)\/dist\/index\.es\.js/, FORM_EDITOR, reworded],
];

// In what is shown: `label: 'Key'`, `children: "Key"`, `return 'Key'` … never a key or a type.
const SHOWN = "(?:label|title|text|description|tooltip|children|name|placeholder|'aria-label'|\"aria-label\")";

function verbatim(text, from, to) {
  return text.replaceAll(from, to);
}

function reworded(text, from, to) {
  const quoted = from.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/'/g, "\\\\?'");
  return text.replace(new RegExp(`(\\b${SHOWN}: ?\\[?|\\blabel = |\\bdescription = |\\bplaceholderContent = |\\breturn |\\btranslate\\()(['"])${quoted}\\2`, "g"), (_, before) => before + JSON.stringify(to));
}

export function rewording() {
  const found = new Set();
  return {
    name: "rewording",
    setup(build) {
      build.onLoad({ filter: /node_modules\/.*\.js$/ }, async ({ path }) => {
        const worded = WORDED.filter(([where]) => where.test(path));
        if (!worded.length && !STYLED.test(path)) return null;
        const before = await readFile(path, "utf8");
        let text = STYLED.test(path) ? before.replace(/(['\s])style="/g, '$1data-style="') : before;
        for (const [, words, change] of worded) {
          for (const [from, to] of Object.entries(words)) {
            const after = change(text, from, to);
            if (after !== text) found.add(from);
            text = after;
          }
        }
        return text === before ? null : { contents: text, loader: "js" };
      });
      build.onEnd(() => {
        const all = WORDED.flatMap(([, words]) => Object.keys(words));
        const gone = all.filter((each) => !found.has(each));
        return { errors: gone.map((text) => ({ text: `No library says “${text}” any more` })) };
      });
    },
  };
}
