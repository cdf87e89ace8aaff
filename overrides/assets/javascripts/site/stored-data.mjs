// What this site keeps in the reader's browser, read from the browser.

import { ROOT } from "../page/address.mjs";

/** `<stored-data>`, around a `<ul>` and what is said where nothing is kept. */
class StoredData extends HTMLElement {
  async connectedCallback() {
    const lines = [...stored("Session storage, until this tab is closed", "sessionStorage"), ...stored("Local storage", "localStorage"), ...(await cached())];
    const list = document.createElement("ul");
    list.append(...lines.map((line) => item(line)));
    this.replaceChildren(lines.length ? list : "Right now your browser keeps nothing of this site.");
  }
}

/** @param {string} line */
function item(line) {
  const made = document.createElement("li");
  made.textContent = line;
  return made;
}

/**
 * @param {string} place
 * @param {"sessionStorage" | "localStorage"} name
 */
function stored(place, name) {
  try {
    const storage = globalThis[name];
    return Object.keys(storage)
      .filter((key) => key.startsWith(ROOT.pathname)) // the others are of other sites at the same address
      .map((key) => `${place}: ${key}, ${size((storage.getItem(key) ?? "").length)}`);
  } catch {
    return []; // storage is forbidden, so nothing is in it
  }
}

/** Returns a line for each cache; their names hold the path of the site. */
async function cached() {
  if (!("caches" in globalThis)) return [];
  const names = (await caches.keys()).filter((name) => name.includes(` ${ROOT.pathname} `));
  return Promise.all(
    names.map(async (name) => {
      const cache = await caches.open(name);
      const responses = await cache.matchAll();
      const blobs = await Promise.all(responses.map((response) => response.blob()));
      const files = blobs.length === 1 ? "1 file" : `${blobs.length} files`;
      return `Files for use without a network: ${name}, ${files}, ${size(blobs.reduce((sum, blob) => sum + blob.size, 0))}`;
    }),
  );
}

/** @param {number} bytes */
function size(bytes) {
  if (bytes < 1000) return bytes === 1 ? "1 byte" : `${bytes} bytes`;
  return bytes < 1e6 ? `${(bytes / 1e3).toFixed(1)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}

customElements.define("stored-data", StoredData);
