// Runs used.py and archives.py in Pyodide on all that lies in a folder: node bundle.mjs FOLDER

import { readFileSync } from "node:fs";
import { loadPyodide } from "pyodide";

const pyodide = await loadPyodide();
pyodide.mountNodeFS("/archives", process.argv[2]);
for (const script of ["used.py", "archives.py"]) pyodide.runPython(readFileSync(new URL(script, import.meta.url), "utf8"));
