// What the page of a task gains from JavaScript: the draft saves itself, and the page can be printed.
// Without it the draft is saved by its button.

const PAUSE = 3000; // after the last change
const OURS = new Set(["_csrf", "_kommando", "_utkast", "_kommentar", "_skal", "_kollega", "_bilaga"]);

function typed(form, all = false) {
  const pairs = [...new FormData(form)].filter(([name, value]) =>
    typeof value === "string" && (all || !OURS.has(name)));
  return new URLSearchParams(pairs);
}

class Draft {
  constructor(form, line) {
    Object.assign(this, { form, line, saved: typed(form).toString(), timer: 0, running: null, over: false });
  }

  changed() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), PAUSE);
  }

  save(keepalive = false) {
    if (this.over || this.running || typed(this.form).toString() === this.saved) return this.running;
    this.running = this.post(keepalive).finally(() => { this.running = null; });
    return this.running;
  }

  async post(keepalive) {
    const now = typed(this.form).toString();
    try {
      const answer = await fetch(this.form.dataset.draft, {
        method: "POST", body: typed(this.form, true), keepalive, redirect: "error",
      });
      const told = await answer.json();
      if (answer.ok) {
        this.saved = now;
        this.form.elements._utkast.value = told.version;
      } else if (answer.status !== 401) {
        this.over = true; // nothing will help but what the sentence says
      }
      this.say(told.said ?? told.problem, !answer.ok);
    } catch {
      this.say(this.form.dataset.lost, true);
      this.changed();
    }
  }

  say(text, wrong) {
    this.line.textContent = text;
    this.line.classList.toggle("app-late", wrong);
  }

  // A draft on its way would make the form look overtaken by another page: wait for it.
  async submitted(event) {
    clearTimeout(this.timer);
    if (!this.running) return;
    event.preventDefault();
    const { submitter } = event;
    await this.running;
    this.over = true;
    this.form.requestSubmit(submitter);
  }
}

const form = document.querySelector("[data-draft]");
const line = document.querySelector("[data-draft-line]");
if (form && line) {
  const draft = new Draft(form, line);
  form.addEventListener("input", () => draft.changed());
  form.addEventListener("change", () => draft.changed());
  form.addEventListener("submit", (event) => draft.submitted(event));
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") draft.save(true);
  });
}

for (const offer of document.querySelectorAll("[data-print]")) {
  offer.hidden = false;
  offer.querySelector("button").addEventListener("click", () => window.print());
}
