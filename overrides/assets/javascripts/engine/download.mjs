// The files that Python needs: all fetched at once, counted as they come, and checked before they are used.

/** @typedef {import("../../runtime/current.mjs").File} File */

const WASM = "pyodide.asm.wasm";

/** The files of one folder, on their way. */
export class Download {
  /** Rejects at the first file that is not what it should be. @type {Promise<never>} */
  broken;

  /** @type {Map<string, Promise<ArrayBuffer>>} */
  #bytes = new Map();

  /** @type {Promise<WebAssembly.Module>} */
  #machine;

  #folder;
  #files;
  #report;
  #loaded = 0;
  #total = 0;

  /**
   * @param {string} folder
   * @param {Record<string, File>} files
   * @param {(progress: {loaded: number, total: number}) => void} report  Called with bytes as they travel.
   */
  constructor(folder, files, report) {
    this.#folder = folder;
    this.#files = files;
    this.#report = report;
    for (const { transfer } of Object.values(files)) this.#total += transfer;
    const responses = new Map(Object.keys(files).map((name) => [name, this.#ask(name)]));
    this.#machine = this.#compile(/** @type {Promise<Response>} */ (responses.get(WASM)));
    for (const [name, response] of responses) if (name !== WASM) this.#bytes.set(name, this.#take(name, response));
    this.broken = this.#all().then(() => new Promise(() => {}));
    this.broken.catch(() => {}); // heard by whoever waits; a file can be refused before anybody does
  }

  /**
   * Returns a file, checked.
   * @param {string} name
   * @returns {Promise<Uint8Array<ArrayBuffer>>}
   */
  async bytes(name) {
    const content = await this.#bytes.get(name);
    if (!content) throw new Error(`${name} is not part of the runtime`);
    return new Uint8Array(content);
  }

  /**
   * Runs a script, checked; the browser has it already, so that nothing travels twice.
   * @param {string} name
   */
  async module(name) {
    await this.bytes(name);
    return import(this.#folder + name);
  }

  /** Resolves once every file is here and checked. */
  async whole() {
    await this.#all();
  }

  /**
   * Hands the files to Pyodide, which fetches for itself and waits for ever on what is missing or cut short.
   * @returns {() => void}  Ends it.
   */
  serve() {
    const { fetch } = globalThis;
    const { instantiateStreaming } = WebAssembly;
    globalThis.fetch = async (input) => {
      const name = String(input).replace(this.#folder, "");
      return name === WASM ? new Response() : new Response(await this.bytes(name));
    };
    // The machine is compiled while the scripts are still on their way; Pyodide only starts it.
    WebAssembly.instantiateStreaming = async (_, imports) => {
      const module = await this.#machine;
      return { module, instance: await WebAssembly.instantiate(module, imports) };
    };
    return () => Object.assign(globalThis, { fetch }) && Object.assign(WebAssembly, { instantiateStreaming });
  }

  async #all() {
    await Promise.all([this.#machine, ...this.#bytes.values()]);
  }

  /** @param {string} name */
  async #ask(name) {
    const response = await fetch(this.#folder + name);
    if (!response.ok) throw new Error(`${response.url} answered ${response.status}`);
    return response;
  }

  /**
   * Reads a file to its end and checks it.
   * @param {string} name
   * @param {Promise<Response>} asked
   */
  async #take(name, asked) {
    const response = await asked;
    const { size, transfer, sha256 } = /** @type {File} */ (this.#files[name]);
    const content = new Uint8Array(size);
    let length = 0;
    const reader = response.body?.getReader();
    for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
      if (length + part.value.length > size) throw new Error(`${response.url} is longer than it should be`);
      content.set(part.value, length);
      length += part.value.length;
      this.#loaded += (part.value.length * transfer) / size;
      this.#report({ loaded: Math.round(this.#loaded), total: this.#total });
    }
    if (length !== size || !(await matches(content, sha256))) throw new Error(`${response.url} is not the file that this page was built with`);
    return content.buffer;
  }

  /**
   * Compiles the machine as it comes. Only from a response as the browser gave it will the browser keep what it has compiled,
   * so it is a copy that is counted and checked.
   * @param {Promise<Response>} asked
   */
  async #compile(asked) {
    const response = await asked;
    const content = this.#take(WASM, Promise.resolve(response.clone()));
    this.#bytes.set(WASM, content);
    content.catch(() => {});
    const typed = response.headers.get("content-type")?.startsWith("application/wasm");
    return typed ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await content);
  }
}

/**
 * Tells whether the bytes have this SHA-256. A page that came without HTTPS cannot know; then their number must do.
 * @param {Uint8Array<ArrayBuffer>} content
 * @param {string} sha256
 */
async function matches(content, sha256) {
  if (!crypto.subtle) return true;
  const digest = await crypto.subtle.digest("SHA-256", content);
  return sha256 === [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
