// Reads lines of JSON, [{locale, text}], and answers each with a line of what Harper and retext find in each text: [[{by, rule, words, message}]].

import { createInterface } from "node:readline";

import { Dialect, LocalLinter } from "harper.js";
import { binaryInlined } from "harper.js/binaryInlined";
import retextArticle from "retext-indefinite-article";
import retextContractions from "retext-contractions";
import retextEnglish from "retext-english";
import retextEquality from "retext-equality";
import retextRepeated from "retext-repeated-words";
import retextSpacing from "retext-sentence-spacing";
import retextStringify from "retext-stringify";
import { unified } from "unified";

/** @typedef {{locale: string, text: string}} Asked */

/** @type {Record<string, Dialect>} */
const DIALECTS = { "en-GB": Dialect.British, "en-US": Dialect.American };

const retext = unified()
  .use(retextEnglish)
  .use(retextArticle)
  .use(retextContractions, { straight: true })
  .use(retextEquality)
  .use(retextRepeated)
  .use(retextSpacing)
  .use(retextStringify)
  .freeze();

/** @type {Map<string, LocalLinter>} */
const linters = new Map();

/** @param {string} locale */
async function linterFor(locale) {
  const linter = linters.get(locale) ?? new LocalLinter({ binary: binaryInlined, dialect: DIALECTS[locale] ?? Dialect.American });
  linters.set(locale, linter);
  await linter.setup();
  return linter;
}

/** The hour at the end of a sentence, which Harper takes for the middle of one: “3 p.m. This …” */
const AT_THE_END = /\b([ap])\.m\. (?=[A-Z])/g;

/** @param {Asked} asked */
async function find({ locale, text }) {
  const linter = await linterFor(locale);
  const lints = await linter.lint(text.replace(AT_THE_END, "$1m. "), { language: "plaintext" });
  const harper = lints.map((lint) => ({ by: "Harper", rule: lint.lint_kind(), words: lint.get_problem_text(), message: lint.message() }));
  const { messages } = await retext.process(text);
  return [...harper, ...messages.map(({ ruleId, actual, reason }) => ({ by: "retext", rule: ruleId, words: actual ?? "", message: reason }))];
}

for await (const line of createInterface({ input: process.stdin })) {
  const found = [];
  for (const asked of JSON.parse(line)) found.push(await find(asked));
  process.stdout.write(`${JSON.stringify(found)}\n`);
}
