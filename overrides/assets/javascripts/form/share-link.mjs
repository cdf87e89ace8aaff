// Links that carry choices to somebody else, and nothing that was typed: `#v1&channel=call&reason=none&without=door,wish`.
// The part behind the # never reaches a server. Whoever sent it, it is only ever compared with what the page offers.

import { LOCALE, choicesOf, choose } from "./answers.mjs";

const VERSION = "v1";
const LONGEST = 1_000; // characters; a link of ours has about a hundred
const WITHOUT = "without";

/**
 * Returns the address of this page with the choices.
 * @param {HTMLFormElement} form
 * @param {string[]} without  The parts that are left out.
 */
export function shareLink(form, without) {
  const { [LOCALE]: _, ...choices } = choicesOf(form); // whoever opens the link has an English of their own
  return withChoices(location.href, without.length ? { ...choices, [WITHOUT]: without.join(",") } : choices);
}

/**
 * Returns an address with choices.
 * @param {string} address
 * @param {Record<string, string>} choices
 */
export function withChoices(address, choices) {
  const url = new URL(address);
  url.hash = [VERSION, ...Object.entries(choices).map(([name, value]) => `${name}=${value}`)].join("&");
  return url.href;
}

/** Tells whether a fragment is one of these, rather than a place on the page. @param {string} fragment */
export function isShareLink(fragment) {
  return /^#v\d+(&|$)/.test(fragment);
}

/**
 * Takes the choices out of the address. The page then stands at its top: from the offset in its entry of the history the theme
 * knows that it has nothing to scroll to; without one it follows the fragment that is gone, which makes a second entry.
 */
export function cleanAddress() {
  history.replaceState({ x: 0, y: 0 }, "", location.pathname + location.search);
}

/**
 * Returns the choices in a fragment, by name and in their order; null if it is not of this version, or longer than any of ours.
 * @param {string} fragment  With its #.
 * @returns {[string, string][] | null}
 */
export function parse(fragment) {
  const [version, ...pairs] = fragment.slice(1).split("&");
  if (version !== VERSION || fragment.length > LONGEST) return null;
  return pairs.map((pair) => {
    const [name = "", value = ""] = pair.split("=", 2);
    return [name, value];
  });
}

/**
 * Takes over what a fragment asks for.
 * @param {string} fragment  With its #.
 * @param {HTMLFormElement} form
 * @param {string[]} parts  Those that can be left out.
 * @returns {{without: string[], whole: boolean}}  What to leave out, and whether there was nothing else in it.
 */
export function apply(fragment, form, parts) {
  const pairs = parse(fragment);
  if (!pairs) return { without: [], whole: false };
  const asked = new Map(pairs);
  const names = asked.get(WITHOUT)?.split(",") ?? [];
  asked.delete(WITHOUT);
  const unknown = choose(form, Object.fromEntries(asked));
  const without = parts.filter((part) => names.includes(part));
  return { without, whole: unknown.length === 0 && without.length === names.length && asked.size + (names.length ? 1 : 0) === pairs.length };
}
