"""The list of what a service worker keeps, on a site of two pages."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

import pytest

from generator.site import offline
from tests.release import read_release


@pytest.fixture
def small(tmp_path):
    """A site of two pages as it stands before its service worker is written."""
    for name in ("index.html", "write/index.html", "assets/runtime/python.zip", "a.mjs.map", "sw.js", "remove.js"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(f"<head></head>{name}", "utf-8")
    return tmp_path


def test_the_list_names_every_file_that_a_visit_may_ask_for_with_its_sum(small):
    offline.write_worker(small, "default-src 'none'", keep=True)
    release = read_release(small)

    assert {"", "write/"} == release["files"].keys()
    assert {"assets/runtime/python.zip"} == release["python"].keys()
    assert release["files"]["write/"] == hashlib.sha256((small / "write" / "index.html").read_bytes()).hexdigest()
    assert not (small / "remove.js").exists()


def test_every_page_bears_the_name_of_its_release(small):
    build = offline.write_worker(small, "", keep=True)

    assert all(f'<meta name="release" content="{build}">' in path.read_text("utf-8") for path in small.rglob("*.html"))
    assert build == read_release(small)["build"]


@pytest.mark.parametrize("name", ["index.html", "assets/runtime/python.zip"])
def test_another_byte_in_any_file_is_another_release(small, tmp_path_factory, name):
    other = Path(shutil.copytree(small, tmp_path_factory.mktemp("other") / "site"))
    (other / name).write_text("<head></head>other", "utf-8")

    assert offline.write_worker(small, "", keep=True) != offline.write_worker(other, "", keep=True)


def test_a_site_that_nobody_shall_keep_publishes_the_remover_and_bears_no_release(small):
    assert offline.write_worker(small, "", keep=False) == ""

    assert (small / "sw.js").read_text("utf-8") == "<head></head>remove.js"
    assert "release" not in (small / "index.html").read_text("utf-8")
