// The one module that every page loads. It runs once per visit: pages that follow arrive by instant navigation.

import "../theme/keyboard.mjs";
import "../chooser/situation-chooser.mjs"; // so small that a request of its own would cost more
import { keepPython, keepSite, refuseMixture } from "./offline.mjs";

/** What a page may hold that needs more than this, and the module that makes it work. */
const ELEMENTS = {
  "message-writer, invitation-reader": async () => (await import("../writer/writer-entry.mjs")).keepOffline(keepSite, keepPython),
  "stored-data": () => import("../site/stored-data.mjs"),
};

/** @type {{subscribe: (listener: () => void) => void} | undefined} */
const pages = /** @type {any} */ (globalThis).document$; // the theme's own

function loadElements() {
  refuseMixture();
  for (const [name, load] of Object.entries(ELEMENTS)) if (document.querySelector(name)) load();
  if (!document.querySelector("message-writer")) afterLoad(keepSite); // a writer needs the network for itself first
}

/** @param {() => void} act */
function afterLoad(act) {
  if (document.readyState === "complete") setTimeout(act);
  else addEventListener("load", () => setTimeout(act), { once: true });
}

if (pages) pages.subscribe(loadElements);
else loadElements();
