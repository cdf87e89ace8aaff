// Why a part of the message is there: what it does, which answers made it, where the handbook says more, and what can be done.

import { questions } from "../form/questions.mjs";
import { pageAddress } from "../page/address.mjs";
import { fromAnswers, freshWords } from "../page/sentences.mjs";

/** @typedef {import("../engine/protocol.mjs").Draft} Draft */
/** @typedef {import("../engine/protocol.mjs").Part} Part */

/**
 * Explains a part, or says how to ask where none is named.
 * @param {HTMLElement} box
 * @param {HTMLFormElement} form
 * @param {Draft} draft
 * @param {string} name
 * @returns {string}  What the box now says, to be spoken.
 */
export function explain(box, form, draft, name) {
  const part = draft.parts.find((each) => each.name === name);
  const fresh = draft.revised.find((each) => each.name === name);
  for (const each of box.querySelectorAll("[data-asked]")) /** @type {HTMLElement} */ (each).hidden = !part;
  at(box, "[data-unasked]").hidden = Boolean(part);
  if (!part) return "";
  at(box, "[data-why-label]").textContent = part.label;
  at(box, "[data-why-text]").textContent = part.why;
  at(box, "[data-why-guide]").setAttribute("href", pageAddress(part.guide));
  at(box, "[data-why-answers]").replaceChildren(...answersOf(form, part));
  at(box, "[data-why-fresh]").textContent = fresh ? freshWords(fresh.text) : "";
  at(box, "[data-why-fresh]").hidden = !fresh;
  at(box, "[data-fresh]").hidden = !fresh;
  at(box, "[data-leave-out]").hidden = part.essential;
  return `${part.label}. ${part.why}`;
}

/**
 * @param {HTMLFormElement} form
 * @param {Part} part
 */
function answersOf(form, { uses }) {
  const asked = questions(form).filter(({ dataset, hidden }) => !hidden && uses.includes(dataset.field ?? ""));
  const links = asked.map(({ dataset: { field = "", gap = "" } }) => {
    const link = document.createElement("a");
    link.href = `#writer-${field}`;
    link.dataset.to = field;
    link.textContent = gap;
    return link;
  });
  return links.flatMap((link, index) => [index ? ", " : fromAnswers, link]).concat(links.length ? "." : []);
}

/**
 * @param {HTMLElement} box
 * @param {string} selector
 */
function at(box, selector) {
  return /** @type {HTMLElement} */ (box.querySelector(selector));
}
