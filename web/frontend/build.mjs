// Builds web/static/dist/, everything that the pages load, from this folder and node_modules/.
//
//   app.css             app.scss with GOV.UK, MOJ and the typeface
//   bpmn-viewer.css     what the viewer of diagrams needs, its icons included
//   bpmn-viewer.min.js  that viewer, an ordinary script: it sets window.BpmnJS
//   htmx.min.js         an ordinary script
//   modeller.css        what the editors of diagrams, forms and tables need; only their pages load it
//   camunda-plugin.js   our settings in Camunda Modeler; handed out in an archive, loaded by no page
//   <name>.js           every .js file in this folder, as a module with its npm imports inside;
//                       what these import from charts/ only when asked to is a chunk
//   chunks/, assets/    shared code, fonts and pictures; their names carry a hash of the content
//   version             a hash of all the above, written last
//
// Pages ask for the first five as <name>?v=<version>, so every file may be cached for ever.

import { createHash } from "node:crypto";
import { copyFile, glob, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { compile } from "sass";
import { handedOut } from "./modeller/camunda/ours.mjs";
import { rewording } from "./rewording.mjs";

process.chdir(fileURLToPath(new URL("../..", import.meta.url)));
const source = "web/frontend";
const dist = "web/static/dist";

const copied = {
  "bpmn-viewer.min.js": "bpmn-js/dist/bpmn-navigated-viewer.production.min.js",
  "htmx.min.js": "htmx.org/dist/htmx.min.js",
};

const bpmnStyles = ["diagram-js.css", "bpmn-js.css", "bpmn-font/css/bpmn.css"]
  .map((name) => `@import "bpmn-js/dist/assets/${name}";`)
  .join("\n");

const editorStyles = [
  ...["diagram-js.css", "bpmn-js.css", "bpmn-font/css/bpmn.css"].map((name) => `bpmn-js/dist/assets/${name}`),
  "@bpmn-io/properties-panel/dist/assets/properties-panel.css",
  "diagram-js-minimap/assets/diagram-js-minimap.css",
  "bpmn-js-token-simulation/assets/css/bpmn-js-token-simulation.css",
  "@bpmn-io/form-js/dist/assets/form-js.css",
  "@bpmn-io/form-js/dist/assets/form-js-editor.css",
  ...["shared", "decision-table", "decision-table-controls"].map((name) => `dmn-js/dist/assets/dmn-js-${name}.css`),
  "dmn-js/dist/assets/dmn-font/css/dmn.css",
  "./modeller/own.css",
].map((name) => `@import "${name}";`).join("\n");

// The pages have no crest: it is not ours to show, and the class that asks for it is not used.
const crest = "*/govuk-crest.svg";

// Each library brings a Preact of its own; two on a page do not know each other's components.
const onePreact = { preact: "@bpmn-io/properties-panel/preact" };

const common = {
  external: [crest],
  bundle: true,
  minify: true,
  target: "es2022",
  logLevel: "warning",
  assetNames: "assets/[name]-[hash]",
  loader: Object.fromEntries(
    [".eot", ".png", ".svg", ".ttf", ".woff", ".woff2"].map((kind) => [kind, "file"]),
  ),
};

function buildStyle(name, contents) {
  const stdin = { contents, loader: "css", resolveDir: source, sourcefile: name };
  return build({ ...common, stdin, outfile: join(dist, name) });
}

function buildModules(entryPoints) {
  const chunks = { splitting: true, chunkNames: "chunks/[name]-[hash]" };
  const plugins = [rewording()];
  return build({ ...common, ...chunks, plugins, alias: onePreact, entryPoints, format: "esm", outdir: dist });
}

function buildPlugin() {
  const entryPoints = [`${source}/modeller/camunda/client.js`];
  return build({ ...common, plugins: [handedOut], entryPoints, format: "iife", outfile: join(dist, "camunda-plugin.js") });
}

// quietDeps hushes the compiler, not what a package's own @warn says to those who call it.
function warnOfOurOwn(message, { span, stack }) {
  if (!stack?.includes("node_modules/")) console.warn(message, span?.url?.pathname ?? "");
}

async function contentHash() {
  const files = (await Array.fromAsync(glob(`${dist}/**/*.*`))).sort();
  const hash = createHash("sha256");
  for (const file of files) hash.update(file).update(await readFile(file));
  return hash.digest("hex").slice(0, 12);
}

await rm(dist, { recursive: true, force: true });
await mkdir(dist, { recursive: true });
for (const [name, from] of Object.entries(copied)) {
  await copyFile(join("node_modules", from), join(dist, name));
}
const app = compile(join(source, "app.scss"), {
  loadPaths: ["."],
  quietDeps: true,
  logger: { warn: warnOfOurOwn },
});
await buildStyle("app.css", app.css);
await buildStyle("bpmn-viewer.css", bpmnStyles);
await buildStyle("modeller.css", editorStyles);
await buildModules(await Array.fromAsync(glob(`${source}/*.js`)));
await buildPlugin();
await writeFile(join(dist, "version"), await contentHash());
