// Statistics are tables first. A button draws the charts above them, and takes them away again;
// the script that draws is fetched when it is pressed for the first time.

const button = document.querySelector("[data-charts]");
const figures = document.querySelectorAll("[data-chart]");

async function show() {
  const { drawAll } = await import("./charts/charts.js");
  for (const each of figures) each.hidden = false;
  drawAll();
}

async function press() {
  const shown = button.getAttribute("aria-pressed") === "true";
  if (shown) for (const each of figures) each.hidden = true;
  else await show();
  button.setAttribute("aria-pressed", String(!shown));
}

if (button) {
  button.hidden = false;
  button.addEventListener("click", press);
}
