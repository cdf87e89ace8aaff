// What a page needs as soon as a writer stands in it, and no other page.

import { subscribe } from "./engine.mjs";
import { MessageWriter } from "./writer.mjs";

customElements.define("message-writer", MessageWriter);

let followed = false;

/**
 * Lets the browser keep the site once Python no longer needs the network for itself, and then Python, once it runs.
 * @param {() => Promise<void>} keepSite
 * @param {() => Promise<void>} keepPython
 */
export function follow(keepSite, keepPython) {
  if (followed) return;
  followed = true;
  subscribe(async ({ name }) => {
    if (name === "ready" || name === "failed") await keepSite();
    if (name === "ready") await keepPython();
  });
}
