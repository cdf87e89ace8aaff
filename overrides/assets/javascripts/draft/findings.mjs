// What the checks found: what, why, and the one change that puts it right where a press can do it. They advise and never hinder.

import { pageAddress } from "../page/address.mjs";
import { takeOut } from "../page/sentences.mjs";

/**
 * @param {HTMLElement} box  Hidden where there is nothing to say.
 * @param {import("../engine/protocol.mjs").Composition["findings"]} findings
 */
export function showFindings(box, findings) {
  box.hidden = findings.length === 0;
  const items = findings.map(({ message, guide, strike }) => {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = pageAddress(guide);
    link.textContent = "Read why";
    item.append(message, " ", link);
    if (strike) item.append(buttonFor(strike));
    return item;
  });
  box.querySelector("[data-findings]")?.replaceChildren(...items);
}

/**
 * Says what is kinder or wiser than to send the message, and where it leads.
 * @param {HTMLElement} box  Hidden where there is nothing to say.
 * @param {import("../engine/protocol.mjs").Composition["advice"]} advice
 */
export function showAdvice(box, advice) {
  box.hidden = advice === null;
  const [sentence, link] = [box.querySelector("span"), box.querySelector("a")];
  if (!advice || !sentence || !link) return;
  sentence.textContent = advice.message;
  link.href = pageAddress(advice.guide);
  link.textContent = advice.label || "Read why";
}

/** @param {string} sentence */
function buttonFor(sentence) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button button--small";
  button.dataset.strike = sentence;
  button.textContent = takeOut(sentence);
  return button;
}
