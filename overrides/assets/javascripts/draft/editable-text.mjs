// The paper as a place to write: which words of which part the reader has changed, and where the cursor stands.

/** @typedef {import("../engine/protocol.mjs").Draft} Draft */

/**
 * Makes the text a place to write in, or one to read again.
 * @param {HTMLElement} text
 * @param {boolean} editable
 */
export function setEditable(text, editable) {
  if (editable) {
    text.setAttribute("contenteditable", "plaintext-only");
    text.setAttribute("role", "textbox");
    text.setAttribute("aria-label", text.dataset.label ?? "");
    text.setAttribute("aria-multiline", String(text.matches("[data-draft]")));
  } else {
    for (const name of ["contenteditable", "role", "aria-label", "aria-multiline"]) text.removeAttribute(name);
  }
}

/**
 * Returns the words that now stand in each part. A part that is gone, or that has run into the one before, has none.
 * @param {HTMLElement} text
 * @param {Draft} draft  The one that the text was last made from, or that was made of the text.
 * @returns {Map<string, string>}
 */
export function wordsByPart(text, draft) {
  const { parts } = draft;
  /** @type {Map<string, string>} */
  const words = new Map(parts.map(({ name }) => [name, ""]));
  let current = -1; // the place of the part that was come upon last
  let between = "";
  for (const node of text.childNodes) {
    const name = node instanceof HTMLElement ? node.dataset.part : undefined;
    if (name === undefined) {
      between += textOf(node);
      continue;
    }
    const place = parts.findIndex((each) => each.name === name);
    if (place > current) current = share(words, parts, current, place, between);
    else add(words, parts[Math.max(current, 0)], between);
    add(words, parts[Math.max(current, 0)], textOf(node));
    between = "";
  }
  share(words, parts, current, parts.length, between);
  return new Map([...words].map(([name, found]) => [name, found.trim()]));
}

/**
 * Gives the text between two parts to those that it belongs to: to one that stood there and of which the browser has kept the
 * words alone, or else to a neighbour.
 * @param {Map<string, string>} words
 * @param {Draft["parts"]} parts
 * @param {number} before  The place of the part before the text; -1 at the start.
 * @param {number} after   The place of the part after it; past the last at the end.
 * @param {string} between
 * @returns {number}  Where what follows belongs: the part after the text, or the one before where the two have run together.
 */
function share(words, parts, before, after, between) {
  const divider = parts[after]?.before ?? "";
  const gone = parts.slice(before + 1, after);
  const known = [divider, [...gone, parts[after]].map((part) => part?.before ?? "").join("")];
  if (known.includes(between)) return after;
  const [lost] = gone;
  const own = between.trim() !== "" && between.endsWith(divider) ? between.slice(0, between.length - divider.length) : null;
  if (own !== null) {
    if (lost && own.startsWith(lost.before)) deal(words, gone, own.slice(lost.before.length));
    else add(words, parts[before] ?? parts[after], own);
    return after;
  }
  if (between.trim() && between.startsWith(divider)) {
    add(words, parts[after], between.slice(divider.length));
    return after;
  }
  if (after === parts.length || before < 0) {
    add(words, parts[Math.max(before, 0)], between);
    return after;
  }
  add(words, parts[before], between);
  return before;
}

/**
 * Gives each of the parts that are gone its paragraph or line of a text; the last of them that there is one for, all the rest.
 * @param {Map<string, string>} words
 * @param {Draft["parts"]} gone
 * @param {string} text
 */
function deal(words, gone, text) {
  const places = gone.filter(({ before }, index) => index === 0 || before.includes("\n"));
  let rest = text;
  places.forEach((part, index) => {
    const divider = places[index + 1]?.before ?? "";
    const end = divider && rest.includes(divider) ? rest.indexOf(divider) : rest.length;
    add(words, part, rest.slice(0, end));
    rest = rest.slice(end + divider.length);
  });
}

/**
 * Returns the name of the part that the cursor or the pointer is in.
 * @param {Node | null} node
 */
export function partAt(node) {
  const element = node instanceof Element ? node : node?.parentElement;
  const part = element?.closest("[data-part]");
  return part instanceof HTMLElement ? (part.dataset.part ?? "") : "";
}

/**
 * Tells where the selection begins and ends in an element, in characters from its start; none where it is elsewhere.
 * @param {HTMLElement} text
 * @returns {[number, number] | null}
 */
export function selectionIn(text) {
  const { anchorNode, anchorOffset, focusNode, focusOffset } = getSelection() ?? {};
  if (!anchorNode || !focusNode || !text.contains(anchorNode) || !text.contains(focusNode)) return null;
  return [distance(text, anchorNode, anchorOffset ?? 0), distance(text, focusNode, focusOffset ?? 0)];
}

/**
 * Selects again what was selected, or as much of it as there is.
 * @param {HTMLElement} text
 * @param {[number, number]} selection
 */
export function restoreSelection(text, selection) {
  const [anchor, focus] = selection.map((place) => pointAt(text, place));
  if (anchor && focus) getSelection()?.setBaseAndExtent(...anchor, ...focus);
}

/**
 * @param {HTMLElement} text
 * @param {Node} node
 * @param {number} offset
 */
function distance(text, node, offset) {
  const range = document.createRange();
  range.setStart(text, 0);
  range.setEnd(node, offset);
  return range.toString().length;
}

/**
 * @param {HTMLElement} text
 * @param {number} place
 * @returns {[Node, number]}
 */
function pointAt(text, place) {
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  let left = place;
  let last = text.firstChild ?? text;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    last = /** @type {ChildNode} */ (node);
    const { length } = node.textContent ?? "";
    if (left <= length) return [node, left];
    left -= length;
  }
  return [last, last.textContent?.length ?? 0];
}

/**
 * @param {Map<string, string>} words
 * @param {Draft["parts"][number] | undefined} part
 * @param {string} more
 */
function add(words, part, more) {
  if (part) words.set(part.name, (words.get(part.name) ?? "") + more);
}

/** Browsers that put an element in for a line end mean a line end. @param {Node} node */
function textOf(node) {
  if (node.nodeName === "BR") return "\n";
  const breaks = node instanceof Element ? node.querySelectorAll("br") : [];
  if (!breaks.length) return (node.textContent ?? "").replaceAll("\u00a0", " ");
  const copy = /** @type {Element} */ (node.cloneNode(true));
  for (const each of copy.querySelectorAll("br")) each.replaceWith("\n");
  return (copy.textContent ?? "").replaceAll("\u00a0", " ");
}
