/**
 * Copies text. Call it at once in the click: Safari refuses after any waiting.
 * @param {string} text
 * @returns {Promise<boolean>}  Whether it was copied.
 */
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false; // no permission, or no clipboard where the page is not served securely
  }
}

/**
 * Selects all of an element's text, for the reader to copy by hand.
 * @param {Element} element
 */
export function select(element) {
  const range = document.createRange();
  range.selectNodeContents(element);
  const selection = getSelection();
  selection?.removeAllRanges();
  selection?.addRange(range);
}
