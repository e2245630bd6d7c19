// Builds web/static/dist/, everything that the pages load, from this folder and node_modules/.
//
//   app.css             app.scss with GOV.UK, MOJ and the typeface
//   bpmn-viewer.css     what the viewer of diagrams needs, its icons included
//   bpmn-viewer.min.js  that viewer, an ordinary script: it sets window.BpmnJS
//   htmx.min.js         an ordinary script
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

// The pages have no crest: it is not ours to show, and the class that asks for it is not used.
const crest = "*/govuk-crest.svg";

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
  return build({ ...common, ...chunks, entryPoints, format: "esm", outdir: dist });
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
await buildModules(await Array.fromAsync(glob(`${source}/*.js`)));
await writeFile(join(dist, "version"), await contentHash());
