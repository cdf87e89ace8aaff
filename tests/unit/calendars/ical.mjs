// Reads calendar files as a JSON list from standard input, and prints what ical.js finds in each: a list of events, or the error's words.

import { readFileSync } from "node:fs";

import ICAL from "ical.js";

/** @param {import("ical.js").default.Component} event @param {string} name */
function text(event, name) {
  return String(event.getFirstPropertyValue(name) ?? "");
}

/** @param {import("ical.js").default.Component} event */
function start(event) {
  const time = /** @type {any} */ (event.getFirstPropertyValue("dtstart"));
  if (!time) return null;
  const { year, month, day, hour, minute, isDate, zone } = time;
  const known = !isDate && zone !== ICAL.Timezone.localTimezone;
  return { wall: isDate ? [year, month, day] : [year, month, day, hour, minute], offset: known ? time.utcOffset() / 60 : null };
}

/** @param {import("ical.js").default.Component} event */
function read(event) {
  return {
    uid: text(event, "uid"),
    summary: text(event, "summary"),
    location: text(event, "location"),
    description: text(event, "description"),
    organizer: text(event, "organizer"),
    attendees: event.getAllProperties("attendee").map((each) => String(each.getFirstValue())),
    sequence: event.getFirstPropertyValue("sequence"),
    status: text(event, "status"),
    instance: event.hasProperty("recurrence-id"),
    start: start(event),
  };
}

/** @param {string} file */
function tryToRead(file) {
  try {
    const parsed = ICAL.parse(file);
    const roots = Array.isArray(parsed[0]) ? parsed : [parsed];
    return roots.flatMap((root) => new ICAL.Component(/** @type {any} */ (root)).getAllSubcomponents("vevent").map(read));
  } catch (error) {
    return String(error);
  }
}

console.log(JSON.stringify(JSON.parse(readFileSync(0, "utf8")).map(tryToRead)));
