// Ways to take a finished message away. Each says what it did, and what it could not do.

import { copy, select } from "./clipboard.mjs";
import { DONE, SAY, copiedWithGaps } from "./wording.mjs";

/** @typedef {import("./engine.mjs").Composition} Composition */
/**
 * @typedef {object} Desk  What a way of delivery works with.
 * @property {HTMLElement} root  The writer.
 * @property {Composition} composition  The message as it stands on the paper.
 * @property {(text: string) => void} say  Shows and speaks one sentence.
 */

const DONE_FOR = 2_000; // ms that a button says it has copied

/**
 * Shows the ways that this message can go.
 * @param {HTMLElement} root
 * @param {Composition} composition
 */
export function offer(root, { draft, mailto }) {
  part(root, "[data-copy=subject]").hidden = draft.subject === null;
  part(root, "[data-mailto]").hidden = mailto === null;
  if (mailto) part(root, "[data-mailto]").setAttribute("href", mailto.url);
}

/**
 * Does what the button names; it is called at once in the click, before anything is waited for.
 * @param {HTMLElement} button
 * @param {Desk} desk
 * @returns {Promise<boolean>}  Whether the whole message was taken away, so that what is missing in it should be said.
 */
export async function deliver(button, desk) {
  if (button.matches("[data-mailto]")) return openMail(desk);
  return copyPart(button, desk);
}

/**
 * @param {HTMLElement} button
 * @param {Desk} desk
 */
async function copyPart(button, { root, composition, say }) {
  const { draft, missing } = composition;
  const subject = button.dataset.copy === "subject";
  const copied = await copy(subject ? (draft.subject ?? "") : draft.text);
  if (!copied) {
    select(part(root, subject ? "[data-subject]" : "[data-draft]"));
    say(SAY.copyByHand);
    return false;
  }
  sayDone(button);
  say(subject ? SAY.copiedSubject : missing.length ? copiedWithGaps(missing.map(({ gap }) => gap)) : SAY.copied);
  return !subject;
}

/**
 * The link itself opens the mail program; a message that is too long for a link goes by the clipboard.
 * @param {Desk} desk
 */
async function openMail({ root, composition, say }) {
  const { draft, mailto } = composition;
  if (mailto && !mailto.whole) {
    const copied = await copy(draft.text);
    if (!copied) select(part(root, "[data-draft]"));
    say(copied ? SAY.tooLong : SAY.tooLongByHand);
  }
  return true;
}

/**
 * Lets a button say for a moment that it has copied.
 * @param {HTMLElement} button
 */
function sayDone(button) {
  button.dataset.label ??= button.textContent ?? "";
  button.textContent = DONE;
  setTimeout(() => (button.textContent = button.dataset.label ?? ""), DONE_FOR);
}

/**
 * @param {HTMLElement} root
 * @param {string} selector
 */
function part(root, selector) {
  return /** @type {HTMLElement} */ (root.querySelector(selector));
}
