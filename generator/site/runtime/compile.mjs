// Traces and writes the archives in Pyodide, from all that lies in a folder, whose standard library it is: node compile.mjs FOLDER

import { readFileSync } from "node:fs";
import { loadPyodide } from "pyodide";

const [folder] = process.argv.slice(2);
const source = (/** @type {string} */ name) => readFileSync(new URL(`in_pyodide/${name}`, import.meta.url), "utf8");
const pyodide = await loadPyodide({
  stdLibURL: `${folder}/python_stdlib.zip`,
  // Without the columns of each instruction, which only tracebacks show, the compiled files are a fifth smaller.
  env: { PYTHONNODEBUGRANGES: "1" },
  fsInit: async (files, { sitePackages }) => files.writeFile(`${sitePackages}/sitecustomize.py`, source("record_start.py")),
});
pyodide.mountNodeFS("/archives", folder);
for (const script of ["trace_imports.py", "write_archives.py"]) pyodide.runPython(source(script));
