// Lets the browser keep the site, so that it works without a network, and says when there is a newer release than the one that is kept.

import { ROOT } from "../page/address.mjs";

const WORKER = new URL("sw.js", ROOT);
const { serviceWorker } = navigator; // undefined where the page is not served securely

/** The release that this visit began with; empty where the site is built to be kept by nobody. */
const RELEASE = releaseOf(document);

let begun = false;

/** @param {Document} page */
function releaseOf(page) {
  return page.querySelector("meta[name=release]")?.getAttribute("content") ?? "";
}

/** Starts to keep the site, once in a visit; nothing is fetched ahead for a reader who saves data or has hardly any network. */
export async function keepSite() {
  if (begun || !serviceWorker || !RELEASE || (isScarce() && !serviceWorker.controller)) return;
  begun = true;
  try {
    watch(await serviceWorker.register(WORKER, { updateViaCache: "none" }));
  } catch {
    // storage is full or forbidden, or the network is gone: the page works all the same
  }
}

/** Keeps Python too, once it has been of use here. */
export async function keepPython() {
  if (!begun) return;
  const { active } = await serviceWorker.ready;
  active?.postMessage("keep Python");
}

/** Loads the page anew where instant navigation has brought one of another release than the scripts that run. */
export function refuseMixture() {
  if (releaseOf(document) !== RELEASE) location.reload();
}

function isScarce() {
  /** @type {{saveData?: boolean, effectiveType?: string} | undefined} */
  const connection = /** @type {any} */ (navigator).connection;
  return Boolean(connection?.saveData || connection?.effectiveType?.endsWith("2g"));
}

/** @param {ServiceWorkerRegistration} registration */
function watch(registration) {
  let controlled = Boolean(serviceWorker.controller);
  let wanted = false;
  const bar = /** @type {HTMLElement} */ (document.querySelector("[data-release]"));
  const offer = () => (bar.hidden = false);
  const offerWaiting = () => registration.waiting && controlled && offer();
  bar.querySelector("button")?.addEventListener("click", () => {
    wanted = true;
    if (registration.waiting) registration.waiting.postMessage("take over");
    else location.reload(); // another tab has been first
  });
  serviceWorker.addEventListener("controllerchange", () => {
    if (wanted) location.reload();
    else if (controlled) offer();
    controlled = true;
  });
  registration.addEventListener("updatefound", () => registration.installing?.addEventListener("statechange", offerWaiting));
  document.addEventListener("visibilitychange", () => document.hidden || registration.update().catch(() => {}));
  offerWaiting();
}
