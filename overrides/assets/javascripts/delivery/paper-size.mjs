// The sheet of paper that a message is printed on, or a document is laid out for.

/** A page without JavaScript leaves the size to the printer. Firefox heeds the size of a named page on no sheet, so there is one page. */
const rule = new CSSStyleSheet();

/**
 * Lays out the paper of the English that is chosen, and any other that is chosen later; nothing remembers it.
 * @param {HTMLElement} root  The writer.
 */
export function followPaperSize(root) {
  if (!document.adoptedStyleSheets.includes(rule)) document.adoptedStyleSheets = [...document.adoptedStyleSheets, rule];
  const turn = () => rule.replaceSync(`@page { size: ${chosenPaperSize(root)}; }`);
  const follow = () => {
    const paper = radios(root, "locale").find(({ checked }) => checked)?.dataset.sheet;
    for (const radio of radios(root, "paper")) radio.checked = radio.value === paper;
    turn();
  };
  for (const radio of radios(root, "paper")) radio.onchange = turn;
  for (const radio of radios(root, "locale")) radio.onchange = follow;
  follow();
}

/** @param {HTMLElement} root  The writer. */
export function chosenPaperSize(root) {
  return radios(root, "paper").find(({ checked }) => checked)?.value ?? "";
}

/**
 * @param {HTMLElement} root
 * @param {string} name
 * @returns {HTMLInputElement[]}
 */
function radios(root, name) {
  return [...root.querySelectorAll("input")].filter((each) => each.name === name);
}
