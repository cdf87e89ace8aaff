// Reads the invitation that the reader brings, shows what it says and from which line, and fills in what the reader ticks.

import * as store from "./invitation-store.mjs";
import { withChoices } from "../form/share-link.mjs";
import { readerClock } from "./reader-clock.mjs";
import { ask, fetchAhead } from "../engine/engine.mjs";
import { openMore, questions } from "../form/questions.mjs";
import { READING, SHORT_NOTICE, filledIn, source } from "../page/sentences.mjs";

/** @typedef {import("../engine/protocol.mjs").Invitation} Invitation */
/** @typedef {import("../engine/protocol.mjs").Fact} Fact */

const NEEDED = "invitation.zip";
const PAUSE = 400; // ms after the last letter of a text that is typed rather than pasted

/** `<invitation-reader>`, around the markup of partials/invitation.html; it tells of each invitation by the event `invitation`. */
export class InvitationReader extends HTMLElement {
  /** Which file is the latest; a response about an older one is dropped. */
  #latest = 0;

  #pause = 0;

  /** @type {AbortController | null} */
  #connection = null;

  connectedCallback() {
    this.#connection = new AbortController();
    const { signal } = this.#connection;
    const details = /** @type {HTMLDetailsElement} */ (this.#at("details"));
    details.hidden = false;
    details.addEventListener("toggle", () => details.open && this.#prepare(), { signal });
    const place = this.closest("message-writer, situation-chooser") ?? this;
    place.addEventListener("dragover", (event) => holdsFiles(event) && event.preventDefault(), { signal });
    place.addEventListener("drop", (event) => this.#drop(/** @type {DragEvent} */ (event)), { signal });
    this.addEventListener("input", (event) => this.#enter(event), { signal });
    this.addEventListener("change", (event) => this.#choose(event), { signal });
    this.addEventListener("click", (event) => this.#click(event), { signal });
    if (store.get()) this.#show();
  }

  disconnectedCallback() {
    clearTimeout(this.#pause);
    this.#connection?.abort();
  }

  /** Puts the invitation away, with all that stands here of it. */
  clear() {
    store.clear();
    this.#latest += 1;
    /** @type {HTMLTextAreaElement} */ (this.#at("[data-text]")).value = "";
    /** @type {HTMLInputElement} */ (this.#at("[data-file]")).value = "";
    this.#at("[data-result]").hidden = true;
    this.#at("[data-forget]").hidden = true;
    this.#say("");
    this.#notify();
  }

  /** @returns {HTMLFormElement | null}  The form that can be filled in; none beside the chooser. */
  get #form() {
    return this.closest("message-writer")?.querySelector("form") ?? null;
  }

  /**
   * @param {string} selector
   * @returns {HTMLElement}
   */
  #at(selector) {
    return /** @type {HTMLElement} */ (this.querySelector(selector));
  }

  /** Has all there that reading needs, before there is anything to be read. */
  async #prepare() {
    await fetchAhead(NEEDED).catch(() => {});
    await ask({ request: "read", base64: "", clock: readerClock() }).catch(() => {});
  }

  /** @param {DragEvent} event */
  #drop(event) {
    const [file] = event.dataTransfer?.files ?? [];
    if (!file) return;
    event.preventDefault();
    /** @type {HTMLDetailsElement} */ (this.#at("details")).open = true;
    this.#read(file);
  }

  /** @param {Event} event */
  #enter(event) {
    event.stopPropagation(); // nothing here is an answer
    if (!(event.target instanceof HTMLTextAreaElement)) return;
    const text = event.target.value;
    clearTimeout(this.#pause);
    if (text.trim()) this.#pause = setTimeout(() => this.#read(new Blob([text])), PAUSE);
    else if (store.get()) this.clear();
  }

  /** @param {Event} event */
  #choose(event) {
    event.stopPropagation();
    if (event.target instanceof HTMLInputElement && event.target.files?.[0]) this.#read(event.target.files[0]);
    if (!(event.target instanceof HTMLSelectElement)) return;
    store.setIdentity(event.target.value);
    this.#notify();
  }

  /** @param {Event} event */
  #click(event) {
    const button = event.target instanceof Element ? event.target.closest("button") : null;
    if (button?.matches("[data-take]")) this.#fillIn();
    else if (button?.matches("[data-forget]")) this.clear();
    else return;
    event.stopPropagation();
  }

  /** @param {Blob} file */
  async #read(file) {
    const number = (this.#latest += 1);
    this.#say(READING.now);
    try {
      await fetchAhead(NEEDED).catch(() => {});
      const base64 = await inBase64(file.slice(0, Number(this.dataset.limit) + 1)); // one byte more than is read, so that the engine can say so
      const invitation = await ask({ request: "read", base64, clock: readerClock() });
      if (number !== this.#latest) return;
      store.set(base64, invitation);
      this.#show();
      const done = this.#form ? READING.done : READING.chosen;
      this.#say(invitation.found.length ? done : READING.nothing);
    } catch (error) {
      if (number !== this.#latest) return;
      store.clear();
      this.#at("[data-result]").hidden = true;
      this.#say(/** @type {Error} */ (error).message || READING.failed);
    }
    this.#notify();
  }

  #show() {
    const { invitation, you } = /** @type {NonNullable<ReturnType<typeof store.get>>} */ (store.get());
    /** @type {HTMLDetailsElement} */ (this.#at("details")).open = true;
    this.#at("[data-result]").hidden = false;
    this.#at("[data-forget]").hidden = false;
    const sentences = [...invitation.said, ...(invitation.suggestion?.because ?? [])];
    this.#at("[data-said]").replaceChildren(...sentences.map((sentence) => withText("li", sentence)));
    this.#at("[data-way]").hidden = !invitation.suggestion || !this.#form;
    this.#linkToChooser(invitation);
    this.#askWho(invitation, you);
    const things = [...invitation.found, ...this.#shortNotice(invitation)].map((fact) => this.#item(fact));
    this.#at("[data-list]").hidden = things.length === 0;
    this.#at("[data-list] ul").replaceChildren(...things);
    this.#at("[data-take]").hidden = !this.#fillable().length;
  }

  /** Leads to the chooser, with the choices that the invitation gives. @param {Invitation} invitation */
  #linkToChooser({ suggestion }) {
    const link = /** @type {HTMLAnchorElement} */ (this.#at("[data-choose]"));
    const { where = "", notice = null } = suggestion ?? {};
    link.href = withChoices(link.href, { where, ...(notice === null ? {} : { notice: String(notice) }) });
  }

  /**
   * @param {Invitation} invitation
   * @param {string} you
   */
  #askWho({ you: people }, you) {
    const list = /** @type {HTMLSelectElement} */ (this.#at("[data-you]"));
    this.#at("[data-who]").hidden = people.length < 2;
    const options = people.map(({ name, address }) => new Option(name ? `${name} (${address})` : address, address));
    list.replaceChildren(/** @type {Element} */ (list.options[0]), ...options);
    list.value = you;
  }

  /**
   * Returns the tick for a short notice as one more thing that was found.
   * @param {Invitation} invitation
   * @returns {Fact[]}
   */
  #shortNotice({ suggestion }) {
    const day = store.get()?.invitation.found.find(({ name }) => name === "interview_when");
    if (!day || !suggestion || suggestion.notice === null || suggestion.notice > 1) return [];
    return this.#form?.elements.namedItem("short_notice") ? [{ ...day, name: "short_notice", label: SHORT_NOTICE, value: "" }] : [];
  }

  /** @param {Fact} fact */
  #item(fact) {
    const template = /** @type {HTMLTemplateElement} */ (this.#at("template[data-thing]"));
    const item = /** @type {HTMLElement} */ (template.content.firstElementChild?.cloneNode(true));
    const [box, control] = [/** @type {HTMLInputElement} */ (item.querySelector("input")), this.#control(fact.name)];
    const part = (/** @type {string} */ selector) => /** @type {HTMLElement} */ (item.querySelector(selector));
    part("[data-label]").textContent = fact.label;
    part("[data-value]").textContent = fact.value;
    part("[data-source]").textContent = source(fact, control ? valueOf(control) : this.#form ? null : undefined);
    box.dataset.name = fact.name;
    box.dataset.value = fact.value;
    box.disabled = !control || valueOf(control) !== "";
    box.checked = !box.disabled && fact.certainty !== "unsure";
    box.hidden = box.disabled;
    return item;
  }

  /** Returns what can be ticked. */
  #fillable() {
    return [...this.#at("[data-list]").querySelectorAll("input")].filter(({ disabled }) => !disabled);
  }

  /** Fills in what is ticked, where the reader has written nothing. */
  #fillIn() {
    const form = this.#form;
    if (!form) return;
    const ticked = this.#fillable().filter(({ checked }) => checked);
    /** @type {string[]} */
    const filled = [];
    for (const { dataset } of ticked) {
      const control = this.#control(dataset.name ?? "");
      if (!control || valueOf(control)) continue;
      if (control.type === "checkbox") /** @type {HTMLInputElement} */ (control).checked = true;
      else control.value = dataset.value ?? "";
      filled.push(dataset.name ?? "");
    }
    openMore(form, filled);
    if (filled.length) form.dispatchEvent(new Event("input", { bubbles: true }));
    this.#show();
    const asked = questions(form).filter(({ dataset }) => filled.includes(dataset.field ?? ""));
    this.#say(filledIn(asked.map(({ dataset }) => dataset.gap ?? "")));
  }

  /**
   * Returns the field of the form that asks for a thing, if one does.
   * @param {string} name
   */
  #control(name) {
    const { told } = this.dataset; // the agency or the friend, who did not write this, unless the agency did
    const theirs = told && !store.get()?.invitation.found.some((found) => found.name === told);
    if (theirs && ["recipient", "recipient_email"].includes(name)) return null;
    const control = this.#form?.elements.namedItem(name);
    return control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement ? control : null;
  }

  /** @param {string} sentence */
  #say(sentence) {
    this.#at("[data-reading]").textContent = sentence;
  }

  #notify() {
    this.dispatchEvent(new CustomEvent("invitation", { bubbles: true, detail: store.get()?.invitation ?? null }));
  }
}

/**
 * Returns what stands in a field already; nothing for what is not ticked.
 * @param {HTMLInputElement | HTMLTextAreaElement} control
 */
function valueOf(control) {
  if (control.type === "checkbox") return /** @type {HTMLInputElement} */ (control).checked ? "yes" : "";
  return control.value.trim();
}

/**
 * @param {string} tag
 * @param {string} text
 */
function withText(tag, text) {
  const made = document.createElement(tag);
  made.textContent = text;
  return made;
}

/** @param {Event} event */
function holdsFiles(event) {
  return [.../** @type {DragEvent} */ (event).dataTransfer?.types ?? []].includes("Files");
}

/**
 * @param {Blob} file
 * @returns {Promise<string>}
 */
function inBase64(file) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^data:[^,]*,?/, ""));
    reader.onerror = () => reject(new Error(READING.unreadable));
    reader.readAsDataURL(file);
  });
}
