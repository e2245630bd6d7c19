// Draws a case's diagram with bpmn-js, marks the reader's own steps, and zooms by buttons.
// Until it has drawn, and where it cannot, the picture made by the server stands in its place.
// The drawing is as wide as it needs to be; the frame around it scrolls, with keys and fingers too.

const READABLE = 0.55; // on a telephone a whole drawing would be too small to read
const TELEPHONE = 700;
const STEP = 1.25;
const OFF = { moveCanvas: ["value", null], zoomScroll: ["value", null], keyboardMove: ["value", null] };

function badge(kind, sign) {
  const element = document.createElement("div");
  element.className = `app-badge app-badge--${kind}`;
  element.textContent = sign;
  return element;
}

function mark(viewer, ids, kind, sign) {
  const canvas = viewer.get("canvas");
  for (const id of ids.split(" ").filter((each) => viewer.get("elementRegistry").get(each))) {
    canvas.addMarker(id, `app-${kind}`);
    viewer.get("overlays").add(id, { position: { top: -12, right: 14 }, html: badge(kind, sign) });
  }
}

async function draw(figure) {
  const [buttons, frame, without] = ["buttons", "frame", "without"].map((name) =>
    figure.querySelector(`.app-diagram__${name}`));
  const scroller = frame.querySelector(".app-diagram__scroller");
  const paper = scroller.querySelector(".app-diagram__canvas");
  const answer = await fetch(figure.dataset.diagram);
  if (!answer.ok) return;
  const drawing = await answer.text();
  frame.hidden = false;
  // Static, so that the bpmn.io logo keeps to the frame's corner and never scrolls away.
  const viewer = new window.BpmnJS({ container: paper, position: "static", additionalModules: [OFF] });
  try {
    await viewer.importXML(drawing);
  } catch {
    frame.hidden = true;
    return;
  }
  buttons.hidden = false;
  without.hidden = true;
  mark(viewer, figure.dataset.done, "done", "✓");
  mark(viewer, figure.dataset.current, "current", "!");

  const canvas = viewer.get("canvas");
  const { inner } = canvas.viewbox();
  const fit = () => scroller.clientWidth / (inner.width + 20);
  let scale = Math.min(1.2, Math.max(fit(), scroller.clientWidth < TELEPHONE ? READABLE : 0));
  const show = () => {
    paper.style.width = `${Math.round((inner.width + 20) * scale)}px`;
    paper.style.height = `${Math.round((inner.height + 20) * scale)}px`;
    scroller.classList.toggle("is-zoomed", scale > fit() * 1.01);
    canvas.resized();
    canvas.viewbox({ x: inner.x - 10, y: inner.y - 10, width: inner.width + 20, height: inner.height + 20 });
  };
  const zoom = {
    in: () => Math.min(scale * STEP, 3),
    out: () => Math.max(scale / STEP, 0.2),
    fit,
  };
  buttons.addEventListener("click", ({ target }) => {
    if (!target.dataset.zoom) return;
    scale = zoom[target.dataset.zoom]();
    show();
  });
  show();
  const first = figure.dataset.current.split(" ")[0];
  const shape = first && viewer.get("elementRegistry").get(first);
  if (shape) {
    const middle = (start, origin, size) => (start - origin + size / 2) * scale;
    scroller.scrollLeft = middle(shape.x, inner.x, shape.width) - scroller.clientWidth / 2;
    scroller.scrollTop = middle(shape.y, inner.y, shape.height) - scroller.clientHeight / 2;
  }
  figure.dataset.drawn = "yes";
}

document.querySelectorAll("[data-diagram]").forEach(draw);
