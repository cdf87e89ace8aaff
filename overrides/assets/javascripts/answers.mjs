// The answers: what stands in the form, and what the tab keeps of it over a reload.

import { ROOT } from "./site-address.mjs";

const MANNER = ["channel", "tone"]; // they say how, and answer nothing
const TODAY = "today"; // filled from the device's clock, because the engine has none

/**
 * Returns everything that is answered, by field, as it was typed; hidden questions too, since their answers are kept.
 * @param {HTMLFormElement} form
 * @returns {Record<string, string>}
 */
export function read(form) {
  /** @type {Record<string, string>} */
  const answers = {};
  for (const [name, value] of new FormData(form)) {
    if (!MANNER.includes(name) && typeof value === "string" && value !== "") answers[name] = value;
  }
  return answers;
}

/**
 * Returns the channel and the tone that are chosen.
 * @param {HTMLFormElement} form
 * @returns {{channel: string, tone: string}}
 */
export function manner(form) {
  const data = new FormData(form);
  return { channel: String(data.get("channel")), tone: String(data.get("tone")) };
}

/**
 * Tells whether the reader has answered anything.
 * @param {HTMLFormElement} form
 */
export function begun(form) {
  return Object.entries(read(form)).some(([name, value]) => value.trim() !== "" && !(name === TODAY && value === today()));
}

/**
 * Fills in the date of the letter where there is none.
 * @param {HTMLFormElement} form
 */
export function fillToday(form) {
  const control = form.elements.namedItem(TODAY);
  if (control instanceof HTMLInputElement && !control.value) control.value = today();
}

/**
 * Keeps the answers for this tab.
 * @param {HTMLFormElement} form
 * @param {string} type
 */
export function keep(form, type) {
  try {
    sessionStorage.setItem(key(type), JSON.stringify({ ...read(form), ...manner(form) }));
  } catch {
    // storage is full or forbidden: the form still holds the answers
  }
}

/**
 * Puts back what this tab has kept.
 * @param {HTMLFormElement} form
 * @param {string} type
 */
export function restore(form, type) {
  for (const [name, value] of Object.entries(kept(type))) {
    const control = form.elements.namedItem(name);
    if (control instanceof HTMLInputElement && control.type === "checkbox") control.checked = control.value === value;
    else if (control instanceof HTMLElement && "value" in control) control.value = value;
    else if (control instanceof RadioNodeList) control.value = value;
  }
}

/**
 * Empties the form and forgets what the tab has kept, of this message and of every other.
 * @param {HTMLFormElement} form
 */
export function clear(form) {
  form.reset();
  try {
    for (const name of Object.keys(sessionStorage)) if (name.startsWith(key(""))) sessionStorage.removeItem(name);
  } catch {
    // nothing can have been kept
  }
}

/**
 * @param {string} type
 * @returns {Record<string, string>}
 */
function kept(type) {
  try {
    return JSON.parse(sessionStorage.getItem(key(type)) ?? "{}");
  } catch {
    return {};
  }
}

/** All sites of one account share an origin, so the path is part of the key. @param {string} type */
export function key(type) {
  return `${ROOT.pathname}answers/${type}`;
}

/** The device's date as 2027-05-11. */
function today() {
  const now = new Date();
  const two = (/** @type {number} */ number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
