"""The package as somebody installs it who has not got the repository."""

from __future__ import annotations

import subprocess
import sys
import venv
from zipfile import ZipFile

import pytest

from generator.site.runtime import wheels
from tests import ROOT


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    run(
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "--quiet",
        "--no-deps",
        "--no-build-isolation",
        "--wheel-dir",
        folder,
        ROOT,
    )
    [made] = folder.glob("*.whl")
    return made


@pytest.fixture(scope="module")
def programs(wheel, tmp_path_factory):
    """The programs of a new environment in which nothing was but the package and what it needs."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, with_pip=False)
    found = ["--no-index", "--find-links", wheels.dependencies(ROOT), wheel]
    run(sys.executable, "-m", "pip", "--python", folder / "bin" / "python", "install", "--quiet", *found)
    return folder / "bin"


def run(*command, cwd=None):
    done = subprocess.run(list(map(str, command)), cwd=cwd, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_command_lists_the_messages_and_writes_one(programs, tmp_path):
    assert "cancel-agreed-interview" in run(programs / "no-with-thanks", "list", cwd=tmp_path)
    assert "usage: no-with-thanks" in run(programs / "no-with-thanks", "--help", cwd=tmp_path)
    written = run(
        *(programs / "no-with-thanks", "write", "decline-recruiter-approach", "--channel", "note"),
        *("--set", "recipient=Zanele", "--set", "sender=Edda", "--set", "role=registrar"),
        cwd=tmp_path,
    )
    assert written.startswith("Hello Zanele,")


def test_a_new_message_can_be_begun_without_the_repository(programs, tmp_path):
    run(programs / "no-with-thanks", "new", "decline-a-juggling-trial", cwd=tmp_path)

    assert "decline-a-juggling-trial" in run(programs / "no-with-thanks", "list", cwd=tmp_path)


def test_the_wheel_is_typed_and_holds_no_site(wheel):
    names = ZipFile(wheel).namelist()

    assert "generator/py.typed" in names
    assert not [name for name in names if name.startswith(("generator/site", "tests", "docs"))]
    assert any(name.endswith("licenses/LICENSE") for name in names)
