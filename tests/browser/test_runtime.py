"""Pyodide's compiled runtime in a page of a few lines, as anybody might use it."""

from __future__ import annotations

import json

from playwright.sync_api import expect

from generator.site import policy, server
from tests import SITE

RUNTIME = SITE / "assets" / "runtime"

PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>…</title>
<script type="module" src="page.mjs"></script></head></html>"""

PAGE_SCRIPT = """
const start = new Blob([`import "${new URL("worker.mjs", import.meta.url)}"`], { type: "text/javascript" });
const worker = new Worker(URL.createObjectURL(start), { type: "module" });
worker.addEventListener("message", (event) => { document.title = event.data; });
"""

WORKER_SCRIPT = """
import { loadPyodide } from "./assets/runtime/FOLDER/pyodide.mjs";
const indexURL = new URL("assets/runtime/FOLDER/", import.meta.url).href;
const engine = await fetch(`${indexURL}engine.zip`).then((response) => response.bytes());
const fsInit = async (files) => files.writeFile("/lib/engine.zip", engine);
const pyodide = await loadPyodide({ indexURL, packageBaseUrl: indexURL, lockFileContents: LOCK, fsInit });
const elsewhere = await fetch("ELSEWHERE", { mode: "no-cors" }).then(() => "reached", () => "refused");
self.postMessage(`${pyodide.runPython("6 * 7")}, elsewhere ${elsewhere}`);
"""


def test_python_runs_in_a_page_under_a_sub_path_and_reaches_no_other_server(chromium, tmp_path):
    compiled = json.loads((RUNTIME / "current.json").read_text("utf-8"))[0]["folder"]
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets" / "runtime").symlink_to(RUNTIME)
    (tmp_path / "index.html").write_text(PAGE, "utf-8")
    (tmp_path / "page.mjs").write_text(PAGE_SCRIPT, "utf-8")
    policy.apply(tmp_path)
    with server.serving(tmp_path) as elsewhere, server.serving(tmp_path, "/repo/") as address:
        lock = json.loads((RUNTIME / compiled / "manifest.json").read_text("utf-8"))["lock"]
        script = WORKER_SCRIPT.replace("ELSEWHERE", elsewhere).replace("FOLDER", compiled)
        (tmp_path / "worker.mjs").write_text(script.replace("LOCK", json.dumps(json.dumps(lock))), "utf-8")
        page = chromium.new_page()
        page.goto(address)

        expect(page).to_have_title("42, elsewhere refused")
        page.close()
