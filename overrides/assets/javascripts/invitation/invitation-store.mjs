// The invitation that the reader has brought. It lives as long as the visit, in this module alone, and is put away with all the rest.

import { readerClock, utcStamp } from "./reader-clock.mjs";

/** @typedef {import("../engine/protocol.mjs").Invitation} Invitation */

/** @type {{file: string, invitation: Invitation, you: string} | null} */
let stored = null;

export function get() {
  return stored;
}

/**
 * @param {string} file  In base64.
 * @param {Invitation} invitation  What it says.
 */
export function set(file, invitation) {
  stored = { file, invitation, you: invitation.you.length === 1 ? (invitation.you[0]?.address ?? "") : "" };
}

/** Says which of the invited the reader is. @param {string} address */
export function setIdentity(address) {
  if (stored) stored.you = address;
}

export function clear() {
  stored = null;
}

/** Returns the fields of a request for a reply to it; the day and the hour alone, where there is none. */
export function requestFields() {
  const { file: invitation = "", you = "" } = stored ?? {};
  return { clock: readerClock(), stamp: utcStamp(), ...(stored ? { invitation, you } : {}) };
}
