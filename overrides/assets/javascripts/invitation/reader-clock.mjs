// The device's clock and zone, in the words of the engine, which has neither.

import { localTime } from "../page/clock.mjs";

const MINUTE = 60_000; // ms
const DAY = 24 * 60 * MINUTE;
const [BEFORE, AFTER] = [400 * DAY, 800 * DAY]; // around now, as far as anybody's invitation lies

/**
 * Returns where and when the reader is: the zone, the moments at which its clocks change, and what they show.
 * @returns {import("../engine/protocol.mjs").ReaderClock}
 */
export function readerClock() {
  const now = Date.now();
  /** @type {[string, number][]} */
  const offsets = [[inUtc(now - BEFORE), east(now - BEFORE)]];
  for (let time = now - BEFORE; time < now + AFTER; time += 7 * DAY) {
    if (east(time) !== east(time + 7 * DAY)) {
      const change = between(time, time + 7 * DAY);
      offsets.push([inUtc(change), east(change)]);
    }
  }
  return { zone: Intl.DateTimeFormat().resolvedOptions().timeZone ?? "", offsets, now: localTime() };
}

/** Returns this moment as calendars write it: 20270503T090000Z. */
export function utcStamp() {
  return new Date().toISOString().replace(/[-:]|\.\d+/g, "");
}

/**
 * Returns the minute in which the clocks change.
 * @param {number} before
 * @param {number} after
 */
function between(before, after) {
  let [early, late] = [before, after];
  while (late - early > MINUTE) {
    const middle = (early + late) / 2;
    if (east(middle) === east(before)) early = middle;
    else late = middle;
  }
  return Math.floor(late / MINUTE) * MINUTE;
}

/** Minutes east of UTC. @param {number} time */
function east(time) {
  return -new Date(time).getTimezoneOffset();
}

/** @param {number} time */
function inUtc(time) {
  return new Date(time).toISOString().slice(0, 16);
}
