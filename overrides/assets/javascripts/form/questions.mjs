// The questions of the form: which of them the channel and the other answers call for.

import { style } from "./answers.mjs";

/**
 * Returns the questions in the order of the form, hidden ones too.
 * @param {HTMLFormElement} form
 * @returns {HTMLElement[]}
 */
export function questions(form) {
  return [...form.querySelectorAll("[data-field]")].filter((each) => each instanceof HTMLElement);
}

/**
 * Hides the questions that the channel or another answer makes idle; what was answered there is kept.
 * @param {HTMLFormElement} form
 */
export function hideIdle(form) {
  const { channel } = style(form);
  for (const each of form.querySelectorAll("[data-only-in]")) {
    const set = /** @type {HTMLElement} */ (each);
    set.hidden = !(set.dataset.onlyIn ?? "").split(" ").includes(channel);
  }
  for (const question of questions(form)) {
    const { channels, when, whenValue } = question.dataset;
    const inChannel = (channels ?? "").split(" ").includes(channel);
    question.hidden = !inChannel || (when !== undefined && valueOf(form, when) !== whenValue);
  }
}

/**
 * Takes the reader to a question.
 * @param {HTMLFormElement} form
 * @param {string} field
 */
export function goTo(form, field) {
  const question = questions(form).find(({ dataset }) => dataset.field === field);
  const control = question?.querySelector("input, textarea");
  if (!question || !(control instanceof HTMLElement)) return;
  openMore(form, [field]);
  question.scrollIntoView({ block: "start" });
  control.focus({ preventScroll: true });
}

/**
 * Returns a link to a question, which is still to be named.
 * @param {string} field
 */
export function linkTo(field) {
  const link = document.createElement("a");
  link.href = `#writer-${field}`;
  link.dataset.to = field;
  return link;
}

/**
 * Opens what holds further questions, where one of these fields is among them.
 * @param {HTMLFormElement} form
 * @param {string[]} fields
 */
export function openMore(form, fields) {
  for (const { dataset, parentElement } of questions(form)) {
    if (parentElement instanceof HTMLDetailsElement && fields.includes(dataset.field ?? "")) parentElement.open = true;
  }
}

/**
 * Says under each question how its answer was read.
 * @param {HTMLFormElement} form
 * @param {import("../engine/protocol.mjs").Composition["notes"]} notes
 */
export function showNotes(form, notes) {
  for (const question of questions(form)) {
    const place = question.querySelector(".note");
    const words = notes.filter(({ field }) => field === question.dataset.field).map(({ message }) => message);
    if (!(place instanceof HTMLElement) || place.textContent === words.join(" ")) continue;
    place.textContent = words.join(" ");
    place.hidden = words.length === 0;
  }
}

/**
 * Returns the value of a choice; no answer means its first option.
 * @param {HTMLFormElement} form
 * @param {string} name
 */
function valueOf(form, name) {
  const options = /** @type {HTMLInputElement[]} */ ([...form.querySelectorAll(`input[name="${CSS.escape(name)}"]`)]);
  return (options.find(({ checked }) => checked) ?? options[0])?.value;
}
