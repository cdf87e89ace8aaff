// The page's side of the engine. It lives as long as the visit: instant navigation changes pages under it, and Python stays.

/**
 * @typedef {{text: string, field: string, gap: boolean}} Segment
 * @typedef {{name: string, label: string, before: string, segments: Segment[], uses: string[]}} Part
 * @typedef {{type: string, channel: string, tone: string, subject: string | null, subject_segments: Segment[],
 *   text: string, parts: Part[], words: number, seconds: number | null}} Draft
 * @typedef {{draft: Draft, missing: {field: string, gap: string, label: string}[],
 *   problems: {field: string, message: string}[], findings: {check: string, message: string, guide: string}[],
 *   mailto: {url: string, whole: boolean} | null}} Composition
 * @typedef {{request: "compose", type: string, channel: string, tone: string, answers: Record<string, string>}} Request
 * @typedef {{ok: true, result: Composition} | {ok: false, error: {name: string, message: string}}} Answer
 * @typedef {{name: "idle" | "loading" | "ready" | "failed", loaded: number, total: number}} State
 */

const BOOT_SILENCE = 30_000; // ms: a worker that says nothing for so long while it starts has stopped for good
const ANSWER_LIMIT = 15_000; // ms: a message takes a few; one that takes this long will never come

/** @type {State} */
const IDLE = { name: "idle", loaded: 0, total: 0 };

/** @type {Set<(state: State) => void>} */
const listeners = new Set();

/** @type {Set<(reason: EngineError) => void>} */
const waiting = new Set();

/** @type {State} */
let state = IDLE;

/** @type {Worker | null} */
let worker = null;

let watchdog = 0;

/** The engine said no, or could not be asked. */
export class EngineError extends Error {
  name = "EngineError";
}

/**
 * Calls the listener with the state of the engine now, and whenever it changes.
 * @param {(state: State) => void} listener
 * @returns {() => void}  Ends it.
 */
export function subscribe(listener) {
  listeners.add(listener);
  listener(state);
  return () => listeners.delete(listener);
}

/** Starts the engine, unless it has been started before. */
export function start() {
  if (state.name === "idle") boot();
}

/** Ends whatever the engine is doing, and starts it afresh. */
export function restart() {
  stop();
  boot();
}

/**
 * Asks the engine; resolves once it has started and answered.
 * @param {Request} request
 * @returns {Promise<Composition>}
 */
export async function ask(request) {
  start();
  /** @type {Answer} */
  const answer = JSON.parse(await send(JSON.stringify(request)));
  if (answer.ok) return answer.result;
  throw new EngineError(answer.error.message);
}

/**
 * @param {string} request
 * @returns {Promise<string>}
 */
function send(request) {
  const { port1, port2 } = new MessageChannel(); // one for each call, so that no answer can be taken for another's
  return new Promise((resolve, reject) => {
    if (!worker) return reject(new EngineError("The writer could not be loaded."));
    waiting.add(reject);
    const limit = state.name === "ready" ? setTimeout(fail, ANSWER_LIMIT) : 0;
    port1.onmessage = ({ data }) => {
      clearTimeout(limit);
      waiting.delete(reject);
      port1.close();
      resolve(data);
    };
    worker.postMessage(request, [port2]);
  });
}

function boot() {
  const module = new URL("./engine.worker.mjs", import.meta.url).href;
  // A worker started from an address of its own escapes the page's security policy; one started from a blob inherits it.
  const blob = URL.createObjectURL(new Blob([`import ${JSON.stringify(module)};`], { type: "text/javascript" }));
  worker = new Worker(blob, { type: "module", name: "engine" });
  worker.onerror = fail;
  worker.onmessage = ({ data }) => {
    URL.revokeObjectURL(blob);
    if (data.name === "failed") return fail();
    enter(data);
  };
  enter({ ...IDLE, name: "loading" });
}

function stop() {
  clearTimeout(watchdog);
  worker?.terminate();
  worker = null;
  for (const reject of waiting) reject(new EngineError("The writer was stopped."));
  waiting.clear();
}

function fail() {
  stop();
  enter({ ...IDLE, name: "failed" });
}

/** @param {State} next */
function enter(next) {
  state = next;
  clearTimeout(watchdog);
  if (state.name === "loading") watchdog = setTimeout(fail, BOOT_SILENCE);
  for (const listener of [...listeners]) listener(state);
}
