"""All that Python needs in the browser: Pyodide, pure wheels, and a lock that names these wheels alone.

    pyproject.toml ─▶ names ─▶ requirements.txt ─▶ pure wheels ─┐
    generator/ ─▶ the engine's wheel ───────────────────────────┼─▶ pyodide-lock.json
    package.json ─▶ node_modules/pyodide ───────────────────────┘
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from packaging.requirements import Requirement

from generator.errors import GeneratorError

PYODIDE_FILES: Final = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip")
"""What `loadPyodide()` fetches, apart from the lock."""

LOCK: Final = "pyodide-lock.json"

WITH_C_PART: Final = "markupsafe"
"""Has wheels for every machine but WebAssembly, and works without its C part: built from its source, without."""

EPOCH: Final = "315532800"  # seconds: 1980-01-01, the first day that a zip can hold


class BundleError(GeneratorError, RuntimeError):
    """The files for the browser cannot be made."""


def write_runtime(target: Path, root: Path) -> None:
    """Fill the folder `target`, emptied before, from the repository at `root`.

    The same repository makes the same bytes. Wheels of other projects are kept in `build/` under `root`.
    """
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    pyodide = root / "node_modules" / "pyodide"
    if not (pyodide / LOCK).is_file():
        raise BundleError("node_modules/pyodide is missing: run `make build`, or `npm ci` before mkdocs.")
    for name in PYODIDE_FILES:
        shutil.copyfile(pyodide / name, target / name)
    with tempfile.TemporaryDirectory() as scratch:
        wheels = [*_build_dependencies(root), _build_engine(root, Path(scratch))]
        _write_lock(target, [_add(wheel, target) for wheel in wheels], pyodide / LOCK)


def _build_engine(root: Path, folder: Path) -> Path:
    """Build the wheel of `generator/`, as pyproject.toml declares it."""
    _run("hatchling", "build", "--target", "wheel", "--directory", str(folder), cwd=root)
    return _pure_wheels(folder)[0]


def _build_dependencies(root: Path) -> Sequence[Path]:
    """Return pure wheels of the engine's dependencies, built once for each state of the two files that pin them."""
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]
    names = [Requirement(line).name for line in project["dependencies"]]
    pins = _pins((root / "requirements.txt").read_text("utf-8"), names)
    folder = root / "build" / "wheels" / hashlib.sha256(pins.encode()).hexdigest()[:16]
    if not folder.is_dir():
        folder.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder.parent) as scratch:
            _download(pins, Path(scratch))
            Path(scratch).rename(folder)
    return _pure_wheels(folder)


def _pins(requirements: str, names: Sequence[str]) -> str:
    """Return the pinned lines of these packages, with their hashes."""
    found = {name: re.search(rf"^{name}==.*(?:\n    .*)*", requirements, re.MULTILINE) for name in names}
    if missing := [name for name, pin in found.items() if not pin]:
        raise BundleError(f"requirements.txt does not pin {missing[0]}: run `make lock`.")
    return "".join(f"{pin[0]}\n" for pin in found.values() if pin)


def _download(pins: str, folder: Path) -> None:
    """Fetch each pinned package as a wheel, but the one with a C part as source, and build that with no compiler."""
    listed = folder / "pins.txt"
    listed.write_text(pins, "utf-8")
    _run(
        *("pip", "wheel", "--quiet", "--no-deps", "--no-cache-dir", "--no-build-isolation", "--require-hashes"),
        *("--only-binary", ":all:", "--no-binary", WITH_C_PART),
        *("--wheel-dir", str(folder), "--requirement", str(listed)),
        environment={"CC": "false"},
    )


def _pure_wheels(folder: Path) -> list[Path]:
    wheels = sorted(folder.glob("*.whl"))
    if compiled := [wheel.name for wheel in wheels if not wheel.name.endswith("-none-any.whl")]:
        raise BundleError(f"{compiled[0]} is not for every machine: its name must end in -none-any.whl.")
    return wheels


def _add(wheel: Path, target: Path) -> Path:
    """Copy a wheel under a name that changes with its content: a browser that keeps an old one then asks for the new."""
    name, version, tags = wheel.name.split("-", 2)
    digest = hashlib.sha256(wheel.read_bytes()).hexdigest()[:12]
    return shutil.copyfile(wheel, target / f"{name}-{version}-0{digest}-{tags}")  # a build tag begins with a digit


def _write_lock(target: Path, wheels: Sequence[Path], original: Path) -> None:
    """Write a lock of these wheels alone, for the Pyodide that `original` belongs to."""
    lock = target / LOCK
    empty = {"info": json.loads(original.read_text("utf-8"))["info"], "packages": {}}
    lock.write_text(json.dumps(empty), "utf-8")
    paths = [str(wheel) for wheel in wheels]
    files = ("--input", str(lock), "--output", str(lock), "--base-path", str(target))
    _run("pyodide_cli", "lockfile", "add-wheels", *files, *paths)


def _run(module: str, *arguments: str, cwd: Path | None = None, environment: dict[str, str] | None = None) -> None:
    """Run a Python tool of this environment, silently unless it fails."""
    command = [sys.executable, "-m", module, *arguments]
    settings = os.environ | {"SOURCE_DATE_EPOCH": EPOCH} | (environment or {})
    done = subprocess.run(command, cwd=cwd, env=settings, capture_output=True, text=True, check=False)
    if done.returncode:
        raise BundleError(f"{module} {arguments[0]} failed:\n{done.stdout}{done.stderr}")
