// The sheet of paper that a message is printed on, or a document is laid out for.

const LETTER_REGIONS = "BZ CA CL CO CR GT MX NI PA PH PR SV US VE".split(" "); // paperSize US-Letter, in Unicode's CLDR

/** A page without JavaScript leaves the size to the printer. Firefox heeds the size of a named page on no sheet, so there is one page. */
const rule = new CSSStyleSheet();

/**
 * Lays out the paper that the reader's region uses, and any other that is chosen later; nothing remembers it.
 * @param {HTMLElement} root  The writer.
 */
export function layPaper(root) {
  for (const radio of radios(root)) radio.checked = radio.value === usual();
  if (!document.adoptedStyleSheets.includes(rule)) document.adoptedStyleSheets = [...document.adoptedStyleSheets, rule];
  const turn = () => rule.replaceSync(`@page { size: ${chosenPaper(root)}; }`);
  for (const radio of radios(root)) radio.onchange = turn;
  turn();
}

/** @param {HTMLElement} root  The writer. */
export function chosenPaper(root) {
  return radios(root).find(({ checked }) => checked)?.value ?? "";
}

/** The paper of the region that the browser's language names; A4 where it names none. */
function usual() {
  const region = /-([A-Z]{2})\b/.exec(navigator.language)?.[1]; // Intl.Locale would throw at the “C” of a device without a language
  return region && LETTER_REGIONS.includes(region) ? "letter" : "a4";
}

/**
 * @param {HTMLElement} root
 * @returns {HTMLInputElement[]}
 */
function radios(root) {
  return [...root.querySelectorAll("input")].filter(({ name }) => name === "paper");
}
