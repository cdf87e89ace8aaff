// What is missing or could not be read: a calm list beside the message, and errors once the reader acts on the message.

import { linkTo, openMore, questions } from "./questions.mjs";
import { TITLE_PREFIX, enter } from "../page/sentences.mjs";

/** @typedef {import("../engine/protocol.mjs").Composition} Composition */
/** @typedef {{field: string, message: string}} Problem */

/**
 * Returns what keeps the message from being whole, in the order of the form.
 * @param {HTMLFormElement} form
 * @param {Composition} composition
 * @returns {Problem[]}
 */
export function problemsOf(form, composition) {
  const messages = new Map(composition.missing.map(({ field, gap }) => [field, enter(gap)]));
  for (const { field, message } of composition.problems) messages.set(field, message);
  return questions(form).flatMap(({ dataset: { field = "" } }) => {
    const message = messages.get(field);
    return message ? [{ field, message }] : [];
  });
}

/**
 * Shows a list of links to the questions.
 * @param {HTMLElement} box  Hidden where the list is empty.
 * @param {Problem[]} problems
 */
export function showList(box, problems) {
  box.hidden = problems.length === 0;
  const items = problems.map(({ field, message }) => {
    const link = linkTo(field);
    link.textContent = message;
    const item = document.createElement("li");
    item.append(link);
    return item;
  });
  box.querySelector("ul")?.replaceChildren(...items);
}

/**
 * Shows the errors: the summary, the same words at each question, and a word in the page's title.
 * @param {HTMLFormElement} form
 * @param {HTMLElement} summary
 * @param {Problem[]} problems
 */
export function showErrors(form, summary, problems) {
  showList(summary, problems);
  openMore(form, problems.map(({ field }) => field));
  const messages = new Map(problems.map(({ field, message }) => [field, message]));
  for (const question of questions(form)) mark(question, messages.get(question.dataset.field ?? ""));
  const title = document.title.replace(TITLE_PREFIX, "");
  document.title = problems.length ? TITLE_PREFIX + title : title;
}

/**
 * Takes away the errors that are mended, and never adds one: nobody is corrected while they type.
 * @param {HTMLFormElement} form
 * @param {HTMLElement} summary
 * @param {Problem[]} problems
 */
export function dropMended(form, summary, problems) {
  const shown = new Set([...summary.querySelectorAll("a")].map((link) => link.dataset.to));
  if (shown.size) showErrors(form, summary, problems.filter(({ field }) => shown.has(field)));
}

/**
 * @param {HTMLElement} question
 * @param {string | undefined} message
 */
function mark(question, message) {
  const place = question.querySelector(".problem");
  const control = question.matches("fieldset") ? question : question.querySelector("input, textarea");
  if (!(place instanceof HTMLElement) || !control) return;
  question.classList.toggle("field--problem", Boolean(message));
  place.hidden = !message;
  place.replaceChildren(...(message ? [prefix(), message] : []));
  describe(control, place.id, Boolean(message));
  if (control === question) return; // a group of radios cannot be invalid, only described
  if (message) control.setAttribute("aria-invalid", "true");
  else control.removeAttribute("aria-invalid");
}

/** A word for those who hear the message and do not see its colour. */
function prefix() {
  const word = document.createElement("span");
  word.className = "visually-hidden";
  word.textContent = TITLE_PREFIX;
  return word;
}

/**
 * @param {Element} control
 * @param {string} id
 * @param {boolean} described
 */
function describe(control, id, described) {
  const ids = new Set((control.getAttribute("aria-describedby") ?? "").split(" ").filter(Boolean));
  if (described) ids.add(id);
  else ids.delete(id);
  if (ids.size) control.setAttribute("aria-describedby", [...ids].join(" "));
  else control.removeAttribute("aria-describedby");
}
