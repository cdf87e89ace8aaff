// The service worker: it keeps one release of the site, whole and checked, and responds from it. generator/site/offline.py puts the
// list of the release before it. Its own code and not a library's, because all or nothing of a release is kept, and each byte is
// checked against the list before it is.

import { SITE, address, keepPython, keepRelease, kept, removeOthers } from "./store.mjs";

/** @type {ServiceWorkerGlobalScope} */
const worker = /** @type {any} */ (self);

worker.addEventListener("install", (event) => event.waitUntil(keepRelease()));

worker.addEventListener("activate", (event) => event.waitUntil(takeOver()));

worker.addEventListener("message", (event) => {
  if (event.data === "take over") event.waitUntil(worker.skipWaiting()); // the reader has said so
  if (event.data === "keep Python") event.waitUntil(keepPython());
});

worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || !url.href.startsWith(SITE)) return;
  if (request.mode === "navigate" || address(url) !== null) event.respondWith(respond(request, url));
});

async function takeOver() {
  const first = (await removeOthers()) === 0;
  if (first) await worker.clients.claim(); // the page that is open belongs to this release: nothing was kept before
}

/**
 * @param {Request} request
 * @param {URL} url
 */
async function respond(request, url) {
  const ours = await kept(url);
  if (ours) return ours;
  try {
    return await fetch(request);
  } catch (error) {
    if (request.mode !== "navigate") throw error;
    const folder = new URL(`${url.pathname}/`, url);
    if (address(folder) !== null) return Response.redirect(folder.href);
    const missing = await kept(new URL("404.html", SITE));
    if (!missing) throw error;
    return new Response(missing.body, { status: 404, headers: missing.headers });
  }
}
