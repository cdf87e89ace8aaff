// What a reader can do with the words of a message: ask why they are there, leave them out, write others, and go back.

import { partAt, restoreSelection, selectionIn, setEditable, wordsByPart } from "./editable-text.mjs";
import { explain } from "./explanation.mjs";
import * as card from "./message-card.mjs";
import { EditHistory } from "./edit-history.mjs";
import { SAY, leftOut, takenOut } from "../page/sentences.mjs";

/** @typedef {import("../engine/protocol.mjs").Draft} Draft */
/** @typedef {{say: (text: string) => void, changed: () => void}} Writer */

export class DraftEditor {
  /** @type {HTMLElement} */
  #root;

  /** @type {Writer} */
  #writer;

  /** @type {EditHistory} */
  #history;

  /** @type {Draft | null} */
  #draft = null;

  #editing = false;

  #typing = false;

  #explained = "";

  /**
   * @param {HTMLElement} root  The writer.
   * @param {Writer} writer
   * @param {EditHistory} history
   * @param {AbortSignal} signal
   */
  constructor(root, writer, history, signal) {
    this.#root = root;
    this.#writer = writer;
    this.#history = history;
    const paper = this.#at("[data-paper]");
    for (const kind of ["input", "compositionend"]) paper.addEventListener(kind, (event) => this.#readInput(event), { signal });
    paper.addEventListener("beforeinput", (event) => this.#interceptInput(event), { signal });
    paper.addEventListener("keydown", (event) => this.#handleKey(event), { signal });
    paper.addEventListener("click", ({ target }) => this.#explainTouched(/** @type {Node} */ (target)), { signal });
    paper.addEventListener("mouseover", ({ target }) => this.#editing || this.#explain(partAt(/** @type {Node} */ (target))), { signal });
    paper.addEventListener("focusout", () => this.#typing && this.#finishTyping(), { signal });
    document.addEventListener("selectionchange", () => this.#explainAtCursor(), { signal });
  }

  /** The reader's own words, by part. */
  get words() {
    return this.#history.words;
  }

  /** @param {EditHistory} history  Of another channel. */
  useHistory(history) {
    if (history === this.#history) return;
    this.#history = history;
    this.#typing = false;
  }

  /** Shows the message; where it is the reader who writes it, only to put parts into their places again. @param {Draft} draft */
  show(draft) {
    this.#draft = draft;
    const lost = draft.parts.some(({ name }) => !card.findPart(this.#text, name));
    const same = draft.text === this.#text.textContent; // or a line just begun, which is no word yet, would be taken away
    if (!this.#typing || (lost && same)) this.#write(draft);
    this.#at("[data-undo]").hidden = !this.#history.canUndo;
    this.#at("[data-redo]").hidden = !this.#history.canRedo;
    this.#listChanges(draft);
    explain(this.#at("[data-why]"), this.#form, draft, this.#explained);
  }

  /** There is no message of the reader's now. */
  close() {
    this.#draft = null;
    this.#explained = "";
    this.#typing = false;
    this.#setEditing(false);
  }

  /**
   * Does what a button asks for.
   * @param {HTMLElement} button
   * @returns {boolean}  Whether it was one of these.
   */
  handle(button) {
    const draft = this.#draft;
    if (!draft) return false;
    const { dataset } = button;
    if ("edit" in dataset) this.#setEditing(!this.#editing);
    else if ("undo" in dataset) this.#moveHistory(() => this.#history.undo());
    else if ("redo" in dataset) this.#moveHistory(() => this.#history.redo());
    else if ("leaveOut" in dataset) this.#leaveOut(draft);
    else if ("fresh" in dataset) this.#putBack(dataset.fresh || this.#explained);
    else if ("freshAll" in dataset) this.#moveHistory(() => this.#history.resetAll());
    else if ("strike" in dataset) this.#takeOut(draft, dataset.strike ?? "");
    else if ("step" in dataset) this.#explainNext(draft, Number(dataset.step));
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
    const selection = this.#editing ? selectionIn(this.#text) : null;
    card.showDraft(this.#at("[data-paper]"), draft, this.#editing);
    card.highlightPart(this.#text, this.#explained);
    if (selection) restoreSelection(this.#text, selection);
  }

  /** @param {boolean} open */
  #setEditing(open) {
    if (open !== this.#editing) {
      this.#editing = open;
      setEditable(this.#text, open);
      setEditable(this.#subject, open);
      this.#at("[data-edit]").setAttribute("aria-pressed", String(open));
      this.#finishTyping();
      if (open) this.#placeCursor(this.#explained);
    }
  }

  /** Puts the cursor at the end of a part, or of the text. @param {string} part */
  #placeCursor(part) {
    this.#text.focus();
    const range = document.createRange();
    range.selectNodeContents(card.findPart(this.#text, part) ?? this.#text);
    range.collapse(false);
    getSelection()?.removeAllRanges();
    getSelection()?.addRange(range);
  }

  /** The reader has stopped writing: the paper shows the message as it was understood. */
  #finishTyping() {
    this.#typing = false;
    if (this.#draft) this.#write(this.#draft);
  }

  /** Keeps a line end out of the subject, and takes the browser's own undo for ours. @param {Event} event */
  #interceptInput(event) {
    const { inputType } = /** @type {InputEvent} */ (event);
    const newLine = inputType === "insertParagraph" || inputType === "insertLineBreak";
    if (newLine && event.target === this.#subject) event.preventDefault();
    if (inputType !== "historyUndo" && inputType !== "historyRedo") return;
    event.preventDefault();
    this.#moveHistory(() => (inputType === "historyUndo" ? this.#history.undo() : this.#history.redo()));
  }

  /** @param {KeyboardEvent} event */
  #handleKey(event) {
    const key = event.key.toLowerCase();
    if (!this.#editing || !(event.ctrlKey || event.metaKey) || event.altKey || !["z", "y"].includes(key)) return;
    event.preventDefault();
    this.#moveHistory(() => (key === "y" || event.shiftKey ? this.#history.redo() : this.#history.undo()));
  }

  /** The reader has written something. @param {Event} event */
  #readInput(event) {
    const draft = this.#draft;
    if (!draft || !this.#editing || /** @type {InputEvent} */ (event).isComposing) return;
    this.#typing = true;
    const found = wordsByPart(this.#text, draft);
    found.set("subject", (this.#subject.textContent ?? "").trim());
    const shown = new Map(draft.parts.map((part) => [part.name, wordsOf(part)]));
    if (draft.subject !== null) shown.set("subject", draft.subject);
    const edits = { ...this.#history.edits };
    let typed = "";
    for (const [part, before] of shown) {
      const words = found.get(part) ?? "";
      if (words === before) continue;
      const from = draft.revised.find(({ name }) => name === part)?.text ?? before;
      if (words === from) delete edits[part];
      else edits[part] = { words, from };
      typed = part;
    }
    if (typed) this.#history.record(edits, typed);
    if (typed) this.#writer.changed();
  }

  /** @param {() => void} move */
  #moveHistory(move) {
    this.#typing = false;
    move();
    this.#writer.changed();
  }

  /** @param {Draft} draft */
  #leaveOut(draft) {
    const part = draft.parts.find(({ name }) => name === this.#explained);
    if (!part) return;
    this.#moveHistory(() => this.#history.replacePart(part.name, "", this.#wordsFromAnswers(draft, part.name)));
    this.#writer.say(leftOut(part.label));
    this.#at("[data-step='1']").focus();
  }

  /** @param {string} name */
  #putBack(name) {
    const fresh = this.#draft ? this.#wordsFromAnswers(this.#draft, name) : "";
    this.#moveHistory(() => this.#history.replacePart(name, fresh, fresh));
    this.#writer.say(SAY.putBack);
    this.#at(".writer__message").focus({ preventScroll: true });
  }

  /**
   * Takes one sentence out.
   * @param {Draft} draft
   * @param {string} sentence
   */
  #takeOut(draft, sentence) {
    const part = draft.parts.find((each) => wordsOf(each).includes(sentence));
    if (!part) return;
    const [before = "", after = ""] = wordsOf(part).split(sentence, 2);
    const words = `${before.trimEnd()} ${after.trimStart()}`.trim();
    this.#moveHistory(() => this.#history.replacePart(part.name, words, this.#wordsFromAnswers(draft, part.name)));
    this.#writer.say(takenOut(sentence));
    this.#at(".writer__message").focus({ preventScroll: true });
  }

  /**
   * Returns what the answers make of a part now.
   * @param {Draft} draft
   * @param {string} name
   */
  #wordsFromAnswers(draft, name) {
    const part = draft.parts.find((each) => each.name === name);
    return draft.revised.find((each) => each.name === name)?.text ?? (part ? wordsOf(part) : "");
  }

  /**
   * Goes on to another part.
   * @param {Draft} draft
   * @param {number} by
   */
  #explainNext({ parts }, by) {
    const now = parts.findIndex(({ name }) => name === this.#explained);
    const next = now < 0 && by < 0 ? parts.length - 1 : (now + by + parts.length) % parts.length;
    this.#writer.say(this.#explain(parts[next]?.name ?? ""));
  }

  /** @param {string} name */
  #explain(name) {
    if (!this.#draft || !name) return "";
    this.#explained = name;
    card.highlightPart(this.#text, name);
    return explain(this.#at("[data-why]"), this.#form, this.#draft, name);
  }

  /** Explains what was touched, in sight. @param {Node} place */
  #explainTouched(place) {
    if (place instanceof Element && place.closest("[data-to]")) return; // a gap leads to its question
    if (this.#explain(partAt(place)) && !this.#editing) this.#at("[data-why]").scrollIntoView({ block: "nearest" });
  }

  /** Explains the part that the cursor is in. */
  #explainAtCursor() {
    const node = getSelection()?.focusNode ?? null;
    if (this.#editing && node && this.#text.contains(node)) this.#explain(partAt(node));
  }

  /** @param {Draft} draft */
  #listChanges({ revised }) {
    const { edits } = this.#history;
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

/** @param {import("../engine/protocol.mjs").Part} part */
function wordsOf({ segments }) {
  return segments.map(({ text }) => text).join("");
}
