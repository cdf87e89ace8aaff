// The answers: what stands in the form, and what the tab keeps of it over a reload and from one message to the next.

import { ROOT } from "../page/address.mjs";
import { localTime } from "../page/clock.mjs";

const STYLE = ["channel", "tone", "length", "locale"]; // they say how, and answer nothing
/** The name of the question for the English, which is the reader's own, whatever the message. */
export const LOCALE = "locale";
const TODAY = "today"; // filled from the device's clock, because the engine has none
const SHARED = ""; // kept for every message: whatever is typed. What is chosen is kept for its own message alone.

/** The date that was filled in and not typed. */
let filled = "";

/**
 * Returns everything that is answered, by field, as it was typed; hidden questions too, since their answers are kept.
 * @param {HTMLFormElement} form
 * @returns {Record<string, string>}
 */
export function read(form) {
  /** @type {Record<string, string>} */
  const answers = {};
  for (const [name, value] of new FormData(form)) {
    if (!STYLE.includes(name) && typeof value === "string" && value !== "") answers[name] = value;
  }
  return answers;
}

/**
 * Returns how the message is to be: its channel, tone, length and English. What a form does not ask is empty.
 * @param {HTMLFormElement} form
 */
export function style(form) {
  const data = new FormData(form);
  const [channel, tone, length, locale] = /** @type {[string, string, string, string]} */ (STYLE.map((name) => String(data.get(name) ?? "")));
  return { channel, tone, length, locale };
}

/**
 * Returns what is chosen or ticked, by the name of its question, and nothing that is typed.
 * @param {HTMLFormElement} form
 * @returns {Record<string, string>}
 */
export function choicesOf(form) {
  const given = { ...style(form), ...read(form) };
  return Object.fromEntries(Object.entries(given).filter(([name]) => !textControls(form).some((control) => control.name === name)));
}

/**
 * Tells whether the reader has answered anything.
 * @param {HTMLFormElement} form
 */
export function hasAnswers(form) {
  return Object.entries(read(form)).some(([name, value]) => value.trim() !== "" && !(name === TODAY && value === filled));
}

/**
 * Fills in the date of the letter, and anew on another day, unless the reader has changed it.
 * @param {HTMLFormElement} form
 */
export function fillToday(form) {
  const control = form.elements.namedItem(TODAY);
  if (control instanceof HTMLInputElement && control.value === filled) control.value = filled = today();
}

/**
 * Keeps the answers for this tab.
 * @param {HTMLFormElement} form
 * @param {string} type
 */
export function keep(form, type) {
  const { [LOCALE]: locale = "", ...choices } = choicesOf(form);
  const { [TODAY]: typed = "" } = read(form);
  const words = { ...Object.fromEntries(textControls(form).map(({ name, value }) => [name, value])), [LOCALE]: locale };
  const common = Object.entries({ ...stored(SHARED), ...words }).filter(([name, value]) => value !== "" && name !== TODAY);
  try {
    sessionStorage.setItem(storageKey(SHARED), JSON.stringify(Object.fromEntries(common)));
    sessionStorage.setItem(storageKey(type), JSON.stringify({ ...choices, [TODAY]: typed === filled ? "" : typed }));
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
  filled = "";
  /** @type {Record<string, string | undefined>} */
  const texts = { ...stored(SHARED), [TODAY]: stored(type)[TODAY] };
  for (const control of textControls(form)) control.value = texts[control.name] ?? "";
  choose(form, { [LOCALE]: texts[LOCALE] ?? usualLocale(form), ...stored(type) });
}

/**
 * Returns the English of the country that the reader's browser is set up for, or that of everybody else.
 * @param {HTMLFormElement} form
 */
function usualLocale(form) {
  const region = /-([A-Z]{2})\b/.exec(navigator.language)?.[1]; // Intl.Locale would throw at the “C” of a device without a language
  const locales = [...form.querySelectorAll("input")].filter(({ name }) => name === LOCALE);
  const regions = (/** @type {HTMLInputElement} */ { dataset }) => (dataset.regions ?? "").split(" ");
  return locales.find((each) => region && regions(each).includes(region))?.value ?? locales.find(({ dataset }) => !dataset.regions)?.value ?? "";
}

/**
 * Takes over choices; a value that a question does not have is passed over.
 * @param {HTMLFormElement} form
 * @param {Record<string, string>} choices  By the name of the question.
 * @returns {string[]}  The names of those that could not be taken over.
 */
export function choose(form, choices) {
  const boxes = [...form.elements].filter((each) => each instanceof HTMLInputElement).filter(isChosen);
  return Object.entries(choices).flatMap(([name, value]) => {
    const box = boxes.find((each) => each.name === name && each.value === value);
    if (box) box.checked = true;
    return box ? [] : [name];
  });
}

/**
 * Empties the form and forgets all that the tab has kept of this message and of every other.
 * @param {HTMLFormElement} form
 */
export function clear(form) {
  form.reset();
  filled = "";
  choose(form, { [LOCALE]: usualLocale(form) });
  try {
    for (const name of Object.keys(sessionStorage)) if (name.startsWith(storageKey(""))) sessionStorage.removeItem(name);
  } catch {
    // nothing can have been kept
  }
}

/** All sites of one account share an origin, so the path is part of the key. @param {string} name */
export function storageKey(name) {
  return `${ROOT.pathname}answers/${name}`;
}

/**
 * Returns the texts that are kept under a name; whatever else may stand there is nobody's answer.
 * @param {string} name
 * @returns {Record<string, string>}
 */
function stored(name) {
  try {
    const found = Object.entries(JSON.parse(sessionStorage.getItem(storageKey(name)) ?? "{}"));
    return Object.fromEntries(found.flatMap(([field, text]) => (typeof text === "string" ? [[field, text]] : [])));
  } catch {
    return {};
  }
}

/**
 * Returns the controls that a person types in.
 * @param {HTMLFormElement} form
 * @returns {(HTMLInputElement | HTMLTextAreaElement)[]}
 */
function textControls(form) {
  /** @param {Element} each @returns {each is HTMLInputElement | HTMLTextAreaElement} */
  const isTyped = (each) => each instanceof HTMLTextAreaElement || (each instanceof HTMLInputElement && !isChosen(each));
  return [...form.elements].filter(isTyped).filter(({ name }) => name !== ""); // where an invitation is brought, nothing has a name
}

/** @param {HTMLInputElement} control */
function isChosen({ type }) {
  return type === "radio" || type === "checkbox";
}

/** The device's date as 2027-05-11. */
function today() {
  return localTime().slice(0, 10);
}
