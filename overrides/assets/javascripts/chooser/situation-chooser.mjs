// The chooser: of all its results, which stand in the page, three questions leave those that fit.

import { cleanAddress, parse } from "../form/share-link.mjs";
import { ROOT } from "../page/address.mjs";

const KEPT = `${ROOT.pathname}answers/chooser`; // with the answers, so that it is cleared with them

/** What is proposed to a reader who has brought an invitation and has not said what they want. */
const LIKELY = "no";

/** `<situation-chooser>`, around the markup of partials/message-chooser.html. */
class SituationChooser extends HTMLElement {
  connectedCallback() {
    const form = /** @type {HTMLFormElement} */ (this.querySelector("form"));
    form.hidden = false;
    this.#restore(form);
    this.#takeLink(form);
    this.addEventListener("invitation", (event) => this.#followInvitation(form, /** @type {CustomEvent} */ (event).detail));
    form.addEventListener("change", () => {
      this.#keep(form);
      this.#narrow(form);
      this.#announce();
    });
    this.#narrow(form);
  }

  /** @param {HTMLFormElement} form */
  #narrow(form) {
    const { where, wants, notice } = chosen(form);
    const timed = this.querySelector(`[data-where="${where}"] [data-wants="${wants}"] [data-notice]`) !== null;
    at(this, "[data-asks-notice]").hidden = !timed;
    const ready = Boolean(where && wants && (notice || !timed));
    at(this, "[data-wait]").hidden = ready;
    for (const each of this.querySelectorAll("[data-where], [data-wants], [data-notice]")) {
      const { dataset } = /** @type {HTMLElement} */ (each);
      const fits = (dataset.where ?? where) === where && (dataset.wants ?? wants) === wants && (dataset.notice ?? notice).split(" ").includes(notice);
      /** @type {HTMLElement} */ (each).hidden = !ready || !fits;
    }
  }

  /**
   * Chooses what an invitation says of where the reader stands.
   * @param {HTMLFormElement} form
   * @param {import("../engine/protocol.mjs").Invitation | null} invitation
   */
  #followInvitation(form, invitation) {
    const { where, notice } = invitation?.suggestion ?? {};
    if (where) this.#select(form, { where, notice: String(notice ?? ""), wants: chosen(form).wants || LIKELY });
  }

  /**
   * Takes over the choices in the address, which are then taken out of it.
   * @param {HTMLFormElement} form
   */
  #takeLink(form) {
    const choices = parse(location.hash);
    if (!choices) return;
    const given = new Map(choices);
    cleanAddress();
    this.#select(form, { where: given.get("where") ?? "", notice: given.get("notice") ?? "", wants: chosen(form).wants || LIKELY });
  }

  /**
   * @param {HTMLFormElement} form
   * @param {Record<string, string>} choices
   */
  #select(form, choices) {
    for (const box of form.querySelectorAll("input")) if (choices[box.name]) box.checked = choices[box.name] === box.value;
    this.#keep(form);
    this.#narrow(form);
    this.#announce();
  }

  /** Says to those who do not see it that there is a result, and how it begins. */
  #announce() {
    const found = [...this.querySelectorAll(".chooser__answer")].find((each) => each.checkVisibility());
    const link = [...(found?.querySelectorAll(".chooser__link") ?? [])].find((each) => each.checkVisibility());
    at(this, "[data-found]").textContent = found ? `Found: ${(link ?? found.querySelector("p"))?.textContent?.trim()}` : "";
  }

  /** @param {HTMLFormElement} form */
  #keep(form) {
    try {
      sessionStorage.setItem(KEPT, JSON.stringify(chosen(form)));
    } catch {
      // storage is full or forbidden: the form still holds the choices
    }
  }

  /** @param {HTMLFormElement} form */
  #restore(form) {
    try {
      const kept = JSON.parse(sessionStorage.getItem(KEPT) ?? "{}");
      for (const box of form.querySelectorAll("input")) box.checked = kept?.[box.name] === box.value;
    } catch {
      // nothing was kept, or nothing of ours
    }
  }
}

/**
 * Returns what is chosen, by question; empty where nothing is.
 * @param {HTMLFormElement} form
 */
function chosen(form) {
  const data = new FormData(form);
  const chosenFor = (/** @type {string} */ name) => String(data.get(name) ?? "");
  return { where: chosenFor("where"), wants: chosenFor("wants"), notice: chosenFor("notice") };
}

/**
 * @param {HTMLElement} root
 * @param {string} selector
 */
function at(root, selector) {
  return /** @type {HTMLElement} */ (root.querySelector(selector));
}

customElements.define("situation-chooser", SituationChooser);
