// The one module that every page loads. It runs once per visit: pages that follow arrive by instant navigation.

import "./keyboard.mjs";

/** What a page may hold that needs more than this, and the module that makes it work. */
const ELEMENTS = {
  "message-writer": () => import("./writing.mjs"),
};

/** @type {{document$?: {subscribe: (listener: () => void) => void}}} */
const theme = globalThis;

function bringToLife() {
  for (const [name, load] of Object.entries(ELEMENTS)) if (document.querySelector(name)) load();
}

bringToLife();
theme.document$?.subscribe(bringToLife);
