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
