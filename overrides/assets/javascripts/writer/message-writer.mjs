// The writer: a form, the message that it makes, and what can be done with the message.

import * as answers from "../form/answers.mjs";
import { apply, cleanAddress, isShareLink, shareLink } from "../form/share-link.mjs";
import { copy } from "../page/clipboard.mjs";
import { BUTTONS, deliver, showDeliveries } from "../delivery/delivery.mjs";
import { ask, forget, restart, start, subscribe, waitsForConsent, weight } from "../engine/engine.mjs";
import { showAdvice, showFindings } from "../draft/findings.mjs";
import * as card from "../draft/message-card.mjs";
import { dropMended, problemsOf, showErrors, showList } from "../form/problems.mjs";
import { goTo, hideIdle, openMore, showNotes } from "../form/questions.mjs";
import { DraftEditor } from "../draft/draft-editor.mjs";
import { EditHistory } from "../draft/edit-history.mjs";
import { followPaperSize } from "../delivery/paper-size.mjs";
import { SAY, length, linkByHand, load, progress, updated } from "../page/sentences.mjs";

/** @typedef {import("../engine/protocol.mjs").Composition} Composition */
/** @typedef {import("../engine/engine.mjs").State} State */

const NEAR = "50% 0px"; // half a screen away, the writer begins to load
const PAUSE = 1_000; // ms without a change before the update is spoken

/** `<message-writer type="slug" data-state="example|loading|ready|failed">`, around the markup of partials/message-page.html. */
export class MessageWriter extends HTMLElement {
  /** @type {Composition | null} */
  #composition = null;

  /** Which of the answers' states the latest request was for; an older response is dropped. */
  #latest = 0;

  #asking = false;

  #pause = 0;

  /** @type {AbortController | null} */
  #connection = null;

  /** @type {DraftEditor | null} */
  #editor = null;

  /** What was changed in each channel's message; each has words of its own. @type {Map<string, EditHistory>} */
  #histories = new Map();

  connectedCallback() {
    this.#connection = new AbortController();
    const { signal } = this.#connection;
    answers.restore(this.#form, this.#type);
    this.#takeLink();
    openMore(this.#form, Object.keys(answers.read(this.#form)));
    answers.fillToday(this.#form);
    followPaperSize(this);
    this.#form.hidden = false;
    this.#part("[data-tools]").hidden = false;
    const writer = { say: (/** @type {string} */ text) => this.#say(text), changed: () => this.#refresh() };
    this.#editor = new DraftEditor(this, writer, this.#history, signal);
    this.#form.addEventListener("input", () => this.#handleInput(), { signal });
    this.#form.addEventListener("focusin", () => this.#approach(), { signal });
    this.#form.addEventListener("submit", (event) => event.preventDefault(), { signal });
    this.addEventListener("click", (event) => this.#click(event), { signal });
    this.addEventListener("invitation", () => this.#composition && showDeliveries(this, this.#composition, answers.read(this.#form)), { signal });
    addEventListener("hashchange", () => this.#takeLink() && this.#handleInput(), { signal });
    const near = (/** @type {IntersectionObserverEntry[]} */ entries) => entries.some((entry) => entry.isIntersecting) && this.#approach();
    const sight = new IntersectionObserver(near, { rootMargin: NEAR });
    sight.observe(this);
    const unsubscribe = subscribe((state) => this.#showState(state));
    signal.addEventListener("abort", () => {
      sight.disconnect();
      unsubscribe();
      clearTimeout(this.#pause);
    });
    this.#refresh();
  }

  disconnectedCallback() {
    this.#connection?.abort();
  }

  /** @returns {HTMLFormElement} */
  get #form() {
    return /** @type {HTMLFormElement} */ (this.querySelector("form"));
  }

  /** What the reader has changed in the message of the channel that is chosen. */
  get #history() {
    const { channel } = answers.style(this.#form);
    const found = this.#histories.get(channel) ?? new EditHistory(this.#type, channel);
    this.#histories.set(channel, found);
    return found;
  }

  get #type() {
    return this.getAttribute("type") ?? "";
  }

  /**
   * @param {string} selector
   * @returns {HTMLElement}
   */
  #part(selector) {
    return /** @type {HTMLElement} */ (this.querySelector(selector));
  }

  /** The reader is about to need the engine. */
  async #approach() {
    if (!waitsForConsent()) return start();
    if (!this.#part("[data-consent]").hidden) return;
    this.#part("[data-engine]").hidden = false;
    this.#part("[data-consent]").hidden = false;
    this.#part("[data-load]").textContent = load(await weight().catch(() => 0));
  }

  /** The reader has answered, or chosen another channel or tone. */
  #handleInput() {
    answers.keep(this.#form, this.#type);
    this.#say("");
    this.#refresh();
  }

  /** Brings the form and the message up to the answers. */
  #refresh() {
    this.#latest += 1;
    hideIdle(this.#form);
    this.#editor?.useHistory(this.#history);
    if (answers.hasAnswers(this.#form)) this.#compose();
    else this.#showExample();
  }

  #showExample() {
    const { channel, tone } = answers.style(this.#form);
    this.#composition = null;
    this.#editor?.close();
    card.showExample(this.#part("[data-paper]"), document.querySelector(`[data-example="${CSS.escape(`${channel} ${tone}`)}"]`));
    this.#showOnly("example");
    this.#part("[data-length]").hidden = true;
    showList(this.#part("[data-gaps]"), []);
    showFindings(this.#part("[data-advice]"), []);
    showAdvice(this.#part("[data-beforehand]"), null);
    showNotes(this.#form, []);
    showErrors(this.#form, this.#part("[data-problems]"), []);
  }

  /**
   * What to ask for the message as the answers and the reader's own words make it now.
   * @returns {import("../engine/protocol.mjs").ComposeRequest}
   */
  #request() {
    return { request: "compose", type: this.#type, ...answers.style(this.#form), answers: answers.read(this.#form), edits: this.#editor?.words ?? {} };
  }

  /** Asks for the message, one request at a time, until it is the one for the answers as they are. */
  async #compose() {
    if (this.#asking || waitsForConsent()) return;
    this.#busy(true);
    let asked = 0;
    try {
      while (asked !== this.#latest && answers.hasAnswers(this.#form)) {
        asked = this.#latest;
        const composition = await ask(this.#request());
        if (asked === this.#latest) this.#showMessage(composition);
      }
    } catch (error) {
      if (this.dataset.state !== "failed") this.#say(/** @type {Error} */ (error).message);
    } finally {
      this.#busy(false);
    }
  }

  /**
   * Says whether the message is still to follow the answers; who reads it aloud waits meanwhile.
   * @param {boolean} asking
   */
  #busy(asking) {
    this.#asking = asking;
    this.#part("[data-paper]").ariaBusy = String(asking);
  }

  /** @param {Composition} composition */
  #showMessage(composition) {
    const { draft, findings, notes, advice } = composition;
    const advised = this.#composition?.advice?.message;
    this.#composition = composition;
    this.#editor?.show(draft);
    this.#showOnly("own");
    this.#part("[data-length]").textContent = length(draft);
    this.#part("[data-length]").hidden = false;
    showDeliveries(this, composition, answers.read(this.#form));
    const problems = problemsOf(this.#form, composition);
    showList(this.#part("[data-gaps]"), problems);
    dropMended(this.#form, this.#part("[data-problems]"), problems);
    showFindings(this.#part("[data-advice]"), findings);
    showAdvice(this.#part("[data-beforehand]"), advice);
    showNotes(this.#form, notes);
    for (const { field, message } of notes) if (!field) this.#say(message);
    this.#announce([updated(draft.words), advice?.message === advised ? "" : advice?.message].join(" ").trim());
  }

  /** @param {"example" | "own"} which */
  #showOnly(which) {
    for (const each of this.querySelectorAll("[data-showing]")) {
      /** @type {HTMLElement} */ (each).hidden = /** @type {HTMLElement} */ (each).dataset.showing !== which;
    }
  }

  /** @param {State} state */
  #showState({ name, loaded, total }) {
    const before = this.dataset.state;
    this.dataset.state = name === "idle" ? "example" : name;
    this.#part("[data-engine]").hidden = name !== "failed" && name !== "loading";
    this.#part("[data-consent]").hidden = true;
    this.#part("[data-loading]").hidden = name !== "loading";
    this.#part("[data-progress]").hidden = name !== "loading";
    this.#part("[data-failure]").hidden = name !== "failed";
    this.#part("[data-retry]").hidden = name !== "failed";
    this.#part("[data-progress-text]").textContent = progress(loaded, total);
    const bar = /** @type {HTMLProgressElement} */ (this.#part("[data-progress]"));
    if (total && loaded) Object.assign(bar, { max: total, value: Math.min(loaded, total) });
    else bar.removeAttribute("value");
    if (name === "ready" && before === "loading") {
      this.#announce(SAY.ready);
      if (answers.hasAnswers(this.#form)) this.#compose(); // what was asked of an engine that failed
    }
    if (name === "failed") this.#announce(this.#part("[data-failure]").textContent ?? "");
  }

  /** @param {MouseEvent} event */
  #click(event) {
    const target = event.target instanceof Element ? event.target.closest("a, button") : null;
    if (!(target instanceof HTMLElement)) return;
    if (target.matches(BUTTONS)) this.#deliver(event, target);
    else if (this.#editor?.handle(target)) return;
    else if (target.matches("[data-clear]")) this.#clear();
    else if (target.matches("[data-share-choices]")) this.#shareChoices();
    else if (target.matches("[data-retry], [data-load]")) this.#retry();
    else if (target.matches("[data-to], [data-jump]")) {
      event.preventDefault();
      event.stopPropagation(); // or the theme takes it for a change of page, and puts the page here anew
      if (target.dataset.to) goTo(this.#form, target.dataset.to);
      else this.#part(".writer__message").focus();
    }
  }

  /**
   * @param {MouseEvent} click
   * @param {HTMLElement} button
   */
  async #deliver(click, button) {
    const composition = this.#composition;
    if (!composition) return;
    if (await deliver(click, button, { root: this, composition, request: () => this.#request(), say: (text) => this.#say(text) })) this.#showProblems();
  }

  #showProblems() {
    if (!this.#composition) return;
    const problems = problemsOf(this.#form, this.#composition);
    const summary = this.#part("[data-problems]");
    showErrors(this.#form, summary, problems);
    if (problems.length) summary.focus();
  }

  #clear() {
    answers.clear(this.#form);
    /** @type {{clear?: () => void} | null} */ (this.querySelector("invitation-reader"))?.clear?.();
    followPaperSize(this);
    this.#histories.clear();
    for (const more of this.#form.querySelectorAll("details")) more.open = false;
    forget();
    answers.fillToday(this.#form);
    this.#refresh();
    this.#say(SAY.cleared);
    this.#part(".writer__message").focus();
  }

  /** Takes over the choices in the address, which are then taken out of it; tells whether there were any. */
  #takeLink() {
    if (!isShareLink(location.hash)) return false;
    const { without, whole } = apply(location.hash, this.#form, (this.dataset.parts ?? "").split(" "));
    cleanAddress();
    const history = this.#history;
    const out = Object.fromEntries(without.map((part) => [part, { words: "", from: "" }]));
    if (without.length) history.record({ ...history.edits, ...out });
    answers.keep(this.#form, this.#type);
    this.#say(whole ? SAY.tookLink : SAY.tookSomeOfLink);
    return true;
  }

  async #shareChoices() {
    const out = Object.entries(this.#history.edits).filter(([, { words }]) => words === "");
    const link = shareLink(this.#form, out.map(([part]) => part));
    this.#say((await copy(link)) ? SAY.copiedLink : linkByHand(link));
  }

  #retry() {
    restart();
    this.#refresh();
    this.#part(".writer__message").focus({ preventScroll: true });
  }

  /** @param {string} text */
  #say(text) {
    this.#part("[data-status]").textContent = text;
  }

  /**
   * Speaks, once the reader pauses, without showing anything.
   * @param {string} text
   */
  #announce(text) {
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => (this.#part("[data-update]").textContent = text), PAUSE);
  }
}
