// The invitation that the reader has brought. It lives as long as the visit, in this module alone, and is put away with all the rest.

import { here, stamp } from "./reader-clock.mjs";

/**
 * @typedef {{name: string, label: string, value: string, quote: string, source: string, certainty: "sure" | "likely" | "unsure"}} Found
 * @typedef {{kind: string, status: string, found: Found[], you: {name: string, address: string}[], answerable: boolean, said: string[],
 *   suggestion: {where: string, label: string, notice: number | null, because: string[]} | null}} Invitation
 */

/** @type {{file: string, invitation: Invitation, you: string} | null} */
let brought = null;

export function get() {
  return brought;
}

/**
 * @param {string} file  In base64.
 * @param {Invitation} invitation  What it says.
 */
export function bring(file, invitation) {
  brought = { file, invitation, you: invitation.you.length === 1 ? (invitation.you[0]?.address ?? "") : "" };
}

/** Says which of the invited the reader is. @param {string} address */
export function be(address) {
  if (brought) brought.you = address;
}

export function putAway() {
  brought = null;
}

/** Returns what the engine must know of it to answer it; the day and the hour, where there is none. */
export function known() {
  const { file: invitation = "", you = "" } = brought ?? {};
  return { here: here(), stamp: stamp(), ...(brought ? { invitation, you } : {}) };
}
