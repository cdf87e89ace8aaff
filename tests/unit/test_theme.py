"""What we patch of the theme: each patch was written for certain files of it, and is read again when one of them has changed."""

from __future__ import annotations

import hashlib
from importlib.metadata import version
from pathlib import Path

import material
import pytest

from tests import ROOT

THEME = Path(material.__file__).parent / "templates"
READ_AGAINST = "9.8.1"
"""The version of mkdocs-material in which the files below were read last."""

SCRIPT = "assets/javascripts/bundle.*.min.js"
PATCHES = {
    "partials/theme/search-name.html": ["partials/search.html"],
    "partials/theme/search-on-demand.html": [SCRIPT],
    "partials/theme/sitemap-address.html": [SCRIPT],
    "assets/javascripts/theme/keyboard.mjs": [SCRIPT, "partials/header.html"],
    "assets/javascripts/site/site.mjs": [SCRIPT],
    "assets/javascripts/form/share-link.mjs": [SCRIPT],
    "assets/javascripts/writer/message-writer.mjs": [SCRIPT],
    "main.html": ["base.html"],
    "message.html": ["base.html"],
    "partials/copyright.html": ["partials/footer.html"],
    "partials/logo.html": ["partials/header.html", "partials/nav.html"],
}
"""A file of ours → the files of the theme that it changes, takes the place of a part of, or counts on."""

SUMS = {
    SCRIPT: "b9a1ef14b5e91ad61fa8d7dd42e1f55e6af0ebd224bc8970dff0e7d7311b172f",
    "base.html": "8536d352b0093623df9e0032894f321cbe264b15a9b48cdd962583772455dadb",
    "partials/footer.html": "50c2a75f013b7b03fb97f381860c77df8fd5d13d68f90d3281754b68f69ec894",
    "partials/header.html": "8cf3fb15bcf969ff596649616fd99366b3c31c08d57a86d05308efc16d8fa75f",
    "partials/nav.html": "af33f6e032f632eb055c365eb5f1a975bf8456152fa768e69a1aad6d470b843f",
    "partials/search.html": "bfd556535abcddb99396ab2a7e3acc2ebcd3f36756007d3969396caa4126be30",
}
"""SHA-256 of each of those files as it was read."""


def sum_of(name):
    [path] = THEME.glob(name)
    return hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.mark.parametrize("name", SUMS)
def test_the_theme_is_the_one_that_the_patches_were_written_for(name):
    ours = ", ".join(patch for patch, read in PATCHES.items() if name in read)

    assert sum_of(name) == SUMS[name], (
        f"Material {version('mkdocs-material')} has another {name} than {READ_AGAINST}: read it again, see whether "
        f"overrides/ {ours} still does what it should, then write its sum and the version here."
    )


def test_every_patch_is_listed_with_the_files_that_it_was_read_against():
    overrides = ROOT / "overrides"
    patches = [*overrides.glob("partials/theme/*"), *overrides.glob("assets/javascripts/theme/*")]

    assert {path.relative_to(overrides).as_posix() for path in patches} <= {*PATCHES}
    assert [name for name in PATCHES if not (overrides / name).is_file()] == []
    assert {name for read in PATCHES.values() for name in read} == {*SUMS}


def test_nothing_of_the_browser_or_the_theme_is_patched_anywhere_else():
    """Pyodide is handed its files in `engine/download.mjs`, in the worker and for as long as it starts."""
    overrides = ROOT / "overrides"
    scripts = [path for kind in ("html", "mjs") for path in overrides.rglob(f"*.{kind}")]
    patching = {path.relative_to(overrides).as_posix() for path in scripts if ".prototype" in path.read_text("utf-8")}

    assert patching == {"partials/theme/search-on-demand.html", "partials/theme/sitemap-address.html"}
