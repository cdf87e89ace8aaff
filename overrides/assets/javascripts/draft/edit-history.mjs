// What the reader has changed in a message, part by part, with a way back. It is kept in this tab alone.

import { storageKey } from "../form/answers.mjs";

/** @typedef {{words: string, from: string}} Edit  The reader's words, empty where the part is left out, and the words they stand for. */
/** @typedef {Readonly<Record<string, Edit>>} Edits  By part. */

const ONE_STEP = 1_000; // ms: what is typed into one part with no longer pause between is undone together

export class EditHistory {
  /** @type {Edits[]} */
  #steps;

  #now = 0;

  /** @type {{part: string, time: number} | null} */
  #typed = null;

  #key;

  /**
   * Takes up what the tab has kept.
   * @param {string} type
   * @param {string} channel
   */
  constructor(type, channel) {
    this.#key = storageKey(`${type}/${channel}`);
    this.#steps = [stored(this.#key)];
  }

  /** @returns {Edits} */
  get edits() {
    return this.#steps[this.#now] ?? {};
  }

  /** The words alone, by part, as the engine wants them. */
  get words() {
    return Object.fromEntries(Object.entries(this.edits).map(([part, { words }]) => [part, words]));
  }

  get canUndo() {
    return this.#now > 0;
  }

  get canRedo() {
    return this.#now < this.#steps.length - 1;
  }

  /**
   * Takes a new step.
   * @param {Edits} edits
   * @param {string} typed  The part that is being typed in, if one is.
   */
  record(edits, typed = "") {
    const time = Date.now();
    const goesOn = typed !== "" && this.#typed?.part === typed && time - this.#typed.time < ONE_STEP && this.canUndo;
    this.#steps = [...this.#steps.slice(0, goesOn ? this.#now : this.#now + 1), edits];
    this.#typed = typed ? { part: typed, time } : null;
    this.#enter(this.#steps.length - 1);
  }

  /**
   * Puts other words in the place of a part; empty ones leave it out, and those that it was made with end the edit.
   * @param {string} part
   * @param {string} words
   * @param {string} from  What the answers make of it now.
   */
  replacePart(part, words, from) {
    const { [part]: _, ...others } = this.edits;
    this.record(words === from ? others : { ...others, [part]: { words, from } });
  }

  /** Lets every part follow the answers again. */
  resetAll() {
    this.record({});
  }

  undo() {
    if (this.canUndo) this.#enter(this.#now - 1);
  }

  redo() {
    if (this.canRedo) this.#enter(this.#now + 1);
  }

  /** @param {number} step */
  #enter(step) {
    this.#now = step;
    try {
      if (Object.keys(this.edits).length) sessionStorage.setItem(this.#key, JSON.stringify(this.edits));
      else sessionStorage.removeItem(this.#key);
    } catch {
      // storage is full or forbidden: the page still holds the edits
    }
  }
}

/**
 * @param {string} name
 * @returns {Edits}
 */
function stored(name) {
  try {
    const found = JSON.parse(sessionStorage.getItem(name) ?? "{}");
    const whole = Object.entries(found).filter(([, edit]) => typeof edit?.words === "string" && typeof edit?.from === "string");
    return Object.fromEntries(whole);
  } catch {
    return {};
  }
}
