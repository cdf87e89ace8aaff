// Runs used.py and archives.py in Pyodide on all that lies in a folder: node bundle.mjs FOLDER

import { readFileSync } from "node:fs";
import { loadPyodide } from "pyodide";

// Without the columns of each instruction, which only tracebacks show, the compiled files are a fifth smaller.
const pyodide = await loadPyodide({ env: { PYTHONNODEBUGRANGES: "1" } });
pyodide.mountNodeFS("/archives", process.argv[2]);
for (const script of ["used.py", "archives.py"]) pyodide.runPython(readFileSync(new URL(script, import.meta.url), "utf8"));
