"""An author needs one file: it is begun by a command, and everything else finds it by its place."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from generator import authors, catalogue, verify
from generator.catalogue import parse_type
from generator.errors import AuthorError

ROOT = Path(__file__).parents[1]
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
from generator.site import bundle
from mkdocs.__main__ import cli

bundle.write_runtime = lambda target, root: shutil.copytree(sys.argv.pop(), target)
cli(["build", "--quiet"])
"""
"""Builds the site with a runtime that lies at hand: to compile another takes as long as all the rest, and changes no page."""


def test_what_is_begun_is_a_message_type_without_a_fault(tmp_path):
    path = authors.begin(SLUG, tmp_path)
    begun = parse_type(path.name, path.read_text("utf-8"))

    verify(begun)
    assert begun.slug == SLUG
    assert not [line for line in authors.preview(begun) if line.startswith("!!")]


def test_a_key_of_what_is_begun_has_a_word_of_explanation():
    front = authors.SKELETON.read_text("utf-8").split("+++")[1]

    for key in ("title", "stage", "guide", "channels"):
        assert re.search(rf"^{key} = .* # \S", front, re.MULTILINE), key


@pytest.mark.parametrize("name", ["No", "a b", "../x", "x_y", "", "1st"])
def test_a_name_that_is_no_address_is_refused_with_the_right_form(tmp_path, name):
    with pytest.raises(AuthorError, match="small letters and hyphens"):
        authors.begin(name, tmp_path)


def test_a_file_that_is_there_is_not_written_over(tmp_path):
    authors.begin(SLUG, tmp_path)

    with pytest.raises(AuthorError, match=f"There is a generator/messages/{SLUG}.jinja"):
        authors.begin(SLUG, tmp_path)


def test_every_draft_is_shown_with_what_is_wrong_with_it(tmp_path):
    path = authors.begin(SLUG, tmp_path)
    faulty = parse_type(path.name, path.read_text("utf-8").replace("founts", "founts, you greedy people"))

    shown = list(authors.preview(faulty))

    assert "=== no reason | text | formal | full ===\n" in shown
    assert any(line.startswith("!! no-lecture: “greedy”") for line in shown)


@pytest.fixture(scope="module")
def checkout(tmp_path_factory):
    """A copy of this repository with one file more."""
    folder = tmp_path_factory.mktemp("checkout")
    for name in COPIED:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copyfile
        copy(ROOT / name, folder / name)
    (folder / "node_modules").symlink_to(ROOT / "node_modules")
    run(folder, "generator", "new", SLUG)
    return folder


def run(folder, *command, to_run="-m"):
    """Run a module of Python in the checkout, or a script with `to_run="-c"`, and return what it prints."""
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(folder)}
    done = subprocess.run(
        [sys.executable, to_run, *command], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode in (0, 5), done.stderr + done.stdout
    return done.stdout


def test_one_file_more_makes_its_page_its_form_and_its_place_in_the_chooser(checkout):
    run(checkout, BUILD, str(ROOT / "site" / "assets" / "runtime"), to_run="-c")
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
    listed = run(checkout, "pytest", "--collect-only", "--quiet", "tests/test_prose.py", "tests/test_messages.py")

    assert f"test_every_reachable_message_is_clean[{SLUG}]" in listed
    assert f"test_every_message_is_the_one_that_was_read_and_signed[{SLUG}]" in listed


def test_this_checkout_has_no_such_file():
    assert SLUG not in catalogue._slugs()
