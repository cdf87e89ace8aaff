// The sheet of paper that a letter is printed on, or a document is laid out for. The stylesheet reads the same radios.

const LETTER_REGIONS = "BZ CA CL CO CR GT MX NI PA PH PR SV US VE".split(" "); // paperSize US-Letter, in Unicode's CLDR

/**
 * Chooses the paper that the reader's region uses; nothing remembers it.
 * @param {HTMLElement} root  The writer.
 */
export function suggestPaper(root) {
  for (const radio of radios(root)) radio.checked = radio.value === usual();
}

/** @param {HTMLElement} root  The writer. */
export function chosenPaper(root) {
  return radios(root).find(({ checked }) => checked)?.value ?? "";
}

/** The paper of the region that the browser's language names; A4 where it names none. */
function usual() {
  const region = /-([A-Z]{2})\b/.exec(navigator.language)?.[1]; // Intl.Locale would throw at the “c” of a device without a language
  return region && LETTER_REGIONS.includes(region) ? "letter" : "a4";
}

/**
 * @param {HTMLElement} root
 * @returns {HTMLInputElement[]}
 */
function radios(root) {
  return [...root.querySelectorAll("input")].filter(({ name }) => name === "paper");
}
