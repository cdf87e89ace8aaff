"""The marks by which scripts find their places in the markup: both use exactly those that are listed."""

from __future__ import annotations

import re

import pytest

from tests import ROOT

OVERRIDES = ROOT / "overrides"
SCRIPTS = OVERRIDES / "assets" / "javascripts"
LIST = SCRIPTS / "page" / "marks.mjs"
PATCHES = "theme"  # these folders hold markup and its script in one, and are read with the theme

MARK = re.compile(r"\bdata-([a-z]+(?:-[a-z]+)*)")
PROPERTY = re.compile(r'\bdataset\??\.(\w+)|"(\w+)" in dataset\b')
TAKEN_APART = re.compile(r"\{([^{}]*)\} = [\w.]*\bdataset\b|\bdataset: \{([^{}]*)\}")


def listed(name):
    block = re.search(rf"^export const {name} = \{{\n(.*?)^\}};", LIST.read_text("utf-8"), re.DOTALL | re.MULTILINE)[1]
    return re.findall(r'^  "?([a-z-]+)"?: "', block, re.MULTILINE)


def in_markup(text):
    """Return the marks of a template, without what its comments say."""
    return {*MARK.findall(re.sub(r"\{#.*?#\}", "", text, flags=re.DOTALL))}


def in_script(text):
    """Return the marks that a script names: in a selector, as an attribute, or as a property of `dataset`."""
    code = re.sub(r"/\*.*?\*/|(?:^|\s)//.*?$", "", text, flags=re.DOTALL | re.MULTILINE)
    properties = [first or second for first, second in PROPERTY.findall(code)]
    for first, second in TAKEN_APART.findall(code):
        properties += [each.split("=")[0].split(":")[0].strip() for each in (first or second).split(",")]
    return {*MARK.findall(code)} | {
        re.sub(r"[A-Z]", lambda letter: f"-{letter[0].lower()}", each) for each in properties
    }


def used_in(folder, pattern, find):
    paths = [path for path in folder.rglob(pattern) if PATCHES not in path.parts and path != LIST]
    return set().union(*(find(path.read_text("utf-8")) for path in paths))


MARKUP = used_in(OVERRIDES, "*.html", in_markup) | used_in(ROOT / "generator" / "site", "*.py", in_markup)
SCRIPT = used_in(SCRIPTS, "*.mjs", in_script)
MARKS, MADE, THEMES = ({*listed(name)} for name in ("MARKS", "MADE", "THEMES"))


def test_no_mark_is_listed_twice():
    names = [name for kind in ("MARKS", "MADE", "THEMES") for name in listed(kind)]

    assert sorted(names) == sorted({*names})


def test_the_markup_bears_exactly_the_marks_that_are_listed():
    assert MARKUP - THEMES - MARKS == set(), "the markup has marks that no script looks for"
    assert MARKS - MARKUP == set(), "the list has marks that the markup does not bear"


def test_the_scripts_look_for_exactly_the_marks_that_are_listed():
    assert SCRIPT - THEMES - MARKS - MADE == set(), "the scripts look for marks that the markup does not bear"
    assert (MARKS | MADE) - SCRIPT == set(), "the list has marks that no script looks for"


def test_the_styles_know_no_other_marks():
    styles = used_in(OVERRIDES / "assets" / "stylesheets", "*.css", in_markup)

    assert {mark for mark in styles if not mark.startswith("md-")} <= MARKS | MADE


@pytest.mark.parametrize("path", sorted(SCRIPTS.rglob("*.mjs")), ids=lambda path: path.stem)
def test_a_script_names_each_mark_in_full(path):
    """A name that is put together as the script runs could not be found by these tests, nor by a person who looks for it."""
    assert re.findall(r"\bdataset\??\.?\[|\bdata-\$|\bdata-[\w-]*[\"'`] ?\+", path.read_text("utf-8")) == []


@pytest.mark.parametrize("path", sorted(OVERRIDES.rglob("*.html")), ids=lambda path: path.stem)
def test_a_template_names_each_mark_in_full(path):
    assert re.findall(r"\bdata-[\w-]*\{\{", path.read_text("utf-8")) == []


@pytest.mark.parametrize(
    ("code", "marks"),
    [
        ('at("[data-why-label]")', {"why-label"}),
        ("button.dataset.leaveOut", {"leave-out"}),
        ("const { channels, whenValue } = question.dataset;", {"channels", "when-value"}),
        ('({ dataset: { field = "", gap: name = "" } }) => field', {"field", "gap"}),
        ('"freshAll" in dataset', {"fresh-all"}),
        ("// [data-old] is no more\n/** `[data-older]` */", set()),
    ],
)
def test_a_mark_is_found_however_a_script_names_it(code, marks):
    assert in_script(code) == marks
