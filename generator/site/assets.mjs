// Puts scripts and styles together, small: node assets.mjs SITE TARGET STYLESHEET…
//
// A module that is addressed as `new URL("./name.mjs", import.meta.url)` starts a program of its own, such as a worker, and keeps its
// name; all others become parts of site.mjs, or of what it imports later on.

import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build, transform } from "esbuild";
import { PurgeCSS } from "purgecss";

const ENTRY = "site.mjs";
const STYLE = "site.css";
const BROWSERS = ["chrome112", "firefox112", "safari16.4"]; // the oldest that run Pyodide
const SHARED = { bundle: true, minify: true, legalComments: "none", logLevel: "error", target: BROWSERS };

const [site, target, ...stylesheets] = process.argv.slice(2);
const sources = join(site, "assets", "javascripts");

await bundleScripts();
await bundleStyles();

async function bundleScripts() {
  const modules = readdirSync(sources).filter((name) => name.endsWith(".mjs"));
  const programs = new Set(modules.flatMap((name) => addressedIn(readFileSync(join(sources, name), "utf8"))));
  const common = { ...SHARED, format: "esm", outdir: target, outExtension: { ".js": ".mjs" }, external: ["../runtime/*"] };
  const inSources = (name) => join(sources, name);
  await build({ ...common, entryPoints: [inSources(ENTRY)], splitting: true, chunkNames: "[name]-[hash]" });
  if (programs.size) await build({ ...common, entryPoints: [...programs].sort().map(inSources) });
}

/** Returns the names of the modules that a module addresses without importing them. */
function addressedIn(source) {
  return [...source.matchAll(/new URL\(\s*"\.\/([\w.-]+\.mjs)",\s*import\.meta\.url\s*\)/g)].map(([, name]) => name);
}

/** Writes one stylesheet, without the rules of the theme that no page and no script can bring to bear. */
async function bundleStyles() {
  const imports = stylesheets.map((name) => `@import ${JSON.stringify(`./${name}`)};`).join("\n");
  const { outputFiles } = await build({
    ...SHARED,
    stdin: { contents: imports, resolveDir: site, loader: "css" },
    write: false,
  });
  const [{ css }] = await new PurgeCSS().purge({
    content: ["html", "js", "mjs"].map((ending) => `${site}/**/*.${ending}`),
    css: [{ raw: outputFiles[0].text }],
    defaultExtractor: (text) => text.match(/[\w-]+/g) ?? [],
  });
  const { code } = await transform(css, { loader: "css", minify: true, target: BROWSERS });
  writeFileSync(join(target, STYLE), code);
}
