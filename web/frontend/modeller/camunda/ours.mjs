// Lets the plugin use the libraries that Camunda Modeler hands out, instead of a second copy of them.

const HANDED_OUT = {
  "@bpmn-io/properties-panel": "common",
  "@bpmn-io/properties-panel/preact": "preact.root",
  "bpmn-js-properties-panel": "bpmn",
};

export const handedOut = {
  name: "handed-out",
  setup(build) {
    build.onResolve({ filter: /properties-panel/ }, ({ path }) =>
      path in HANDED_OUT ? { path, namespace: "handed-out" } : null);
    build.onLoad({ filter: /.*/, namespace: "handed-out" }, ({ path }) => ({
      contents: `module.exports = window.vendor.propertiesPanel.${HANDED_OUT[path]};`,
    }));
  },
};
