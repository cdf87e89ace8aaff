"""The handbook as a whole: every message has its guide, every situation its message, every page plain words and its sources."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest
import yaml
from mkdocs.utils.yaml import yaml_load

from generator import Style, compose, find
from generator.authors import MESSAGES
from generator.catalogue import slugs
from generator.checks.speech import count_words, sentences
from tests import ROOT

DOCS = ROOT / "docs"
PAGES = sorted(DOCS.rglob("*.md"))
ROWS = 60
MEAN = 18  # words of a sentence, at the most
STEPS = 3  # clicks from any page to any other, by the navigation

each_page = pytest.mark.parametrize("path", PAGES, ids=lambda path: path.relative_to(DOCS).as_posix())


def words_of(path: Path) -> str:
    """Return a page's prose: no front matter, code, tables, footnotes, markup or addresses."""
    text = re.sub(r"\A---\n.*?\n---\n", "", path.read_text("utf-8"), flags=re.DOTALL)
    text = re.sub(r"^(?:\||#|\[\^|<|```|!!!).*$", "", text, flags=re.MULTILINE)
    text = re.sub(r"\{[^}\n]*\}|<[^>]*>|\[\^[^\]]*\]|^(?:[-*>]|\d+\.) +", "", text, flags=re.MULTILINE)
    return unescape(re.sub(r"!?\[([^\]]*)\]\([^)]*\)", r"\1", text).replace("*", "").replace("`", ""))


@each_page
def test_a_page_speaks_plainly(path):
    said = sentences(words_of(path))
    mean = sum(map(count_words, said)) / max(1, len(said))

    assert mean <= MEAN, f"{mean:.1f} words a sentence"


@each_page
def test_a_page_says_what_it_is_about_where_a_search_shows_it(path):
    meta = yaml.safe_load(path.read_text("utf-8").split("---\n")[1])

    assert 40 <= len(meta["description"]) <= 175


def test_every_footnote_is_defined_and_referred_to():
    for path in PAGES:
        text = path.read_text("utf-8")
        defined = set(re.findall(r"^\[\^([\w-]+)\]:", text, re.MULTILINE))
        referred = set(re.findall(r"\[\^([\w-]+)\](?!:)", text))
        assert defined == referred, path


def test_every_source_can_be_looked_up():
    """A footnote names where the claim stands, with its address."""
    for path in PAGES:
        for name, source in re.findall(r"^\[\^([\w-]+)\]: (.*)$", path.read_text("utf-8"), re.MULTILINE):
            assert "://" in source, f"{path}: [^{name}]"


def test_every_page_is_in_the_navigation_and_no_deeper_than_three_steps():
    with (ROOT / "mkdocs.yml").open(encoding="utf-8") as settings:
        nav = yaml_load(settings)["nav"]
    depths = dict(leaves(nav, 1))
    pages = {path.relative_to(DOCS).as_posix() for path in PAGES}

    assert pages == depths.keys() - {"write/"}
    assert max(depths.values()) <= STEPS


def leaves(nav, depth):
    for entry in nav:
        for inner in entry.values() if isinstance(entry, dict) else [entry]:
            if isinstance(inner, list):
                yield from leaves(inner, depth + 1)
            else:
                yield inner, depth


# Sixty situations

ROW = re.compile(r"^\| *(\d+) *\| *(.+?) *\| *(.+?) *\| *(.*?) *\|$", re.MULTILINE)
LINK = re.compile(r"\]\(([^)#\s]+)(?:#([^)\s]*))?\)")


def test_advice_leads_to_a_message_or_to_a_place_in_the_handbook():
    for path in sorted(MESSAGES.glob("*.txt")):
        for target in re.findall(r" -> (\S+)$", path.read_text("utf-8"), re.MULTILINE):
            page, _, anchor = target.partition("#")

            assert target in slugs() or not anchor or f"{{#{anchor}}}" in (DOCS / page).read_text("utf-8"), path.name
            assert target in slugs() or (DOCS / page).is_file(), path.name


def situations():
    return ROW.findall((DOCS / "situations.md").read_text("utf-8"))


def test_sixty_situations_have_their_place(record_property):
    numbers = [int(number) for number, *_ in situations()]
    record_property("situations covered, of 60", len(set(numbers)))

    assert numbers == list(range(1, ROWS + 1))


@pytest.mark.parametrize(
    ("number", "what", "where", "how"), situations(), ids=lambda value: value if value.isdigit() else ""
)
def test_a_situation_leads_to_a_finished_message_or_to_advice(number, what, where, how):
    links = LINK.findall(where)
    assert links, what
    for page, fragment in links:
        slug = re.fullmatch(r"write/([a-z-]+)\.md", page)
        if not slug:
            assert (DOCS / page).is_file(), page
            continue
        made = compose_choices(find(slug[1]), unescape(fragment))
        assert made.draft.missing == ()
        assert [finding.check for finding in made.findings] == []


def compose_choices(message_type, fragment):
    """Return the message of the first example that the choices of a link fit, with those choices."""
    version, *pairs = fragment.split("&")
    assert version == "v1", fragment
    choices = dict(pair.split("=") for pair in pairs)
    channel = choices.pop("channel")
    fields = {field.name: field for field in message_type.fields}
    for name, value in choices.items():
        known = [option.value for option in fields[name].options] if fields[name].kind == "choice" else ["yes"]
        assert value in known, f"{message_type.slug}: {name}={value}"
    return compose(message_type, all_answers(message_type) | choices, Style(channel=channel))


def all_answers(message_type):
    """Return an answer to every question that is typed, each from the first example that has one."""
    answers = {}
    for example in message_type.examples:
        answers = dict(example.answers.items()) | answers
    kinds = {field.name: field.kind for field in message_type.fields}
    return {name: text for name, text in answers.items() if kinds[name] != "yes"}
