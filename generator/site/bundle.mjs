// Runs archives.py in Pyodide on all that lies in a folder: node bundle.mjs FOLDER

import { readFileSync } from "node:fs";
import { loadPyodide } from "pyodide";

const pyodide = await loadPyodide();
pyodide.mountNodeFS("/archives", process.argv[2]);
pyodide.runPython(readFileSync(new URL("archives.py", import.meta.url), "utf8"));
