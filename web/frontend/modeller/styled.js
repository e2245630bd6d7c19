// Our policy stops style attributes in markup, not styles set by a script: see rewording.mjs, which
// lets libraries write `data-style`.

function dress(node) {
  if (node.nodeType !== Node.ELEMENT_NODE) return;
  for (const each of [node, ...node.querySelectorAll("[data-style]")]) {
    if (each.dataset.style) each.style.cssText = each.dataset.style;
  }
}

export function dressAll(root) {
  new MutationObserver((changes) => {
    for (const change of changes) change.addedNodes.forEach(dress);
  }).observe(root, { childList: true, subtree: true });
}
