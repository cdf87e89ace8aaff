"""Plain Pyodide, to measure ours against: its npm package as it is, wheels of sources, the same page, the same message."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from generator.site.runtime import build, wheels

WORKER = """
import { loadPyodide } from "../plain/pyodide.mjs";
const engine = (async () => {
  const indexURL = new URL("../plain/", import.meta.url).href;
  const pyodide = await loadPyodide({ indexURL, packages: ["no-with-thanks"] });
  return pyodide.pyimport("generator.worker").handle;
})();
engine.then(() => postMessage({ name: "ready" }), () => postMessage({ name: "failed" }));
addEventListener("message", async ({ data, ports }) => {
  const answer = engine.then((handle) => handle(data)).catch(({ message }) => JSON.stringify({ ok: false, error: { message } }));
  ports[0].postMessage(await answer);
});
"""


def write_site(site: Path, target: Path, root: Path) -> None:
    """Copy the built site to `target`, with plain Pyodide in the place of our runtime.

    The page is the same and asks the same; the worker is what Pyodide's documentation shows.
    """
    shutil.copytree(site, target, ignore=shutil.ignore_patterns("runtime"))
    (target / worker_in(target)).write_text(WORKER, "utf-8")
    folder = target / "assets" / "plain"
    folder.mkdir()
    for name in (*build.PYODIDE_FILES, build.STANDARD_LIBRARY, build.LOCK):
        shutil.copyfile(root / build.PYODIDE / name, folder / name)
    with tempfile.TemporaryDirectory() as scratch:
        found = [shutil.copy(wheel, folder) for wheel in wheels.collect(root, Path(scratch))]
    own = folder / "own.json"
    lock = json.loads((folder / build.LOCK).read_text("utf-8"))
    own.write_text(json.dumps({"info": lock["info"], "packages": {}}), "utf-8")
    command = ("lockfile", "add-wheels", "--input", str(own), "--output", str(own), *map(str, found))
    subprocess.run([sys.executable, "-m", "pyodide_cli", *command], check=True, capture_output=True)
    ours = json.loads(own.read_text("utf-8"))["packages"]
    own.unlink()
    for package in ours.values():
        package["file_name"] = Path(package["file_name"]).name
    (folder / build.LOCK).write_text(json.dumps(lock | {"packages": lock["packages"] | ours}), "utf-8")


def worker_in(site: Path) -> Path:
    """Return where a built site has its worker, from its root."""
    [worker] = site.glob("assets/*/engine/engine.worker.mjs")
    return worker.relative_to(site)
