// What a page needs as soon as a writer stands in it, or a place to bring an invitation to, and no other page.

import { subscribe } from "../engine/engine.mjs";
import { InvitationReader } from "../invitation/invitation-reader.mjs";
import { MessageWriter } from "./message-writer.mjs";

customElements.define("invitation-reader", InvitationReader);
customElements.define("message-writer", MessageWriter);

let followed = false;

/**
 * Lets the browser keep the site once Python no longer needs the network for itself, and then Python, once it runs.
 * @param {() => Promise<void>} keepSite
 * @param {() => Promise<void>} keepPython
 */
export function keepOffline(keepSite, keepPython) {
  if (followed) return;
  followed = true;
  subscribe(async ({ name }) => {
    if (name === "ready" || name === "failed") await keepSite();
    if (name === "ready") await keepPython();
  });
}
