// Ways to take a finished message away. Each says what it did, and what it could not do.

import * as invitationStore from "../invitation/invitation-store.mjs";
import { copy, select } from "../page/clipboard.mjs";
import { ask } from "../engine/engine.mjs";
import { save } from "../page/save-file.mjs";
import { chosenPaperSize } from "./paper-size.mjs";
import { DONE, SAVING, SAY, everything, saving, withGaps } from "../page/sentences.mjs";

/** @typedef {import("../engine/protocol.mjs").Composition} Composition */
/** @typedef {import("../engine/protocol.mjs").ComposeRequest} ComposeRequest */
/**
 * @typedef {object} Context  What a delivery works with.
 * @property {HTMLElement} root  The writer.
 * @property {Composition} composition  The message as it stands on the paper.
 * @property {() => ComposeRequest} request  Returns what the engine would be asked for the message as it stands now.
 * @property {(text: string) => void} say  Shows and speaks one sentence.
 */
/** @typedef {(button: HTMLElement, context: Context) => Promise<boolean>} Delivery  Whether it took the whole message away. */

const DONE_FOR = 2_000; // ms that a button says what it has done
const DOUBLE_CLICK = 500; // ms in which a second click is no wish of its own
const AT_ONCE = 1_000; // ms that nobody needs to be told of

/** Which button goes which way. @type {Record<string, Delivery>} */
const DELIVERIES = {
  "[data-copy]": copyPart,
  "[data-mailto]": openMail,
  "[data-share]": share,
  "[data-export]": saveFile,
  "[data-reply]": saveReply,
  "[data-print]": print,
};

/** What every button matches that takes the message away. */
export const BUTTONS = Object.keys(DELIVERIES).join(", ");

/** The buttons that are at work. @type {WeakSet<HTMLElement>} */
const busy = new WeakSet();

/** Ends the moment in which a button says what it has done. @type {WeakMap<HTMLElement, () => void>} */
const doneLabels = new WeakMap();

/**
 * Shows the ways that this message can go.
 * @param {HTMLElement} root
 * @param {Composition} composition
 * @param {Record<string, string>} answers
 */
export function showDeliveries(root, { draft, mailto }, answers) {
  part(root, "[data-copy=subject]").hidden = draft.subject === null;
  part(root, "[data-copy=everything]").hidden = draft.subject === null;
  part(root, "[data-mailto]").hidden = mailto === null;
  part(root, "[data-export=eml]").hidden = mailto === null;
  part(root, "#delivery-eml").hidden = mailto === null;
  const asked = invitationStore.get()?.invitation.answerable === true; // by a calendar that waits for a reply
  const answerable = asked && draft.declines;
  for (const each of root.querySelectorAll("[data-answerable]")) /** @type {HTMLElement} */ (each).hidden = !answerable;
  for (const each of root.querySelectorAll("[data-unanswerable]")) /** @type {HTMLElement} */ (each).hidden = asked;
  part(root, "[data-undecided]").hidden = !asked || answerable;
  part(root, "[data-reply=eml]").hidden = !answerable || mailto === null;
  part(root, "[data-dated]").hidden = answerable || !answers.interview_when;
  if (mailto) part(root, "[data-mailto]").setAttribute("href", mailto.url);
  part(root, "[data-share]").hidden = !navigator.canShare?.(shared(draft));
}

/**
 * Does what the button names; it is called at once in the click, before anything is waited for.
 * @param {Event} click
 * @param {HTMLElement} button
 * @param {Context} context
 * @returns {Promise<boolean>}  Whether the whole message was taken away, so that what is missing in it should be said.
 */
export async function deliver(click, button, context) {
  const handle = Object.entries(DELIVERIES).find(([selector]) => button.matches(selector))?.[1];
  if (!handle || busy.has(button)) {
    click.preventDefault();
    return false;
  }
  busy.add(button);
  try {
    return await handle(button, context);
  } finally {
    setTimeout(() => busy.delete(button), DOUBLE_CLICK);
  }
}

/** @type {Delivery} */
async function copyPart(button, context) {
  const { root, composition, say } = context;
  const { draft } = composition;
  const subject = draft.subject ?? "";
  const parts = {
    message: { text: draft.text, place: "[data-draft]", said: withGaps(SAY.copied, gapsOf(composition)) },
    subject: { text: subject, place: "[data-subject]", said: SAY.copiedSubject },
    everything: { text: everything(subject, draft.text), place: "[data-paper] .message", said: withGaps(SAY.copiedEverything, gapsOf(composition)) },
  };
  const name = /** @type {keyof typeof parts} */ (button.dataset.copy);
  const { text, place, said } = parts[name];
  if (!(await copy(text))) {
    select(part(root, place));
    complain(SAY.copyByHand, context);
    return false;
  }
  showDone(button, DONE);
  say(said);
  return name !== "subject";
}

/**
 * The link itself opens the mail program; a message that is too long for a link goes by the clipboard.
 * @type {Delivery}
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

/** @type {Delivery} */
async function share(_, context) {
  const { composition, say } = context;
  try {
    await navigator.share(shared(composition.draft));
  } catch (error) {
    if (/** @type {Error} */ (error).name !== "AbortError") complain(SAY.notShared, context);
    return false; // or the reader has thought better of it, which needs no words
  }
  say(withGaps(SAY.shared, gapsOf(composition)));
  return true;
}

/** @type {Delivery} */
function saveFile(button, context) {
  return makeFile(button, context, { to: button.dataset.export ?? "" }, () => SAY.notMade);
}

/**
 * Makes something of the invitation too; where that cannot be, the engine says why.
 * @type {Delivery}
 */
function saveReply(button, context) {
  const wanted = { to: button.dataset.reply ?? "", ...invitationStore.requestFields(), also: alsoTell(context.root) };
  return makeFile(button, context, wanted, ({ message }) => message || SAY.notMade);
}

/**
 * @param {HTMLElement} button
 * @param {Context} context
 * @param {Pick<import("../engine/protocol.mjs").ExportRequest, "to"> & Partial<import("../engine/protocol.mjs").ExportRequest>} wanted
 * @param {(error: Error) => string} excuse  Returns what is said where it cannot be made.
 * @returns {Promise<boolean>}
 */
async function makeFile(button, context, wanted, excuse) {
  const { root, composition, request, say } = context;
  const slow = setTimeout(() => say(SAY.making), AT_ONCE);
  try {
    const file = await ask({ ...request(), paper: chosenPaperSize(root), ...wanted, request: "export" });
    save(file);
    showDone(button, SAVING);
    say(withGaps(saving(file.name), gapsOf(composition)));
    return true;
  } catch (error) {
    complain(excuse(/** @type {Error} */ (error)), context);
    return false;
  } finally {
    clearTimeout(slow);
  }
}

/**
 * Returns to whom a note goes besides, by the message type of the note.
 * @param {HTMLElement} root
 */
function alsoTell(root) {
  const named = [.../** @type {NodeListOf<HTMLInputElement>} */ (root.querySelectorAll("input[data-also]"))].filter(({ value }) => value.trim());
  return Object.fromEntries(named.map(({ dataset, value }) => [dataset.also ?? "", { recipient: value.trim() }]));
}

/** @type {Delivery} */
async function print(_, context) {
  context.say(SAY.printing);
  try {
    window.print();
    return true;
  } catch {
    complain(SAY.notPrinted, context); // a browser inside another app may have no such thing
    return false;
  }
}

/**
 * Says what could not be done, where the reader sees it.
 * @param {string} sentence
 * @param {Context} context
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
function gapsOf({ missing }) {
  return missing.map(({ gap }) => gap);
}

/**
 * Lets a button say for a moment what it has done. It keeps its width, so that its neighbours stay under the reader's hand.
 * @param {HTMLElement} button
 * @param {string} word
 */
function showDone(button, word) {
  doneLabels.get(button)?.();
  const label = button.textContent;
  button.style.minWidth = `${button.getBoundingClientRect().width}px`;
  button.textContent = word;
  const end = () => {
    clearTimeout(timer);
    button.textContent = label;
    button.style.minWidth = "";
  };
  const timer = setTimeout(end, DONE_FOR);
  doneLabels.set(button, end);
}

/**
 * @param {HTMLElement} root
 * @param {string} selector
 */
function part(root, selector) {
  return /** @type {HTMLElement} */ (root.querySelector(selector));
}
