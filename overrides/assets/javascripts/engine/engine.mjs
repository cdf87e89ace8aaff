// The page's side of the engine. It lives as long as the visit: instant navigation changes pages under it, and Python stays.

/** @typedef {{name: "idle" | "loading" | "ready" | "failed", loaded: number, total: number}} State */
/** @typedef {import("./protocol.mjs").Request} Request */
/** @typedef {import("./protocol.mjs").Results} Results */
/** @typedef {import("./protocol.mjs").Response} Response */

/** @typedef {{request: string, tries: number, tooLong: string, resolve: (response: string) => void, reject: (reason: EngineError) => void}} Job */

const BOOT_SILENCE = 30_000; // ms: a worker that says nothing for so long while it starts has stopped for good
const RESPONSE_LIMIT = 5_000; // ms: a message takes a few; one that takes this long will never come
const ATTEMPTS = 2; // the compiled runtime, and the one as it was published
const TRIES = 2; // a request is put again to a fresh engine, in case the first one had died
const TOO_LONG = "That message took too long, so the writer was started afresh. Change an answer to try again.";
const TOO_LONG_TO_READ = "It took too long to read, so that was ended. Paste the text of the email instead.";

/** @type {State} */
const IDLE = { name: "idle", loaded: 0, total: 0 };

/** @type {Set<(state: State) => void>} */
const listeners = new Set();

/** What has been requested and has had no response, the one in hand first. @type {Set<Job>} */
const jobs = new Set();

/** @type {State} */
let state = IDLE;

/** @type {Worker | null} */
let worker = null;

let watchdog = 0; // over a worker that starts

let limit = 0; // for the job in hand

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
  if (state.name === "idle") boot(0);
}

/** Tells whether the engine may not start of its own accord, since the reader's browser is told to save data. */
export function waitsForConsent() {
  const { connection } = /** @type {{connection?: {saveData?: boolean}}} */ (navigator);
  return state.name === "idle" && connection?.saveData === true;
}

/** Returns how many bytes travel before the engine is here. */
export async function weight() {
  const { RUNTIMES } = await import("../../runtime/current.mjs");
  return Object.values(RUNTIMES[0]?.files ?? {}).reduce((sum, { transfer }) => sum + transfer, 0);
}

/**
 * Has the browser keep a file of the runtime at hand that Python asks for only when it needs it, and then waits for.
 * @param {string} name
 */
export async function fetchAhead(name) {
  const { RUNTIMES } = await import("../../runtime/current.mjs");
  const [{ folder, later } = { folder: "", later: {} }] = RUNTIMES;
  if (name in later) await (await fetch(new URL(`../../runtime/${folder}/${name}`, import.meta.url))).arrayBuffer();
}

/** Ends whatever the engine is doing, and starts it afresh. */
export function restart() {
  stop();
  boot(0);
}

/** Lets the engine forget all that it was asked, if it ever was started. */
export function forget() {
  if (state.name !== "idle") restart();
}

/**
 * Asks the engine; resolves once it has started and responded.
 * @template {Request} Asked
 * @param {Asked} request
 * @returns {Promise<Results[Asked["request"]]>}
 */
export async function ask(request) {
  start();
  const given = JSON.stringify(request);
  /** @type {Response} */
  const response = JSON.parse(await (request.request === "read" ? send(given, TRIES - 1, TOO_LONG_TO_READ) : send(given, 0, TOO_LONG)));
  if (response.ok) return /** @type {Results[Asked["request"]]} */ (response.result);
  throw new EngineError(response.error.message);
}

/**
 * @param {string} request
 * @param {number} tries  How many are held to have been made before.
 * @param {string} tooLong  What is said when it has failed often enough.
 * @returns {Promise<string>}
 */
function send(request, tries, tooLong) {
  return new Promise((resolve, reject) => {
    if (!worker) return reject(new EngineError("The writer could not be loaded."));
    const job = { request, tries, tooLong, resolve, reject };
    jobs.add(job);
    if (state.name === "ready") post(job);
  });
}

/**
 * Puts one request to an engine that is ready.
 * @param {Job} job
 */
function post(job) {
  const { port1, port2 } = new MessageChannel(); // one for each try, so that no response can be taken for another's
  limit ||= setTimeout(revive, RESPONSE_LIMIT);
  port1.onmessage = ({ data }) => {
    port1.close();
    jobs.delete(job);
    clearTimeout(limit);
    limit = jobs.size ? setTimeout(revive, RESPONSE_LIMIT) : 0; // the next has waited for this one, and has its own time
    job.resolve(data);
  };
  worker?.postMessage(job.request, [port2]);
}

/** Starts afresh an engine that has died or cannot be stopped, and gives up the job in hand if it has now failed often enough. */
function revive() {
  end();
  const [job] = jobs;
  if (job && (job.tries += 1) === TRIES) {
    jobs.delete(job);
    job.reject(new EngineError(job.tooLong));
  }
  boot(0);
}

/** @param {number} attempt  From 0. */
function boot(attempt) {
  if (typeof WebAssembly === "undefined") return fail();
  const module = new URL(`../engine/engine.worker.mjs#${attempt}`, import.meta.url).href;
  // A worker started from an address of its own escapes the page's security policy; one started from a blob inherits it.
  const blob = URL.createObjectURL(new Blob([`import ${JSON.stringify(module)};`], { type: "text/javascript" }));
  worker = new Worker(blob, { type: "module", name: "engine" });
  const stopped = () => (state.name === "ready" ? revive() : fallBack(attempt));
  worker.onerror = stopped;
  worker.onmessage = ({ data }) => {
    URL.revokeObjectURL(blob);
    if (data.name === "failed") return stopped();
    enter({ ...state, ...data });
    watch(attempt);
    if (data.name === "ready") for (const job of [...jobs]) post(job);
  };
  enter({ ...IDLE, name: "loading" });
  watch(attempt);
}

/**
 * Keeps an eye on a worker while it starts.
 * @param {number} attempt
 */
function watch(attempt) {
  clearTimeout(watchdog);
  if (state.name === "loading") watchdog = setTimeout(() => fallBack(attempt), BOOT_SILENCE);
}

/** @param {number} attempt  The one that came to nothing. */
function fallBack(attempt) {
  end();
  if (attempt + 1 < ATTEMPTS) boot(attempt + 1);
  else fail();
}

function end() {
  clearTimeout(watchdog);
  clearTimeout(limit);
  limit = 0;
  worker?.terminate();
  worker = null;
}

function stop() {
  end();
  for (const { reject } of jobs) reject(new EngineError("")); // the engine's state says it all
  jobs.clear();
}

function fail() {
  stop();
  enter({ ...IDLE, name: "failed" });
}

/** @param {State} next */
function enter(next) {
  state = next;
  for (const listener of [...listeners]) listener(state);
}

addEventListener("online", () => state.name === "failed" && restart());
