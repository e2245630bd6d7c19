// Plays a case back: steps through the entries of its log, and marks on the drawings what each
// changed. Everything it shows stands in the page's list already; only the drawings are fetched,
// each once, when an entry first stands on it.

const OFF = { moveCanvas: ["value", null], zoomScroll: ["value", null], keyboardMove: ["value", null] };
const SIGNS = { current: "!", done: "✓" };

class Paper {
  constructor(link, scroller) {
    this.box = document.createElement("div");
    scroller.append(this.box); // seen while it is drawn: what is hidden has no size
    this.viewer = new window.BpmnJS({ container: this.box, position: "static", additionalModules: [OFF] });
    this.marked = new Map();
    this.ready = this.draw(link.dataset.bpmn, scroller);
  }

  async draw(address, scroller) {
    const answer = await fetch(address);
    await this.viewer.importXML(await answer.text());
    const canvas = this.viewer.get("canvas");
    const { inner } = canvas.viewbox();
    const scale = Math.min(1.2, Math.max(scroller.clientWidth / (inner.width + 20), 0.55));
    this.box.style.width = `${Math.round((inner.width + 20) * scale)}px`;
    this.box.style.height = `${Math.round((inner.height + 20) * scale)}px`;
    canvas.resized();
    canvas.viewbox({ x: inner.x - 10, y: inner.y - 10, width: inner.width + 20, height: inner.height + 20 });
  }

  badge(kind, visit) {
    const element = document.createElement("div");
    element.className = `app-badge app-badge--${kind}`;
    element.textContent = visit > 1 ? `${SIGNS[kind]}${visit}` : SIGNS[kind];
    return element;
  }

  // Changes only what is otherwise than it was: a step takes no longer in a large drawing.
  show(wanted) {
    const [canvas, overlays] = [this.viewer.get("canvas"), this.viewer.get("overlays")];
    for (const [id, { kind, visit, overlay }] of this.marked) {
      const next = wanted.get(id);
      if (next?.kind === kind && next.visit === visit) continue;
      canvas.removeMarker(id, `app-${kind}`);
      overlays.remove(overlay);
      this.marked.delete(id);
    }
    for (const [id, { kind, visit }] of wanted) {
      if (this.marked.has(id) || !this.viewer.get("elementRegistry").get(id)) continue;
      canvas.addMarker(id, `app-${kind}`);
      const html = this.badge(kind, visit);
      const overlay = overlays.add(id, { position: { top: -12, right: 14 }, html });
      this.marked.set(id, { kind, visit, overlay });
    }
  }
}

class Player {
  constructor(root) {
    this.root = root;
    this.moments = [...document.querySelectorAll("[data-moment]")].map((item) => ({
      item, number: Number(item.dataset.moment), ...JSON.parse(item.dataset.facts),
    }));
    this.links = [...root.querySelectorAll("[data-drawing]")];
    this.scroller = root.querySelector("[data-papers]");
    this.papers = new Map();
    this.slider = root.querySelector("[name=post]");
    this.button = root.querySelector("[data-toggle]");
    this.at = this.moments.findIndex(({ number }) => number === Number(this.slider.value));
    this.drawing = root.querySelector("[data-drawing][aria-current]")?.dataset.drawing;
    this.prepare();
    this.listen();
    this.show();
  }

  prepare() {
    this.button.hidden = this.root.querySelector(".app-replay__speed").hidden = false;
    this.root.querySelector("[data-without]").hidden = true;
    this.slider.min = 0;
    this.slider.max = this.moments.length - 1;
    const without = this.root.querySelector(".app-diagram__without");
    if (without) without.hidden = true;
    if (this.scroller) this.scroller.parentElement.hidden = false;
  }

  listen() {
    this.root.querySelectorAll("[data-step]").forEach((link) => link.addEventListener("click", (event) => {
      event.preventDefault();
      this.pause();
      this.go(this.at + Number(link.dataset.step));
    }));
    this.slider.addEventListener("input", () => this.go(Number(this.slider.value)));
    this.button.addEventListener("click", () => (this.timer ? this.pause() : this.play()));
    this.links.forEach((link) => link.addEventListener("click", (event) => {
      event.preventDefault();
      this.drawing = link.dataset.drawing;
      this.show();
    }));
    this.moments.forEach(({ item }, at) => item.querySelector("a").addEventListener("click", (event) => {
      event.preventDefault();
      this.go(at);
      this.root.scrollIntoView();
    }));
  }

  go(at) {
    this.at = Math.max(0, Math.min(at, this.moments.length - 1));
    const changed = (moment) => moment?.changes.at(-1)?.[0];
    const before = this.moments.slice(0, this.at + 1).findLast(changed);
    this.drawing = changed(this.moments[this.at]) ?? this.drawing ?? changed(before);
    this.show();
  }

  play() {
    if (this.at === this.moments.length - 1) this.go(0);
    const next = () => {
      this.timer = setTimeout(() => {
        this.go(this.at + 1);
        if (this.at < this.moments.length - 1) next();
        else this.pause();
      }, Number(this.root.querySelector("[data-speed]").value));
    };
    this.button.textContent = this.root.dataset.pause;
    next();
  }

  pause() {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.button.textContent = this.root.dataset.play;
  }

  show() {
    const { item, number } = this.moments[this.at];
    const last = this.moments.at(-1).number;
    this.slider.value = this.at;
    const place = this.root.dataset.place.replace("{number}", number).replace("{last}", last);
    this.root.querySelector("[data-number]").textContent = place;
    this.slider.setAttribute("aria-valuetext", place);
    for (const link of this.root.querySelectorAll("[data-step]")) {
      const to = this.moments[this.at + Number(link.dataset.step)];
      link.toggleAttribute("aria-disabled", !to);
      if (to) link.href = `?post=${to.number}`;
      else link.setAttribute("aria-disabled", "true");
    }
    this.root.querySelector("[data-now]").replaceChildren(...item.querySelector("[data-text]").cloneNode(true).childNodes);
    this.moments.forEach((each) => each.item.toggleAttribute("aria-current", each.item === item));
    item.setAttribute("aria-current", "true");
    history.replaceState(null, "", `?post=${number}`);
    this.sight();
    this.draw();
  }

  sight() {
    const [open, done, received] = [new Map(), [], []];
    for (const { seen } of this.moments.slice(0, this.at + 1)) {
      if (!seen) continue;
      const [what, id, name] = seen;
      if (what === "opened") open.set(id, name);
      else if (what === "received") received.push(name);
      else if (open.delete(id) && what === "done") done.push(name);
    }
    this.list("opened", [...open.values()]);
    this.list("done", done);
    this.list("received", received);
  }

  list(what, names) {
    const items = (names.length ? names : [this.root.dataset.nothing]).map((name) => {
      const item = document.createElement("li");
      item.textContent = name;
      item.classList.toggle("govuk-hint", !names.length);
      return item;
    });
    this.root.querySelector(`[data-sight=${what}]`).replaceChildren(...items);
  }

  marks() {
    const found = new Map();
    for (const { changes } of this.moments.slice(0, this.at + 1)) {
      for (const [drawing, element, kind, visit] of changes) {
        if (drawing !== this.drawing) continue;
        found.delete(element);
        if (kind !== "gone") found.set(element, { kind, visit });
      }
    }
    return found;
  }

  async draw() {
    const link = this.links.find((each) => each.dataset.drawing === this.drawing);
    this.links.forEach((each) => each.removeAttribute("aria-current"));
    if (!link) return;
    link.setAttribute("aria-current", "page");
    this.scroller.setAttribute("aria-label", link.dataset.name);
    if (!this.papers.has(this.drawing)) this.papers.set(this.drawing, new Paper(link, this.scroller));
    const paper = this.papers.get(this.drawing);
    await paper.ready;
    const now = this.papers.get(this.drawing);
    for (const each of this.papers.values()) each.box.hidden = each !== now;
    if (paper !== now) return; // somebody has stepped on meanwhile
    paper.show(this.marks());
    this.root.dataset.drawn = this.drawing;
  }
}

document.querySelectorAll("[data-replay]").forEach((root) => new Player(root));
