// Ways to take a finished message away. Each says what it did, and what it could not do.

import * as brought from "../invitation/invitation-store.mjs";
import { copy, select } from "../page/clipboard.mjs";
import { ask } from "../engine/engine.mjs";
import { save } from "../page/save-file.mjs";
import { chosenPaper } from "./paper-size.mjs";
import { DONE, SAVING, SAY, everything, saving, withGaps } from "../page/sentences.mjs";

/** @typedef {import("../engine/engine.mjs").Composition} Composition */
/** @typedef {import("../engine/engine.mjs").Request} Request */
/**
 * @typedef {object} Desk  What a way of delivery works with.
 * @property {HTMLElement} root  The writer.
 * @property {Composition} composition  The message as it stands on the paper.
 * @property {() => Request} request  Returns what the engine would be asked for the message as it stands now.
 * @property {(text: string) => void} say  Shows and speaks one sentence.
 */
/** @typedef {(button: HTMLElement, desk: Desk) => Promise<boolean>} Way  Whether it took the whole message away. */

const DONE_FOR = 2_000; // ms that a button says what it has done
const DOUBLE_CLICK = 500; // ms in which a second click is no wish of its own
const AT_ONCE = 1_000; // ms that nobody needs to be told of

/** Which button goes which way. @type {Record<string, Way>} */
const WAYS = {
  "[data-copy]": copyPart,
  "[data-mailto]": openMail,
  "[data-share]": share,
  "[data-export]": saveFile,
  "[data-answer]": saveAnswer,
  "[data-print]": print,
};

/** What every button matches that takes the message away. */
export const BUTTONS = Object.keys(WAYS).join(", ");

/** The buttons that are at work. @type {WeakSet<HTMLElement>} */
const busy = new WeakSet();

/** Ends the moment in which a button says what it has done. @type {WeakMap<HTMLElement, () => void>} */
const moments = new WeakMap();

/**
 * Shows the ways that this message can go.
 * @param {HTMLElement} root
 * @param {Composition} composition
 * @param {Record<string, string>} answers
 */
export function offer(root, { draft, mailto }, answers) {
  part(root, "[data-copy=subject]").hidden = draft.subject === null;
  part(root, "[data-copy=everything]").hidden = draft.subject === null;
  part(root, "[data-mailto]").hidden = mailto === null;
  part(root, "[data-export=eml]").hidden = mailto === null;
  part(root, "#delivery-eml").hidden = mailto === null;
  const asked = brought.get()?.invitation.answerable === true; // by a calendar that waits for an answer
  const answerable = asked && draft.declines;
  for (const each of root.querySelectorAll("[data-answerable]")) /** @type {HTMLElement} */ (each).hidden = !answerable;
  for (const each of root.querySelectorAll("[data-unanswerable]")) /** @type {HTMLElement} */ (each).hidden = asked;
  part(root, "[data-undecided]").hidden = !asked || answerable;
  part(root, "[data-answer=eml]").hidden = !answerable || mailto === null;
  part(root, "[data-dated]").hidden = answerable || !answers.interview_when;
  if (mailto) part(root, "[data-mailto]").setAttribute("href", mailto.url);
  part(root, "[data-share]").hidden = !navigator.canShare?.(shared(draft));
}

/**
 * Does what the button names; it is called at once in the click, before anything is waited for.
 * @param {Event} click
 * @param {HTMLElement} button
 * @param {Desk} desk
 * @returns {Promise<boolean>}  Whether the whole message was taken away, so that what is missing in it should be said.
 */
export async function deliver(click, button, desk) {
  const way = Object.entries(WAYS).find(([selector]) => button.matches(selector))?.[1];
  if (!way || busy.has(button)) {
    click.preventDefault();
    return false;
  }
  busy.add(button);
  try {
    return await way(button, desk);
  } finally {
    setTimeout(() => busy.delete(button), DOUBLE_CLICK);
  }
}

/** @type {Way} */
async function copyPart(button, desk) {
  const { root, composition, say } = desk;
  const { draft } = composition;
  const subject = draft.subject ?? "";
  const parts = {
    message: { text: draft.text, place: "[data-draft]", said: withGaps(SAY.copied, gaps(composition)) },
    subject: { text: subject, place: "[data-subject]", said: SAY.copiedSubject },
    everything: { text: everything(subject, draft.text), place: "[data-paper] .message", said: withGaps(SAY.copiedEverything, gaps(composition)) },
  };
  const name = /** @type {keyof typeof parts} */ (button.dataset.copy);
  const { text, place, said } = parts[name];
  if (!(await copy(text))) {
    select(part(root, place));
    complain(SAY.copyByHand, desk);
    return false;
  }
  showDone(button, DONE);
  say(said);
  return name !== "subject";
}

/**
 * The link itself opens the mail program; a message that is too long for a link goes by the clipboard.
 * @type {Way}
 */
async function openMail(_, { root, composition, say }) {
  const { draft, mailto } = composition;
  if (!mailto || mailto.whole) {
    say(SAY.mailOpens);
    return true;
  }
  const copied = await copy(draft.text);
  if (!copied) select(part(root, "[data-draft]"));
  say(copied ? SAY.tooLong : SAY.tooLongByHand);
  return true;
}

/** @type {Way} */
async function share(_, desk) {
  const { composition, say } = desk;
  try {
    await navigator.share(shared(composition.draft));
  } catch (error) {
    if (/** @type {Error} */ (error).name !== "AbortError") complain(SAY.notShared, desk);
    return false; // or the reader has thought better of it, which needs no words
  }
  say(withGaps(SAY.shared, gaps(composition)));
  return true;
}

/** @type {Way} */
function saveFile(button, desk) {
  return makeFile(button, desk, { to: button.dataset.export ?? "" }, () => SAY.notMade);
}

/**
 * Makes something of the invitation too; where that cannot be, the engine says why.
 * @type {Way}
 */
function saveAnswer(button, desk) {
  const wanted = { to: button.dataset.answer ?? "", ...brought.known(), also: others(desk.root) };
  return makeFile(button, desk, wanted, ({ message }) => message || SAY.notMade);
}

/**
 * @param {HTMLElement} button
 * @param {Desk} desk
 * @param {Pick<import("../engine/engine.mjs").ExportRequest, "to"> & Partial<import("../engine/engine.mjs").ExportRequest>} wanted
 * @param {(error: Error) => string} excuse  Returns what is said where it cannot be made.
 * @returns {Promise<boolean>}
 */
async function makeFile(button, desk, wanted, excuse) {
  const { root, composition, request, say } = desk;
  const slow = setTimeout(() => say(SAY.making), AT_ONCE);
  try {
    const file = await ask({ ...request(), paper: chosenPaper(root), ...wanted, request: "export" });
    save(file);
    showDone(button, SAVING);
    say(withGaps(saving(file.name), gaps(composition)));
    return true;
  } catch (error) {
    complain(excuse(/** @type {Error} */ (error)), desk);
    return false;
  } finally {
    clearTimeout(slow);
  }
}

/**
 * Returns to whom a note goes besides, by the message type of the note.
 * @param {HTMLElement} root
 */
function others(root) {
  const named = [.../** @type {NodeListOf<HTMLInputElement>} */ (root.querySelectorAll("input[data-also]"))].filter(({ value }) => value.trim());
  return Object.fromEntries(named.map(({ dataset, value }) => [dataset.also ?? "", { recipient: value.trim() }]));
}

/** @type {Way} */
async function print(_, desk) {
  desk.say(SAY.printing);
  try {
    window.print();
    return true;
  } catch {
    complain(SAY.notPrinted, desk); // a browser inside another app may have no such thing
    return false;
  }
}

/**
 * Says what could not be done, where the reader sees it.
 * @param {string} sentence
 * @param {Desk} desk
 */
function complain(sentence, { root, say }) {
  say(sentence);
  part(root, "[data-status]").scrollIntoView({ block: "nearest" });
}

/**
 * Returns what is handed to the device: text, since no device shares a mail or a document of ours.
 * @param {Composition["draft"]} draft
 * @returns {ShareData}
 */
function shared({ subject, text }) {
  return subject === null ? { text } : { title: subject, text };
}

/** @param {Composition} composition */
function gaps({ missing }) {
  return missing.map(({ gap }) => gap);
}

/**
 * Lets a button say for a moment what it has done. It keeps its width, so that its neighbours stay under the reader's hand.
 * @param {HTMLElement} button
 * @param {string} word
 */
function showDone(button, word) {
  moments.get(button)?.();
  const label = button.textContent;
  button.style.minWidth = `${button.getBoundingClientRect().width}px`;
  button.textContent = word;
  const end = () => {
    clearTimeout(timer);
    button.textContent = label;
    button.style.minWidth = "";
  };
  const timer = setTimeout(end, DONE_FOR);
  moments.set(button, end);
}

/**
 * @param {HTMLElement} root
 * @param {string} selector
 */
function part(root, selector) {
  return /** @type {HTMLElement} */ (root.querySelector(selector));
}
