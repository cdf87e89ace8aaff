// Reads [{locale, text}] as JSON from standard input, and prints what Harper and retext find in each text: [[{by, rule, words, message}]].

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

const linters = new Map();

async function linterFor(locale) {
  if (!linters.has(locale)) {
    const linter = new LocalLinter({ binary: binaryInlined, dialect: DIALECTS[locale] });
    await linter.setup();
    linters.set(locale, linter);
  }
  return linters.get(locale);
}

async function find({ locale, text }) {
  const linter = await linterFor(locale);
  const lints = await linter.lint(text, { language: "plaintext" });
  const harper = lints.map((lint) => ({ by: "Harper", rule: lint.lint_kind(), words: lint.get_problem_text(), message: lint.message() }));
  const { messages } = await retext.process(text);
  return [...harper, ...messages.map(({ ruleId, actual, reason }) => ({ by: "retext", rule: ruleId, words: actual ?? "", message: reason }))];
}

let input = "";
for await (const piece of process.stdin) input += piece;
const found = [];
for (const asked of JSON.parse(input)) found.push(await find(asked));
console.log(JSON.stringify(found));
