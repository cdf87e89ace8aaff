// Puts scripts and styles together, small: node assets.mjs SITE TARGET STYLESHEET…
//
// A module that another one addresses, as `import("../room/name.mjs")` or `new URL("../room/name.mjs", import.meta.url)`, keeps its
// place and is fetched when its time comes; all others become parts of those that import them, which lie as deep: one folder down. So
// an address means the same in both. (esbuild's own `splitting` would cut out what two of them share: two more requests for every page.)

import { globSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build, transform } from "esbuild";
import { PurgeCSS } from "purgecss";

const ENTRY = "site/site.mjs";
const STYLE = "site.css";
const BROWSERS = ["chrome112", "firefox112", "safari16.4"]; // the oldest that run Pyodide
const HERE_ALONE = "{}"; // and not the settings of a folder above, which depend on where the site lies
const SHARED = { bundle: true, minify: true, legalComments: "none", logLevel: "error", target: BROWSERS, tsconfigRaw: HERE_ALONE };

const [site, target, ...stylesheets] = process.argv.slice(2);
const sources = join(site, "assets", "javascripts");

await bundleScripts();
await bundleServiceWorkers();
await bundleStyles();

async function bundleScripts() {
  const modules = globSync("*/*.mjs", { cwd: sources });
  const addressed = new Set(modules.flatMap((name) => addressedIn(readFileSync(join(sources, name), "utf8"))));
  await build({
    ...SHARED,
    format: "esm",
    entryPoints: [ENTRY, ...addressed].map((name) => join(sources, name)),
    external: ["../../runtime/*", ...[...addressed].map((name) => `../${name}`)],
    outdir: target,
    outbase: sources,
    outExtension: { ".js": ".mjs" },
  });
}

/** Writes those that may become the service worker to the root of the site, since they speak for what lies beside and below them. */
async function bundleServiceWorkers() {
  const folder = join(sources, "service-worker");
  await build({ ...SHARED, format: "iife", outdir: site, entryPoints: ["sw", "remove"].map((name) => join(folder, `${name}.mjs`)) });
}

/** Returns the names of the modules that a module addresses and does not import at once; types in comments are no addresses. */
function addressedIn(source) {
  return [...source.replace(/\/\*.*?\*\//gs, "").matchAll(/(?:\bimport\(|new URL\()\s*["`]\.\.\/([\w-]+\/[\w.-]+\.mjs)/g)].map(([, name]) => name);
}

/** Writes one stylesheet: of the theme's rules those that a page or a script can bring to bear, and all of ours. */
async function bundleStyles() {
  const isTheme = (name) => name.endsWith(".min.css");
  const [{ css: theme }] = await new PurgeCSS().purge({
    content: ["html", "js", "mjs"].map((ending) => `${site}/**/*.${ending}`),
    css: [{ raw: await joined(stylesheets.filter(isTheme)) }],
    defaultExtractor: (text) => text.match(/[\w-]+/g) ?? [],
  });
  const { code } = await transform(theme + (await joined(stylesheets.filter((name) => !isTheme(name)))), {
    loader: "css",
    minify: true,
    target: BROWSERS,
  });
  writeFileSync(join(target, STYLE), code);
}

async function joined(names) {
  const contents = names.map((name) => `@import ${JSON.stringify(`./${name}`)};`).join("\n");
  const { outputFiles } = await build({ ...SHARED, stdin: { contents, resolveDir: site, loader: "css" }, write: false });
  return outputFiles[0].text;
}
