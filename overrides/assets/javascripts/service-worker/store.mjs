// What is kept: one cache for each release, filled with what has been checked, and with nothing else.

/**
 * @typedef {Record<string, string>} Files  SHA-256 sums in hexadecimal, by address relative to the site's.
 * @typedef {{build: string, policy: string, files: Files, python: Files}} Release
 */

/** @type {Release} */
const RELEASE = /** @type {any} */ (self).RELEASE;

/** @type {Record<string, string>} */
const LISTED = { ...RELEASE.files, ...RELEASE.python };

/** The address of the site, which ends with a slash. */
export const SITE = new URL("./", self.location.href).href;

// All sites of one account share their caches, so the path is part of the name; no path holds a space.
const PREFIX = `offline ${new URL(SITE).pathname} `;
const CACHE = PREFIX + RELEASE.build;

/**
 * Returns the address that the list has for a request, or null.
 * @param {URL} url
 */
export function address(url) {
  const path = (url.origin + url.pathname).slice(SITE.length).replace(/(^|\/)index\.html$/, "$1");
  return Object.hasOwn(LISTED, path) ? path : null;
}

/**
 * Returns what is kept for a request.
 * @param {URL} url
 * @returns {Promise<Response | undefined>}
 */
export async function kept(url) {
  const path = address(url);
  return path === null ? undefined : caches.match(new URL(path, SITE), { cacheName: CACHE });
}

/** Keeps the whole release, or nothing of it. Python comes along where an earlier release had it. */
export async function keepRelease() {
  const earlier = await Promise.all((await ownCaches()).map((name) => caches.open(name)));
  const wanted = (await anyHolds(earlier, Object.keys(RELEASE.python))) ? LISTED : RELEASE.files;
  await keep(wanted, earlier);
}

/** Keeps what Python needs, so that the next message can be written without a network. */
export async function keepPython() {
  const here = await caches.open(CACHE);
  /** @type {Files} */
  const missing = {};
  for (const [path, sum] of Object.entries(RELEASE.python)) {
    if (!(await here.match(new URL(path, SITE)))) missing[path] = sum;
  }
  await keep(missing, []);
}

/** Removes all other releases, and returns how many there were. */
export async function removeOthers() {
  const others = (await ownCaches()).filter((name) => name !== CACHE);
  await Promise.all(others.map((name) => caches.delete(name)));
  return others.length;
}

/**
 * @param {Files} files
 * @param {Cache[]} earlier  Where a file may lie already.
 */
async function keep(files, earlier) {
  const checked = await Promise.all(
    Object.entries(files).map(async ([path, sum]) => /** @type {const} */ ([path, await get(path, sum, earlier)])),
  );
  const isNew = !(await caches.has(CACHE));
  const cache = await caches.open(CACHE);
  try {
    for (const [path, response] of checked) await cache.put(new URL(path, SITE), response);
  } catch (error) {
    if (isNew) await caches.delete(CACHE); // no room: then nothing at all
    throw error;
  }
}

/**
 * Returns a file as the list has it, from an earlier release or from the site.
 * @param {string} path
 * @param {string} sum
 * @param {Cache[]} earlier
 */
async function get(path, sum, earlier) {
  const url = new URL(path, SITE);
  for (const cache of earlier) {
    const found = await cache.match(url);
    const response = found && (await checked(found, sum));
    if (response) return response;
  }
  for (const mode of /** @type {const} */ (["default", "reload"])) { // the browser's own copy may be of another release
    const found = await fetch(url, { cache: mode, credentials: "same-origin", redirect: "error" });
    const response = found.status === 200 && found.type === "basic" && (await checked(found, sum));
    if (response) return response;
  }
  throw new Error(`${url.href} is not the file that belongs to release ${RELEASE.build}`);
}

/**
 * Returns the response with nothing but its bytes and their type, if they add up; and with the policy of the site, which holds for a
 * worker that is started from its address.
 * @param {Response} response
 * @param {string} sum
 */
async function checked(response, sum) {
  const bytes = await response.arrayBuffer();
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  if ([...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("") !== sum) return null;
  const headers = { "Content-Type": response.headers.get("Content-Type") ?? "", "Content-Security-Policy": RELEASE.policy };
  return new Response(bytes, { headers });
}

/**
 * @param {Cache[]} some
 * @param {string[]} paths
 */
async function anyHolds(some, paths) {
  const found = await Promise.all(some.map((cache) => cache.keys()));
  const held = new Set(found.flat().map(({ url }) => url));
  return paths.some((path) => held.has(new URL(path, SITE).href));
}

async function ownCaches() {
  return (await caches.keys()).filter((name) => name.startsWith(PREFIX));
}
