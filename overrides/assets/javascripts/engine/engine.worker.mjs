// The worker: it loads Python and passes JSON to one function of it.
//
// It is sent a request as JSON text, with a port, and sends the response as JSON text through that port.
// While it starts, it sends of its own accord {name: "loading", loaded, total}, in bytes, as they come and after each step, and then
// {name: "ready"} or {name: "failed"}.
// `#1` at the end of its address names the second of the runtimes, for when the first has failed.

import { RUNTIMES } from "../../runtime/current.mjs";
import { Download } from "./download.mjs";

/** @typedef {import("../../runtime/current.mjs").Runtime} Runtime */

const HOME = new URL("../../runtime/", import.meta.url); // not from `location`: that is a blob
const ATTEMPT = Number(new URL(import.meta.url).hash.slice(1));
const ARCHIVE = "/lib/engine.zip"; // where archive_finder.py, in the compiled runtime, has it too

/**
 * Handles one request; an error is a response too, since an Error itself does not cross in every browser.
 * @param {string} request
 * @returns {Promise<string>}
 */
async function respond(request) {
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
  const runtime = await chosen();
  const folder = new URL(`${runtime.folder}/`, HOME).href;
  let progress = { loaded: 0, total: 0 };
  const alive = () => postMessage({ name: "loading", ...progress }); // a slow device is not one that has stopped
  const download = new Download(folder, runtime.files, (now) => {
    progress = now;
    alive();
  });
  const pyodide = await Promise.race([start(folder, runtime, download), download.broken]);
  alive();
  pyodide.pyimport("sys").path.append(ARCHIVE); // the stock runtime has no finder
  for (const [name, { sha256 }] of Object.entries(runtime.later)) pyodide.pyimport("later").install(folder + name, sha256);
  pyodide.pyimport("ready");
  alive();
  const { handle } = pyodide.pyimport("generator.worker");
  await download.whole();
  return handle;
}

/**
 * Returns the runtime to try; a second attempt asks the server which there are by now, since a release may have replaced both.
 * @returns {Promise<Runtime>}
 */
async function chosen() {
  const known = /** @type {Runtime} */ (RUNTIMES[ATTEMPT] ?? RUNTIMES[0]);
  if (!ATTEMPT) return known;
  try {
    const response = await fetch(new URL("current.json", HOME), { cache: "no-cache" });
    return (await response.json())[ATTEMPT] ?? known;
  } catch {
    return known;
  }
}

/**
 * Starts Python from files that have been checked.
 * @param {string} folder
 * @param {Runtime} runtime
 * @param {Download} download
 */
async function start(folder, { lock }, download) {
  const [{ loadPyodide }] = await Promise.all([download.module("pyodide.mjs"), download.module("pyodide.asm.mjs")]);
  const release = download.serve();
  try {
    return await loadPyodide({
      indexURL: folder,
      packageBaseUrl: folder,
      lockFileContents: JSON.stringify(lock),
      fsInit: async (/** @type {import("pyodide").PyodideAPI["FS"]} */ files) => files.writeFile(ARCHIVE, await download.bytes("engine.zip")),
    });
  } finally {
    release();
  }
}

const engine = boot();

engine.then(
  () => postMessage({ name: "ready" }),
  (error) => {
    console.error(error);
    postMessage({ name: "failed" });
  },
);

addEventListener("message", async ({ data, ports }) => {
  ports[0]?.postMessage(await respond(data));
});
