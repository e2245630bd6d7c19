// What the editors of diagrams, forms and tables share: saving by itself, the guard against writing
// over what somebody else has saved, and what the check finds. An editor gives `read` (its content
// now), `show` (put a content in), `mark` and `go` (a finding at its place).

import { DraftFile } from "./draftfile.js";

const PAUSE = 700;
const AGAIN = 10_000;

export class Desk {
  constructor(root, editor) {
    const data = root.dataset;
    this.file = new DraftFile({ address: data.file, csrf: data.csrf });
    Object.assign(this, { root, editor, path: data.path, check: data.check, open: data.open === "yes" });
    this.words = JSON.parse(data.words);
    this.changes = this.saved = 0;
    this.status = root.querySelector("[data-status]");
    this.stale = root.querySelector("[data-stale]");
    for (const [name, act] of Object.entries(this.choices())) {
      this.stale.querySelector(`[data-choose=${name}]`).addEventListener("click", act);
    }
    addEventListener("beforeunload", (event) => this.unsaved && event.preventDefault());
    root.querySelector("[data-upload]")?.addEventListener("change", (event) => this.upload(event.target));
  }

  get unsaved() {
    return this.open && this.changes > this.saved;
  }

  async begin() {
    await this.editor.show(await this.file.load());
    this.say(this.open ? "unchanged" : "closed");
    this.root.dataset.ready = "yes";
    const answer = await fetch(this.check);
    if (answer.ok && !this.unsaved) this.found((await answer.json()).findings);
  }

  changed() {
    if (!this.open || this.showing) return;
    this.changes += 1;
    this.say("changed");
    this.soon(PAUSE);
  }

  soon(wait) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), wait);
  }

  async save() {
    if (this.busy || this.theirs || !this.unsaved) return;
    this.busy = true;
    const [content, upTo] = [await this.editor.read(), this.changes];
    this.say("saving");
    const answer = await this.file.save(content);
    this.busy = false;
    if (answer.status === 200) this.kept(upTo, answer.findings);
    else if (answer.status === 412) this.overtaken(answer);
    else this.failed(answer);
  }

  kept(upTo, findings) {
    this.saved = upTo;
    if (this.unsaved) return this.soon(PAUSE);
    this.say("saved");
    this.found(findings);
  }

  failed(answer) {
    this.status.textContent = answer.problem || this.words.lost;
    if (answer.findings) this.found(answer.findings);
    if (answer.status === 0 || answer.status >= 500) this.soon(AGAIN);
  }

  say(what) {
    const now = new Date().toLocaleTimeString("sv-SE", { hour: "2-digit", minute: "2-digit" });
    this.status.textContent = this.words[what].replace("{time}", now.replace(":", "."));
    this.root.dataset.state = what;
  }

  // --- what the check finds ---------------------------------------------------------------------

  found(all) {
    const here = all.filter((each) => each.file === this.path);
    const ofDrawing = new Set((this.root.dataset.drawing ?? "").split(" "));
    const drawn = here.filter((each) => ofDrawing.has(each.rule));
    const wrong = here.filter((each) => !ofDrawing.has(each.rule));
    this.listed(this.root.querySelector("[data-findings]"), wrong);
    const words = this.words[wrong.length === 1 ? "one" : wrong.length ? "several" : "none"];
    this.root.querySelector("[data-count]").textContent = words.replace("{number}", wrong.length);
    this.besides("[data-drawn]", ".govuk-details__summary-text", "drawn", drawn.length);
    this.listed(this.root.querySelector("[data-drawn] ul"), drawn);
    this.besides("[data-elsewhere]", "a", "elsewhere", all.length - here.length);
    this.editor.mark?.(wrong);
  }

  listed(list, findings) {
    list.replaceChildren(...findings.map((each) => this.row(each)));
  }

  besides(place, text, words, number) {
    const found = this.root.querySelector(place);
    found.hidden = !number;
    found.querySelector(text).textContent = this.words[words].replace("{number}", number);
  }

  row(each) {
    const item = document.createElement("li");
    const place = each.element && this.editor.called?.(each.element);
    const text = document.createElement(place ? "button" : "span");
    text.textContent = [place, each.message].filter(Boolean).join(": ");
    if (place) {
      text.type = "button";
      text.className = "app-link-button";
      text.addEventListener("click", () => this.editor.go(each.element));
    }
    item.append(text);
    if (each.remedy) item.append(" ", each.remedy);
    item.lang = "sv";
    return item;
  }

  // --- somebody else has saved ------------------------------------------------------------------

  choices() {
    return {
      theirs: () => this.peek("theirs"),
      mine: () => this.peek("mine"),
      take: () => this.settle(this.theirs.content),
      keep: () => this.settle(this.mine),
    };
  }

  async overtaken(answer) {
    [this.theirs, this.mine] = [answer, await this.editor.read()];
    const at = answer.at ? new Date(answer.at).toLocaleTimeString("sv-SE", { hour: "2-digit", minute: "2-digit" }) : "";
    this.stale.querySelector("[data-said]").textContent = this.words.overtaken
      .replace("{name}", answer.author ?? this.words.somebody).replace("{time}", at.replace(":", "."));
    this.stale.querySelector("[data-choose=theirs]").hidden = answer.content === null;
    this.stale.querySelector("[data-choose=take]").hidden = answer.content === null;
    this.stale.hidden = false;
    this.shown("mine");
    this.say("stopped");
    this.stale.focus();
  }

  async peek(side) {
    if (this.seen === "mine") this.mine = await this.editor.read();
    await this.put(side === "mine" ? this.mine : this.theirs.content);
    this.shown(side);
  }

  shown(side) {
    this.seen = side;
    this.stale.querySelector("[data-shown]").textContent = this.words[`shown_${side}`];
    for (const each of ["theirs", "mine"]) {
      this.stale.querySelector(`[data-choose=${each}]`).setAttribute("aria-pressed", each === side);
    }
  }

  async settle(content) {
    if (this.seen === "mine" && content === this.mine) content = await this.editor.read();
    const theirs = this.theirs;
    this.file.hash = theirs.hash;
    this.theirs = this.mine = null;
    this.stale.hidden = true;
    await this.put(content);
    this.changes += 1;
    if (content === theirs.content) this.saved = this.changes;
    this.say(this.unsaved ? "changed" : "unchanged");
    await this.save();
    this.editor.focus?.();
  }

  async put(content) {
    this.showing = true;
    try {
      await this.editor.show(content);
    } finally {
      this.showing = false;
    }
  }

  // --- a file from elsewhere --------------------------------------------------------------------

  async upload(input) {
    const [given] = input.files;
    input.value = "";
    if (!given) return;
    const before = await this.editor.read();
    try {
      await this.put(await given.text());
    } catch {
      await this.put(before);
      this.status.textContent = this.words.unreadable;
      return;
    }
    this.changed();
  }
}
