// What is checked of each file that Python needs.

/** The first bytes of a file, by the end of its name. @type {Record<string, number[]>} */
const BEGINNINGS = {
  ".wasm": [0x00, 0x61, 0x73, 0x6d],
  ".zip": [0x50, 0x4b, 0x03, 0x04],
  ".whl": [0x50, 0x4b, 0x03, 0x04],
};

/**
 * Throws where the server has sent something else than the file, such as its page for what is missing.
 * @param {Response} response
 */
export function refuseUnlessWhole(response) {
  if (!response.ok) throw new Error(`${response.url} answered ${response.status}`);
  const type = response.headers.get("content-type") ?? "";
  if (type.startsWith("text/html")) throw new Error(`${response.url} answered with a page`);
}

/**
 * Returns the response with its bytes counted and its beginning checked as they pass.
 * @param {Response} response
 * @param {(bytes: {loaded?: number, total?: number}) => void} report
 * @param {(reason: unknown) => void} reject  Called where the bytes are wrong or stop coming.
 */
export function counted(response, report, reject) {
  if (!response.body) return response;
  report({ total: sizeOf(response) });
  const reader = response.body.getReader();
  const beginning = beginningOf(response.url);
  let first = true;
  const body = new ReadableStream({
    async pull(controller) {
      try {
        const { done, value } = await reader.read();
        if (done) return controller.close();
        if (first && beginning.some((byte, index) => index < value.length && value[index] !== byte)) throw new Error(`${response.url} is not what its name says`);
        first = false;
        report({ loaded: value.length });
        controller.enqueue(value);
      } catch (error) {
        reject(error);
        controller.error(error);
      }
    },
  });
  return new Response(body, { status: response.status, headers: response.headers });
}

/** @param {string} url */
function beginningOf(url) {
  const known = Object.entries(BEGINNINGS).find(([ending]) => new URL(url).pathname.endsWith(ending));
  return known ? known[1] : [];
}

/**
 * Returns the size in bytes, or NaN where the file comes compressed: then the server tells only how much travels.
 * @param {Response} response
 */
function sizeOf({ headers }) {
  return headers.has("content-encoding") ? NaN : Number(headers.get("content-length") ?? NaN);
}
