// Every way we know in which a script could send what it knows to somebody else. The tests run them as scripts of our own
// site, since that is the worst case: our own code gone bad, or somebody's code among ours.
//
// Each attempt asks for an address that ends with its own name, so that the one who listens can tell them apart. When all have been
// made, some are made once more, to this site itself, which the policy allows: when those have arrived, so would the others.

/** @typedef {(address: string) => unknown} Attempt  May return what settles once the attempt is over. */

/** @type {Record<string, Attempt>} */
const ANYWHERE = {
  fetch: (address) => fetch(address),
  "fetch without an answer": (address) => fetch(address, { mode: "no-cors", method: "POST", body: "secret" }),
  "fetch that outlives the page": (address) => fetch(address, { keepalive: true, method: "POST", body: "secret" }),
  XMLHttpRequest: (address) => {
    const request = new XMLHttpRequest();
    request.open("GET", address);
    request.send();
    return over(request);
  },
  WebSocket: (address) => over(new WebSocket(address.replace("http", "ws"))),
  EventSource: (address) => {
    const source = new EventSource(address);
    return over(source).then(() => source.close());
  },
  "import()": (address) => import(address),
  "worker in a worker": (address) => {
    const worker = new Worker(blob(`fetch(${JSON.stringify(address)}).catch(() => {}).then(() => postMessage(0))`));
    return over(worker).then(() => worker.terminate());
  },
  importScripts: (address) => {
    const worker = new Worker(blob(`try { importScripts(${JSON.stringify(address)}) } catch {} postMessage(0)`));
    return over(worker).then(() => worker.terminate());
  },
};

/** @type {Record<string, Attempt>} */
const IN_A_PAGE = {
  ...ANYWHERE,
  sendBeacon: (address) => navigator.sendBeacon(address, "secret"),
  picture: (address) => over(Object.assign(new Image(), { src: address })),
  "picture of many": (address) => over(Object.assign(new Image(), { srcset: `${address} 2x` })),
  sound: (address) => over(Object.assign(new Audio(), { src: address, preload: "auto" })),
  film: (address) => added("video", { src: address, preload: "auto" }),
  script: (address) => added("script", { src: address }),
  "script, module": (address) => added("script", { src: address, type: "module" }),
  stylesheet: (address) => added("link", { rel: "stylesheet", href: address }),
  icon: (address) => added("link", { rel: "icon", href: address }),
  prefetch: (address) => added("link", { rel: "prefetch", href: address }),
  preload: (address) => added("link", { rel: "preload", as: "image", href: address }),
  modulepreload: (address) => added("link", { rel: "modulepreload", href: address }),
  "background of an element": (address) => {
    document.body.style.backgroundImage = `url(${JSON.stringify(address)})`;
  },
  font: (address) => new FontFace("secret", `url(${JSON.stringify(address)})`).load(),
  frame: (address) => added("iframe", { src: address }),
  object: (address) => added("object", { data: address }),
  embed: (address) => added("embed", { src: address }),
  "form into a frame": (address) => {
    const name = "a-frame";
    document.body.append(Object.assign(document.createElement("iframe"), { name }));
    form(address, name).submit();
  },
};

/** @type {Record<string, Attempt>} */
const ATTEMPTS = "document" in globalThis ? IN_A_PAGE : ANYWHERE;

/** What the policy allows to be asked of the site itself, in a page and in a worker. */
const ALLOWED = ["fetch", "XMLHttpRequest", "EventSource", "worker in a worker", "picture", "script", "stylesheet"];

/**
 * Makes every attempt, all at once, and then those that are allowed.
 * @param {string} prefix  The address that all of theirs begin with.
 * @param {string} own  The same for those that are allowed.
 * @returns {Promise<string[][]>}  The names of either.
 */
export async function tryAll(prefix, own) {
  const allowed = ALLOWED.filter((name) => name in ATTEMPTS);
  for (const name of Object.keys(ATTEMPTS)) make(name, prefix);
  for (const name of allowed) make(name, own);
  return [Object.keys(ATTEMPTS), allowed];
}

/**
 * @param {string} name
 * @param {string} prefix
 */
function make(name, prefix) {
  Promise.resolve(prefix + encodeURIComponent(name)).then(ATTEMPTS[name]).catch(() => {}); // refused
}

/**
 * Sends a form, and the page with it: where that is allowed, the page goes away before this is over.
 * @param {string} address
 * @returns {Promise<void>}  Settles once the policy has refused it.
 */
export async function sendForm(address) {
  const refused = new Promise((resolve) => document.addEventListener("securitypolicyviolation", resolve));
  try {
    form(address, "_self").submit();
  } catch {
    return; // Firefox refuses aloud
  }
  await refused;
}

/**
 * Makes every attempt in a worker that starts from a blob, as the engine does.
 * @param {string} prefix
 * @param {string} own
 * @returns {Promise<string[][]>}  The names of either.
 */
export function tryAllInWorker(prefix, own) {
  return inWorker(`tryAll(...${JSON.stringify([prefix, own])})`);
}

/**
 * Starts Python in a worker that starts from a blob, as the engine does, and runs a program in it.
 * @param {string} runtime  The folder of the runtime.
 * @param {string} lock  What Pyodide needs to know of packages.
 * @param {string} program  Python whose last line is `try_all(prefix, own)`.
 * @returns {Promise<string[][]>}  What the program returns.
 */
export function runPython(runtime, lock, program) {
  return inWorker(`python(...${JSON.stringify([runtime, lock, program])})`);
}

/**
 * @param {string} runtime
 * @param {string} lock
 * @param {string} program
 * @returns {Promise<string[][]>}
 */
export async function python(runtime, lock, program) {
  const { loadPyodide } = await import(`${runtime}pyodide.mjs`);
  const pyodide = await loadPyodide({ indexURL: runtime, packageBaseUrl: runtime, lockFileContents: lock });
  return pyodide.runPython(program).toJs();
}

/**
 * Calls a function of this module in a module worker, and returns what it returns.
 * @param {string} call
 * @returns {Promise<string[][]>}
 */
function inWorker(call) {
  const text = `import * as attempts from ${JSON.stringify(import.meta.url)};
    attempts.${call}.then((value) => postMessage({ value }), (error) => postMessage({ error: String(error) }));`;
  const worker = new Worker(blob(text), { type: "module" });
  return new Promise((resolve, reject) => {
    worker.onerror = ({ message }) => reject(new Error(`The worker did not start: ${message}`));
    worker.onmessage = ({ data: { value, error } }) => (error ? reject(new Error(error)) : resolve(value));
  });
}

/** @param {string} text */
function blob(text) {
  return URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
}

/**
 * @param {string} tag
 * @param {Record<string, string>} properties
 */
function added(tag, properties) {
  const element = Object.assign(document.createElement(tag), properties);
  document.body.append(element);
  return over(element);
}

/**
 * @param {string} action
 * @param {string} target
 */
function form(action, target) {
  const form = Object.assign(document.createElement("form"), { action, target, method: "post" });
  document.body.append(form);
  return form;
}

/**
 * Settles once the attempt has come to something, whatever it is.
 * @param {EventTarget} target
 */
function over(target) {
  return new Promise((resolve) => {
    for (const event of ["load", "loadend", "open", "message", "error"]) target.addEventListener(event, resolve);
  });
}

Object.assign(globalThis, { canary: { tryAll, tryAllInWorker, runPython, sendForm } });
