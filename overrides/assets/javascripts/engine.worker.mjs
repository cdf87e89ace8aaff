// The worker: it loads Python and passes JSON to one function of it.
//
// It is sent a request as JSON text, with a port, and sends the answer as JSON text through that port.
// While it starts, it sends of its own accord {name: "loading", loaded, total}, in bytes, and then {name: "ready"} or {name: "failed"}.

import { counted, refuseUnlessWhole } from "./download.mjs";

const RUNTIME = new URL("../runtime/", import.meta.url).href; // not from `location`: that is a blob
const PACKAGE = "generator";

const bytes = { loaded: 0, total: 0 };

/**
 * Answers one request; an error is an answer too, since an Error itself does not cross in every browser.
 * @param {string} request
 * @returns {Promise<string>}
 */
async function answer(request) {
  try {
    const handle = await engine;
    return handle(request);
  } catch (error) {
    const { name, message } = /** @type {Error} */ (error);
    return JSON.stringify({ ok: false, error: { name, message } });
  }
}

/** @returns {Promise<(request: string) => string>} */
async function boot() {
  const broken = checkDownloads();
  broken.catch(() => {}); // heard below; a file can be refused before anything waits for it
  const { loadPyodide } = await import(`${RUNTIME}pyodide.mjs`);
  const lock = await (await fetch(`${RUNTIME}pyodide-lock.json`)).text();
  const started = loadPyodide({
    indexURL: RUNTIME,
    packageBaseUrl: RUNTIME,
    lockFileContents: lock,
    packages: [packageIn(lock)],
  });
  const pyodide = await Promise.race([started, broken]);
  return pyodide.pyimport(`${PACKAGE}.worker`).handle;
}

/**
 * Looks at each file before Pyodide does, and counts its bytes: Pyodide waits for ever on a file that is missing or cut short.
 * @returns {Promise<never>}  Rejects at the first file that is not what it should be.
 */
function checkDownloads() {
  const download = fetch;
  return new Promise((_, reject) => {
    globalThis.fetch = async (input, options) => {
      try {
        const response = await download(input, options);
        refuseUnlessWhole(response);
        return counted(response, report, reject);
      } catch (error) {
        reject(error);
        throw error;
      }
    };
  });
}

/** @param {{loaded?: number, total?: number}} more */
function report({ loaded = 0, total = 0 }) {
  bytes.loaded += loaded;
  bytes.total += total;
  postMessage({ name: "loading", ...bytes });
}

/**
 * Returns the name of our package in the lock: the one that is imported by our name.
 * @param {string} lock
 */
function packageIn(lock) {
  /** @type {{name: string, imports: string[]}[]} */
  const packages = Object.values(JSON.parse(lock).packages);
  const ours = packages.find(({ imports }) => imports.includes(PACKAGE));
  if (!ours) throw new Error(`pyodide-lock.json has no package that is imported as ${PACKAGE}`);
  return ours.name;
}

const engine = boot();

engine.then(
  () => postMessage({ name: "ready", ...bytes }),
  (error) => {
    console.error(error);
    postMessage({ name: "failed", ...bytes });
  },
);

addEventListener("message", async ({ data, ports }) => {
  ports[0]?.postMessage(await answer(data));
});
