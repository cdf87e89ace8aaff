"""Wheels of the engine and of what it needs, for every machine.

pyproject.toml ─▶ names ─▶ requirements.txt ─▶ pure wheels
generator/ ─▶ the engine's wheel
"""

from __future__ import annotations

import hashlib
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

WITH_C_PART: Final = "markupsafe"
"""Has wheels for every machine but WebAssembly, and works without its C part: built from its source, without."""


class BundleError(GeneratorError, RuntimeError):
    """The files for the browser cannot be made."""


def collect(root: Path, folder: Path) -> list[Path]:
    """Put the engine's wheel, as pyproject.toml declares it, and those of its dependencies into `folder`."""
    run_tool("hatchling", "build", "--target", "wheel", "--directory", str(folder), cwd=root)
    for wheel in dependencies(root).glob("*.whl"):
        shutil.copyfile(wheel, folder / wheel.name)
    wheels = sorted(folder.glob("*.whl"))
    if impure := [wheel.name for wheel in wheels if not wheel.name.endswith("-none-any.whl")]:
        raise BundleError(f"{impure[0]} is not for every machine: its name must end in -none-any.whl.")
    return wheels


def dependencies(root: Path) -> Path:
    """Return the folder with the wheels of the engine's dependencies, filled once for each state of their pins."""
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]
    names = [Requirement(line).name for line in project["dependencies"]]
    pins = _pins((root / "requirements.txt").read_text("utf-8"), names)
    folder = root / "build" / "wheels" / digest(pins.encode())
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
    run_tool(
        *("pip", "wheel", "--quiet", "--no-deps", "--no-cache-dir", "--no-build-isolation", "--require-hashes"),
        *("--only-binary", ":all:", "--no-binary", WITH_C_PART),
        *("--wheel-dir", str(folder), "--requirement", str(listed)),
        environment={"CC": "false"},
    )


def digest(content: bytes) -> str:
    """Return a name for this content."""
    return hashlib.sha256(content).hexdigest()[:16]


def run_tool(module: str, *arguments: str, cwd: Path | None = None, environment: dict[str, str] | None = None) -> None:
    """Run a Python tool of this environment, silently unless it fails."""
    command = [sys.executable, "-m", module, *arguments]
    settings = os.environ | (environment or {})
    done = subprocess.run(command, cwd=cwd, env=settings, capture_output=True, text=True, check=False)
    if done.returncode:
        raise BundleError(f"{module} {arguments[0]} failed:\n{(done.stdout + done.stderr)[-2000:]}")
