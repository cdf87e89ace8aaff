// Files that the engine has made, on their way to the reader's device.

/** @typedef {import("../engine/protocol.mjs").File} File */

const TAKEN_AFTER = 40_000; // ms: Safari reads the file only when the reader has said where it goes

/**
 * Hands a file to the browser, which puts it among the downloads or asks where it goes.
 * @param {File} file
 */
export function save({ name, media_type, base64 }) {
  const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
  const address = URL.createObjectURL(new Blob([bytes], { type: media_type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), TAKEN_AFTER);
}
