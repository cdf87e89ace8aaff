"""A link that leads nowhere stops the build, by the command that `make build` runs."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

import pytest

from tests import ROOT

SMALL = """INHERIT: {root}/mkdocs.yml
docs_dir: docs
nav: [index.md, other.md]
hooks: []
plugins: []
extra_css: []
extra_javascript: []
theme: {{custom_dir: theme}}
"""
WHOLE = """INHERIT: {root}/mkdocs.yml
docs_dir: docs
nav: []
hooks: [hooks.py]
plugins: []
theme: {{custom_dir: {root}/overrides}}
validation: {{nav: {{omitted_files: ignore}}}}
"""
HOOKS = "from generator.site.hooks import on_files, on_page_content\n"
"""All that looks at links, and neither the catalogue's verification nor Python for the browser, which take longer than all the rest."""


@pytest.fixture(scope="module")
def command():
    """What `make build` runs to make the site."""
    printed = subprocess.run(
        ["make", "--no-print-directory", "--dry-run", "build"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout
    return printed.splitlines()[-1].replace(".venv/bin/python", sys.executable)


def build(folder, settings, command):
    (folder / "mkdocs.yml").write_text(settings.format(root=ROOT))
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    return subprocess.run(command, shell=True, cwd=folder, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture
def small(tmp_path):
    """A site of two pages, with the settings of this one."""
    (tmp_path / "theme").mkdir()
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "other.md").write_text("# Other\n\n## Here\n")
    return tmp_path


def test_links_that_lead_somewhere_let_it_go_on(small, command):
    (small / "docs" / "index.md").write_text("# Home\n\n[There](other.md) and [here](other.md#here).\n")
    done = build(small, SMALL, command)

    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("link", ["others.md", "other.md#there", "/other/", "#nowhere"])
def test_a_link_that_leads_nowhere_stops_it(small, command, link):
    (small / "docs" / "index.md").write_text(f"# Home\n\n[There]({link})\n")
    done = build(small, SMALL, command)

    assert done.returncode == 1
    assert "Aborted with 1 warnings in strict mode!" in done.stdout + done.stderr


@pytest.fixture
def whole(tmp_path):
    """The handbook and all pages of messages, for a line more on the first page."""
    shutil.copytree(ROOT / "docs", tmp_path / "docs")
    (tmp_path / "hooks.py").write_text(HOOKS)
    return tmp_path


def add(folder, line):
    with (folder / "docs" / "index.md").open("a") as page:
        page.write(f"\n{line}\n")


def test_of_all_links_in_the_handbook_only_the_broken_ones_are_told(whole, command):
    add(whole, "[A](write/decline-invitation.md#v1&channel=text) [b](write/decline-invitation.md#v2) [c](nowhere.md)")
    done = build(whole, WHOLE, command)
    said = [line for line in (done.stdout + done.stderr).splitlines() if line.startswith("WARNING")]

    assert done.returncode == 1
    assert len(said) == 2, said
    assert "'nowhere.md'" in said[0]
    assert "'write/decline-invitation.md#v2'" in said[1]


def test_a_link_that_carries_a_choice_which_there_is_not_stops_it(whole, command):
    add(whole, "[Fax it](write/decline-invitation.md#v1&channel=fax)")
    done = build(whole, WHOLE, command)

    assert done.returncode == 1
    assert "docs/index.md: write/decline-invitation.md#v1&channel=fax has channel=fax" in done.stdout + done.stderr
