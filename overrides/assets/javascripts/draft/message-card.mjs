// The message on its paper: the card that holds the subject and the text.

import { linkTo } from "../form/questions.mjs";

/** @typedef {import("../engine/protocol.mjs").Draft} Draft */
/** @typedef {import("../engine/protocol.mjs").Segment} Segment */

/**
 * Puts a draft on the paper. The text of `[data-draft]` is then the draft's text, to the letter.
 * @param {Element} paper
 * @param {Draft} draft
 * @param {boolean} bare  Without marks: what is written beside a mark would otherwise take on its looks.
 */
export function showDraft(paper, draft, bare = false) {
  const run = bare ? (/** @type {Segment} */ { text }) => text : marked;
  const card = child(paper, ".message");
  card.className = `message message--${draft.channel}`;
  card.lang = draft.locale;
  child(card, ".message__subject").hidden = draft.subject === null;
  child(card, "[data-subject]").replaceChildren(...draft.subject_segments.map(run));
  child(card, "[data-draft]").replaceChildren(
    ...draft.parts.flatMap((part) => {
      const words = document.createElement("span");
      words.dataset.part = part.name;
      words.classList.toggle("own-words", draft.revised.some(({ name }) => name === part.name));
      words.append(...part.segments.map(run));
      return [part.before, words];
    }),
  );
}

/**
 * @param {Element} text
 * @param {string} name
 */
export function findPart(text, name) {
  return text.querySelector(`[data-part="${CSS.escape(name)}"]`);
}

/**
 * Points out one part of the text.
 * @param {Element} text
 * @param {string} name  None, where it is empty.
 */
export function highlightPart(text, name) {
  for (const part of text.querySelectorAll("[data-part]")) part.classList.toggle("pointed-out", part.getAttribute("data-part") === name);
}

/**
 * Puts an example of the page on the paper.
 * @param {Element} paper
 * @param {Element | null} example
 */
export function showExample(paper, example) {
  const [card, from] = [child(paper, ".message"), example?.querySelector(".message")];
  if (!from) return;
  card.className = from.className;
  card.lang = from.getAttribute("lang") ?? "";
  child(card, ".message__subject").hidden = child(from, ".message__subject").hidden;
  for (const name of [".message__title", ".message__text"]) {
    child(card, name).replaceChildren(...child(from, name).cloneNode(true).childNodes);
  }
}

/**
 * @param {Segment} segment
 * @param {number} index  Its place in its part.
 */
function marked({ text, field, gap }, index) {
  if (gap) return gapFor(field, text);
  if (field) return element("mark", "answer", text);
  const cue = index === 0 && text.endsWith(":\n"); // for the reader's eye, not for the listener's ear
  return cue ? element("span", "cue", text) : text;
}

/**
 * Returns a gap that leads to its question.
 * @param {string} field
 * @param {string} text
 */
function gapFor(field, text) {
  const [gap, link] = [element("mark", "gap", ""), linkTo(field)];
  link.textContent = text;
  gap.append(link);
  return gap;
}

/**
 * @param {string} tag
 * @param {string} name  Its class.
 * @param {string} text
 */
function element(tag, name, text) {
  const made = document.createElement(tag);
  made.className = name;
  made.textContent = text;
  return made;
}

/**
 * @param {Element} parent
 * @param {string} selector
 * @returns {HTMLElement}
 */
function child(parent, selector) {
  return /** @type {HTMLElement} */ (parent.querySelector(selector));
}
