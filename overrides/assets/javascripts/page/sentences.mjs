// Every sentence that the writer says while it works; those that stand in the page from the start are in the templates.

export const SAY = {
  ready: "The writer is ready",
  cleared: "Everything is cleared: the form, the message, what this tab kept, and what the writer had in mind",
  copiedLink: "Link copied. It carries your choices and none of your words",
  tookLink: "The choices of your link are filled in",
  tookSomeOfLink: "The link asked for something that this page does not have. The rest is filled in",
  putBack: "These are the words that your answers make",
  copied: "Copied",
  copiedSubject: "Subject copied",
  copiedEverything: "Subject and message copied",
  copyByHand: "Your browser would not copy it. The text is selected: press Ctrl+C, or ⌘C on a Mac",
  tooLong: "Too long for a mail link, so the message is copied: paste it into the empty mail",
  tooLongByHand: "Too long for a mail link. The text is selected: press Ctrl+C, or ⌘C on a Mac, and paste it into the empty mail",
  mailOpens: "If no mail program opens, copy the message instead",
  shared: "Shared",
  notShared: "Your device would not share it. Copy the message instead",
  making: "Making the file",
  notMade: "The file could not be made. Copy the message instead",
  printing: "In the window that opens, choose your printer, or “Save as PDF”",
  notPrinted: "This browser cannot print. Copy the message instead, or open this page in another browser",
};

/** What is said while an invitation is read. */
export const READING = {
  now: "Reading it",
  done: "Read. Look through what it says, and untick what is wrong",
  chosen: "Read. Where you stand is chosen below; what you want, only you know",
  nothing: "Read, and nothing in it can be filled in",
  failed: "It could not be read: paste the text of the email instead",
  unreadable: "Your browser could not open the file: choose it again, or paste the text of the email",
};

/** What is ticked, beside the day of the invitation, where that is near. */
export const SHORT_NOTICE = "There is less than a day to go";

const CERTAINTY = { sure: "", likely: "Likely", unsure: "A guess" };

/**
 * Returns where something stands, how sure that is, and why it is not filled in where it is not.
 * @param {import("../engine/protocol.mjs").Fact} fact
 * @param {string | null | undefined} standing  What the reader has written there; null where the message does not ask for it, none where
 *   there is no message yet.
 */
export function source({ quote, source: place, value, certainty }, standing) {
  const kept = standing && standing !== value ? `You have written “${standing}”, and it stays` : standing ? "Filled in" : "";
  const unasked = standing === null ? "This message does not ask for it" : "";
  return [CERTAINTY[certainty], `From ${place}: “${quote.length > 160 ? `${quote.slice(0, 160)}…` : quote}”`, kept, unasked].filter(Boolean).join(". ");
}

/** @param {string[]} gaps  What the form calls them. */
export function filledIn(gaps) {
  return gaps.length ? `Filled in: ${gaps.join(", ")}` : "Nothing was filled in";
}

/** What a button says for a moment after it has copied, */
export const DONE = "Copied";

/** or has handed a file to the browser. */
export const SAVING = "Saving";

/** Put before the page's title while the summary of problems stands. */
export const TITLE_PREFIX = "Error: ";

/** @param {number} number */
function counted(number) {
  return number === 1 ? "1 word" : `${number} words`;
}

/**
 * Returns how long a message is: in words, and by what counts where it goes.
 * @param {Pick<import("../engine/protocol.mjs").Draft, "words" | "seconds" | "texts" | "room">} draft
 */
export function length({ words, seconds, texts, room }) {
  const count = counted(words);
  if (room) return `${count}, ${room.taken} characters. A LinkedIn invitation may take no more than ${room.given}; a message to a contact has room`;
  if (texts !== null) return `${count}, sent as ${texts === 1 ? "1 text" : `${texts} texts`}`;
  return seconds === null ? count : `${count}, about ${seconds} seconds aloud`;
}

/** @param {number} words */
export function updated(words) {
  return `Message updated, ${counted(words)}`;
}

/** What stands before the names of the answers that made a part. */
export const fromAnswers = "Made from your answers: ";

/** @param {string} words */
export function freshWords(words) {
  return `You wrote this yourself. From your answers it would be: “${words}”`;
}

/** @param {string} label  Of a part. */
export function leftOut(label) {
  return `Left out: ${label}. It can be put back under “Your changes”`;
}

/** @param {string} sentence */
export function takenOut(sentence) {
  return `Taken out: “${sentence}”`;
}

/** @param {string} sentence */
export function takeOut(sentence) {
  return `Take out “${sentence}”`;
}

/** @param {string} link */
export function linkByHand(link) {
  return `Your browser would not copy it. The link is ${link}`;
}

/**
 * Returns the message under its subject, as the file of plain text has it too.
 * @param {string} subject
 * @param {string} text
 */
export function everything(subject, text) {
  return `Subject: ${subject}\n\n${text}`;
}

/** @param {string} name  Of a file. */
export function saving(name) {
  return `Your browser is saving ${name}`;
}

/**
 * @param {string} sentence
 * @param {string[]} gaps  Their names, as they stand in square brackets.
 */
export function withGaps(sentence, gaps) {
  const count = gaps.length === 1 ? "1 gap" : `${gaps.length} gaps`;
  return gaps.length ? `${sentence}, with ${count} still to fill: ${gaps.join(", ")}` : sentence;
}

/** @param {string} gap */
export function enter(gap) {
  const standsAlone = /^(your|their|our|my|his|her|the|an?|what|who|how|why|when|where|today)\b/i.test(gap);
  return standsAlone ? `Enter ${gap}` : `Enter the ${gap}`;
}

/**
 * @param {number} loaded  Bytes so far.
 * @param {number} total   Bytes in all, or NaN where that is not known.
 */
export function progress(loaded, total) {
  const megabytes = (/** @type {number} */ bytes) => (bytes / 1e6).toFixed(1);
  if (!loaded) return "";
  return total ? `: ${megabytes(loaded)} of ${megabytes(total)} MB` : `: ${megabytes(loaded)} MB so far`;
}

/** @param {number} bytes  What would travel, or 0 where that is not known. */
export function load(bytes) {
  return bytes ? `Load the writer (${(bytes / 1e6).toFixed(1)} MB)` : "Load the writer";
}
