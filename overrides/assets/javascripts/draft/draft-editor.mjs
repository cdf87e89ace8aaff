// What a reader can do with the words of a message: ask why they are there, leave them out, write others, and go back.

import { partAt, read, select, selectionIn, setOpen } from "./editable-text.mjs";
import { explain } from "./explanation.mjs";
import * as paper from "./message-card.mjs";
import { Revision } from "./edit-history.mjs";
import { SAY, leftOut, takenOut } from "../page/sentences.mjs";

/** @typedef {import("../engine/engine.mjs").Draft} Draft */
/** @typedef {{say: (text: string) => void, changed: () => void}} Writer */

export class Reviser {
  /** @type {HTMLElement} */
  #root;

  /** @type {Writer} */
  #writer;

  /** @type {Revision} */
  #revision;

  /** @type {Draft | null} */
  #draft = null;

  #open = false;

  #typing = false;

  #asked = "";

  /**
   * @param {HTMLElement} root  The writer.
   * @param {Writer} writer
   * @param {Revision} revision
   * @param {AbortSignal} signal
   */
  constructor(root, writer, revision, signal) {
    this.#root = root;
    this.#writer = writer;
    this.#revision = revision;
    const card = this.#at("[data-paper]");
    for (const kind of ["input", "compositionend"]) card.addEventListener(kind, (event) => this.#type(event), { signal });
    card.addEventListener("beforeinput", (event) => this.#holdBack(event), { signal });
    card.addEventListener("keydown", (event) => this.#press(event), { signal });
    card.addEventListener("click", ({ target }) => this.#touch(/** @type {Node} */ (target)), { signal });
    card.addEventListener("mouseover", ({ target }) => this.#open || this.#ask(partAt(/** @type {Node} */ (target))), { signal });
    card.addEventListener("focusout", () => this.#typing && this.#settle(), { signal });
    document.addEventListener("selectionchange", () => this.#follow(), { signal });
  }

  /** The reader's own words, by part. */
  get words() {
    return this.#revision.words;
  }

  /** @param {Revision} revision  Of another channel. */
  turnTo(revision) {
    if (revision === this.#revision) return;
    this.#revision = revision;
    this.#typing = false;
  }

  /** Shows the message; where it is the reader who writes it, only to put parts into their places again. @param {Draft} draft */
  show(draft) {
    this.#draft = draft;
    const lost = draft.parts.some(({ name }) => !paper.find(this.#text, name));
    const same = draft.text === this.#text.textContent; // or a line just begun, which is no word yet, would be taken away
    if (!this.#typing || (lost && same)) this.#write(draft);
    this.#at("[data-undo]").hidden = !this.#revision.canUndo;
    this.#at("[data-redo]").hidden = !this.#revision.canRedo;
    this.#listChanges(draft);
    explain(this.#at("[data-why]"), this.#form, draft, this.#asked);
  }

  /** There is no message of the reader's now. */
  rest() {
    this.#draft = null;
    this.#asked = "";
    this.#typing = false;
    this.#edit(false);
  }

  /**
   * Does what a button asks for.
   * @param {HTMLElement} button
   * @returns {boolean}  Whether it was one of these.
   */
  act(button) {
    const draft = this.#draft;
    if (!draft) return false;
    const { dataset } = button;
    if ("edit" in dataset) this.#edit(!this.#open);
    else if ("undo" in dataset) this.#go(() => this.#revision.undo());
    else if ("redo" in dataset) this.#go(() => this.#revision.redo());
    else if ("leaveOut" in dataset) this.#leaveOut(draft);
    else if ("fresh" in dataset) this.#putBack(dataset.fresh || this.#asked);
    else if ("freshAll" in dataset) this.#go(() => this.#revision.putAllBack());
    else if ("strike" in dataset) this.#strike(draft, dataset.strike ?? "");
    else if ("step" in dataset) this.#step(draft, Number(dataset.step));
    else return false;
    return true;
  }

  get #form() {
    return /** @type {HTMLFormElement} */ (this.#root.querySelector("form"));
  }

  get #text() {
    return this.#at("[data-draft]");
  }

  get #subject() {
    return this.#at("[data-subject]");
  }

  /**
   * @param {string} selector
   * @returns {HTMLElement}
   */
  #at(selector) {
    return /** @type {HTMLElement} */ (this.#root.querySelector(selector));
  }

  /** @param {Draft} draft */
  #write(draft) {
    const selection = this.#open ? selectionIn(this.#text) : null;
    paper.write(this.#at("[data-paper]"), draft, this.#open);
    paper.point(this.#text, this.#asked);
    if (selection) select(this.#text, selection);
  }

  /** @param {boolean} open */
  #edit(open) {
    if (open !== this.#open) {
      this.#open = open;
      setOpen(this.#text, open);
      setOpen(this.#subject, open);
      this.#at("[data-edit]").setAttribute("aria-pressed", String(open));
      this.#settle();
      if (open) this.#beginAt(this.#asked);
    }
  }

  /** Puts the cursor at the end of a part, or of the text. @param {string} part */
  #beginAt(part) {
    this.#text.focus();
    const range = document.createRange();
    range.selectNodeContents(paper.find(this.#text, part) ?? this.#text);
    range.collapse(false);
    getSelection()?.removeAllRanges();
    getSelection()?.addRange(range);
  }

  /** The reader has stopped writing: the paper shows the message as it was understood. */
  #settle() {
    this.#typing = false;
    if (this.#draft) this.#write(this.#draft);
  }

  /** Keeps a line end out of the subject, and takes the browser's own undo for ours. @param {Event} event */
  #holdBack(event) {
    const { inputType } = /** @type {InputEvent} */ (event);
    const newLine = inputType === "insertParagraph" || inputType === "insertLineBreak";
    if (newLine && event.target === this.#subject) event.preventDefault();
    if (inputType !== "historyUndo" && inputType !== "historyRedo") return;
    event.preventDefault();
    this.#go(() => (inputType === "historyUndo" ? this.#revision.undo() : this.#revision.redo()));
  }

  /** @param {KeyboardEvent} event */
  #press(event) {
    const key = event.key.toLowerCase();
    if (!this.#open || !(event.ctrlKey || event.metaKey) || event.altKey || !["z", "y"].includes(key)) return;
    event.preventDefault();
    this.#go(() => (key === "y" || event.shiftKey ? this.#revision.redo() : this.#revision.undo()));
  }

  /** The reader has written something. @param {Event} event */
  #type(event) {
    const draft = this.#draft;
    if (!draft || !this.#open || /** @type {InputEvent} */ (event).isComposing) return;
    this.#typing = true;
    const found = read(this.#text, draft);
    found.set("subject", (this.#subject.textContent ?? "").trim());
    const shown = new Map(draft.parts.map((part) => [part.name, wordsOf(part)]));
    if (draft.subject !== null) shown.set("subject", draft.subject);
    const edits = { ...this.#revision.edits };
    let typed = "";
    for (const [part, before] of shown) {
      const words = found.get(part) ?? "";
      if (words === before) continue;
      const from = draft.revised.find(({ name }) => name === part)?.text ?? before;
      if (words === from) delete edits[part];
      else edits[part] = { words, from };
      typed = part;
    }
    if (typed) this.#revision.change(edits, typed);
    if (typed) this.#writer.changed();
  }

  /** @param {() => void} move */
  #go(move) {
    this.#typing = false;
    move();
    this.#writer.changed();
  }

  /** @param {Draft} draft */
  #leaveOut(draft) {
    const part = draft.parts.find(({ name }) => name === this.#asked);
    if (!part) return;
    this.#go(() => this.#revision.put(part.name, "", this.#freshOf(draft, part.name)));
    this.#writer.say(leftOut(part.label));
    this.#at("[data-step='1']").focus();
  }

  /** @param {string} name */
  #putBack(name) {
    const fresh = this.#draft ? this.#freshOf(this.#draft, name) : "";
    this.#go(() => this.#revision.put(name, fresh, fresh));
    this.#writer.say(SAY.putBack);
    this.#at(".writer__message").focus({ preventScroll: true });
  }

  /**
   * Takes one sentence out.
   * @param {Draft} draft
   * @param {string} sentence
   */
  #strike(draft, sentence) {
    const part = draft.parts.find((each) => wordsOf(each).includes(sentence));
    if (!part) return;
    const [before = "", after = ""] = wordsOf(part).split(sentence, 2);
    const words = `${before.trimEnd()} ${after.trimStart()}`.trim();
    this.#go(() => this.#revision.put(part.name, words, this.#freshOf(draft, part.name)));
    this.#writer.say(takenOut(sentence));
    this.#at(".writer__message").focus({ preventScroll: true });
  }

  /**
   * Returns what the answers make of a part now.
   * @param {Draft} draft
   * @param {string} name
   */
  #freshOf(draft, name) {
    const part = draft.parts.find((each) => each.name === name);
    return draft.revised.find((each) => each.name === name)?.text ?? (part ? wordsOf(part) : "");
  }

  /**
   * Goes on to another part.
   * @param {Draft} draft
   * @param {number} by
   */
  #step({ parts }, by) {
    const now = parts.findIndex(({ name }) => name === this.#asked);
    const next = now < 0 && by < 0 ? parts.length - 1 : (now + by + parts.length) % parts.length;
    this.#writer.say(this.#ask(parts[next]?.name ?? ""));
  }

  /** @param {string} name */
  #ask(name) {
    if (!this.#draft || !name) return "";
    this.#asked = name;
    paper.point(this.#text, name);
    return explain(this.#at("[data-why]"), this.#form, this.#draft, name);
  }

  /** Explains what was touched, in sight. @param {Node} place */
  #touch(place) {
    if (this.#ask(partAt(place)) && !this.#open) this.#at("[data-why]").scrollIntoView({ block: "nearest" });
  }

  /** Explains the part that the cursor is in. */
  #follow() {
    const node = getSelection()?.focusNode ?? null;
    if (this.#open && node && this.#text.contains(node)) this.#ask(partAt(node));
  }

  /** @param {Draft} draft */
  #listChanges({ revised }) {
    const { edits } = this.#revision;
    this.#at("[data-changes]").hidden = revised.length === 0;
    this.#at("[data-changes] ul").replaceChildren(
      ...revised.map(({ name, label, text }) => {
        const item = /** @type {HTMLElement} */ (
          /** @type {HTMLTemplateElement} */ (this.#root.querySelector("template[data-change]")).content.firstElementChild?.cloneNode(true)
        );
        const state = edits[name]?.words === "" ? "out" : edits[name]?.from === text ? "own" : "behind";
        for (const each of item.querySelectorAll("[data-is]")) {
          /** @type {HTMLElement} */ (each).hidden = !(each.getAttribute("data-is") ?? "").split(" ").includes(state);
        }
        for (const each of item.querySelectorAll("[data-name]")) each.textContent = label;
        item.querySelector("[data-fresh]")?.setAttribute("data-fresh", name);
        return item;
      }),
    );
  }
}

/** @param {import("../engine/engine.mjs").Part} part */
function wordsOf({ segments }) {
  return segments.map(({ text }) => text).join("");
}
