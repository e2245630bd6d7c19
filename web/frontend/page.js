// What every page gains from JavaScript: the GOV.UK components, and questions that come and go.
// Without it the pages work too; then a sentence says when a question is to be answered.

import {
  Button, CharacterCount, Checkboxes, ErrorSummary, NotificationBanner, Radios, SkipLink, createAll,
} from "govuk-frontend";

document.body.classList.add("js-enabled", "govuk-frontend-supported");
for (const component of [
  Button, CharacterCount, Checkboxes, ErrorSummary, NotificationBanner, Radios, SkipLink,
]) createAll(component);

function answerTo(form, key) {
  const chosen = form.querySelector(`[name="${key}"]:checked, select[name="${key}"]`);
  return chosen && !chosen.closest("[data-reads][hidden]") ? chosen.value : "";
}

function showAndHide(form) {
  for (const question of form.querySelectorAll("[data-reads]")) {
    const { reads, hides, when } = question.dataset;
    question.hidden = (answerTo(form, reads) === hides) === (when === "same");
  }
}

for (const form of document.querySelectorAll("[data-form]")) {
  form.addEventListener("change", () => showAndHide(form));
  showAndHide(form);
}

// A session ends some time after the last request. Ten minutes before, every page says so, and one
// button is enough to stay (WCAG 2.2.1). Focus stays where it is; what is typed stays too. At the
// longest it lasts a working day: then there is no button, and the page says why.
const WARN = 10 * 60 * 1000;
const LOOK = 20 * 1000; // a computer that slept has let no timer run: look at the clock instead

class Session {
  constructor(bar) {
    const [box, said] = [bar.querySelector("[hidden]"), bar.querySelector("[data-session-said]")];
    Object.assign(this, { bar, box, said });
    this.button = box.querySelector("button");
    this.button.addEventListener("click", () => this.stay());
    this.begin(bar.dataset.longest);
    setInterval(() => this.look(), LOOK);
  }

  begin(longest) {
    const last = Date.now() + longest * 1000;
    this.end = Math.min(Date.now() + this.bar.dataset.session * 1000, last);
    this.button.hidden = this.end === last;
    this.bar.querySelector("[data-session-idle]").hidden = this.end === last;
    this.bar.querySelector("[data-session-last]").hidden = this.end !== last;
    this.box.hidden = true;
  }

  clock() {
    return new Date(this.end).toLocaleTimeString("sv-SE", { hour: "2-digit", minute: "2-digit" }).replace(":", ".");
  }

  look() {
    const left = this.end - Date.now();
    if (left <= 0) this.over();
    else if (left <= WARN && this.box.hidden) {
      this.said.textContent = "";
      for (const place of this.bar.querySelectorAll("[data-session-end]")) place.textContent = this.clock();
      this.box.hidden = false;
    }
  }

  over() {
    this.box.hidden = true;
    this.said.textContent = this.bar.dataset.lost;
  }

  // The button that had focus is gone: go on with the page, as the skip link does.
  leave() {
    const main = document.querySelector("#main-content");
    main.tabIndex = -1;
    main.focus({ preventScroll: true });
  }

  async stay() {
    const body = new URLSearchParams({ _csrf: document.querySelector("[name=_csrf]").value });
    try {
      const answer = await fetch(this.bar.dataset.stay, { method: "POST", body, redirect: "error" });
      if (!answer.ok) throw new Error(answer.status);
      const here = this.bar.contains(document.activeElement);
      this.begin((await answer.json()).longest);
      this.said.textContent = `${this.bar.dataset.until} ${this.clock()}.`;
      if (here) this.leave();
    } catch {
      this.over();
    }
  }
}

for (const bar of document.querySelectorAll("[data-session]")) new Session(bar);
