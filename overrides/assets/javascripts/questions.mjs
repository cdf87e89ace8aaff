// The questions of the form: which of them the channel and the other answers call for.

import { manner } from "./answers.mjs";

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
export function askOnlyWhatMatters(form) {
  const { channel } = manner(form);
  for (const question of questions(form)) {
    const { channels, when, whenValue } = question.dataset;
    const inChannel = (channels ?? "").split(" ").includes(channel);
    question.hidden = !inChannel || (when !== undefined && chosen(form, when) !== whenValue);
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
  question.scrollIntoView({ block: "start" });
  control.focus({ preventScroll: true });
}

/**
 * Returns the value of a choice; no answer means its first option.
 * @param {HTMLFormElement} form
 * @param {string} name
 */
function chosen(form, name) {
  const options = /** @type {HTMLInputElement[]} */ ([...form.querySelectorAll(`input[name="${CSS.escape(name)}"]`)]);
  return (options.find(({ checked }) => checked) ?? options[0])?.value;
}
