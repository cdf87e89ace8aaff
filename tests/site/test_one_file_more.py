"""An author needs one file: everything else finds it by its place."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests import SITE
from tests.checkout import copy_to

COPIED = (
    "generator",
    "docs",
    "overrides",
    "tests",
    "mkdocs.yml",
    "pyproject.toml",
    "package.json",
    "requirements.txt",
    "README.md",
)
SLUG = "decline-a-juggling-trial"
BUILD = """
import shutil, sys
from generator.site.runtime import build
from mkdocs.__main__ import cli

build.write_runtime = lambda target, root: shutil.copytree(sys.argv.pop(), target)
cli(["build", "--quiet"])
"""
"""Builds the site with a runtime that lies at hand: to compile another takes as long as all the rest, and changes no page."""


@pytest.fixture(scope="module")
def checkout(tmp_path_factory):
    """A copy of this repository with one file more."""
    folder = copy_to(tmp_path_factory.mktemp("checkout"), COPIED, ["node_modules"])
    run(folder, "generator", "new", SLUG)
    return folder


def run(folder, *command, to_run="-m"):
    """Run a module of Python in the checkout, or a script with `to_run="-c"`, and return what it prints."""
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(folder), "PYTEST_ADDOPTS": ""}
    done = subprocess.run(
        [sys.executable, to_run, *command], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode in (0, 5), done.stderr + done.stdout
    return done.stdout


def test_one_file_more_makes_its_page_its_form_and_its_place_in_the_chooser(checkout):
    run(checkout, BUILD, str(SITE / "assets" / "runtime"), to_run="-c")
    page = (checkout / "site" / "write" / SLUG / "index.html").read_text("utf-8")
    title = "Say no in a new situation"

    assert title in page
    assert f'<message-writer type="{SLUG}"' in page
    assert 'name="interview_when"' in page
    for elsewhere in ("choose", "write", "."):
        assert f'write/{SLUG}/"' in (checkout / "site" / elsewhere / "index.html").read_text("utf-8") or title in (
            checkout / "site" / elsewhere / "index.html"
        ).read_text("utf-8")


def test_one_file_more_is_listed_and_written_in_the_shell(checkout):
    assert SLUG in run(checkout, "generator", "list")
    answers = [
        f"--set={name}={text}"
        for name, text in {
            "recipient": "Ms Varga",
            "role": "clown",
            "interview_when": "11 May",
            "sender": "Pip",
        }.items()
    ]
    assert "the clown role" in run(checkout, "generator", "write", SLUG, *answers)


def test_one_file_more_is_tested_like_all_the_others(checkout):
    listed = run(checkout, "pytest", "--collect-only", "--quiet", "tests/prose")

    assert f"test_every_reachable_message_is_clean[{SLUG}-email]" in listed
    assert f"test_every_letter_is_the_one_that_was_read_and_signed[{SLUG}]" in listed
