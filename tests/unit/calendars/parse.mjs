// Reads a list of calendar files as JSON from standard input, and prints what ical.js makes of each: jCal (RFC 7265).

import { readFileSync } from "node:fs";

import ICAL from "ical.js";

/** @type {string[]} */
const texts = JSON.parse(readFileSync(0, "utf-8"));
process.stdout.write(JSON.stringify(texts.map((text) => ICAL.parse(text))));
