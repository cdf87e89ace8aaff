"""A link that leads nowhere stops the build: the settings of mkdocs.yml, on a site of two pages."""

from __future__ import annotations

import os
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


def build(folder, text):
    (folder / "docs").mkdir()
    (folder / "docs" / "index.md").write_text(f"# Home\n\n{text}\n")
    (folder / "docs" / "other.md").write_text("# Other\n\n## Here\n")
    (folder / "theme").mkdir()
    (folder / "mkdocs.yml").write_text(SMALL.format(root=ROOT))
    settings = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", "mkdocs", "build"]
    return subprocess.run(command, cwd=folder, env=settings, capture_output=True, text=True, check=False)


def test_links_that_lead_somewhere_let_it_go_on(tmp_path):
    done = build(tmp_path, "[There](other.md) and [here](other.md#here).")

    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("link", ["others.md", "other.md#there", "/other/", "#nowhere"])
def test_a_link_that_leads_nowhere_stops_it(tmp_path, link):
    done = build(tmp_path, f"[There]({link})")

    assert done.returncode == 1
    assert "Aborted with 1 warnings in strict mode!" in done.stdout + done.stderr
