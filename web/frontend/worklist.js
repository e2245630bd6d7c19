// The work list by single keys, unless they are turned off: J and K move, C takes, Enter is the
// link's own. Nothing happens while somebody types, or holds a modifier (WCAG 2.1.4).

const table = document.querySelector(".app-tasks[data-keys]");
const rows = table ? [...table.querySelectorAll("tbody tr")] : [];
const said = document.querySelector("[data-said]");
const link = (row) => row.querySelector(".app-tasks__task a");
const typing = (place) => place.closest("input:not([type=checkbox]), select, textarea, [contenteditable]");

function current() {
  return rows.findIndex((row) => row.contains(document.activeElement));
}

function move(step) {
  const from = current();
  const to = from < 0 ? (step > 0 ? 0 : rows.length - 1) : from + step;
  if (rows[to]) link(rows[to]).focus();
}

function take() {
  const row = rows[current()];
  if (!row) return;
  const button = row.querySelector("[data-claim] button");
  if (button) button.click();
  else said.textContent = said.dataset.said.replace("{task}", () => link(row).textContent);
}

const keys = { j: () => move(1), k: () => move(-1), c: take };

if (rows.length) {
  document.addEventListener("keydown", (event) => {
    const act = keys[event.key.toLowerCase()];
    if (!act || event.ctrlKey || event.altKey || event.metaKey || typing(event.target)) return;
    event.preventDefault();
    act();
  });
}

// How many are ticked; the bar keeps to the lower edge of the window as long as any is.
const bar = document.querySelector("#bulk");
const boxes = [...document.querySelectorAll("input[form=bulk]")];

function count() {
  const ticked = boxes.filter((box) => box.checked).length;
  bar.querySelector("[data-ticked]").textContent = ticked ? `: ${ticked}` : "";
  bar.classList.toggle("app-bulk--live", ticked > 0);
}

if (bar) {
  for (const box of boxes) box.addEventListener("change", count);
  count();
}
