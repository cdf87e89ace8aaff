"""Facts about the built HTML, read as a browser without scripts would read it."""

from __future__ import annotations

import hashlib
import json
import os
import re
import subprocess
import sys
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import pytest

import generator
from tests import ROOT, SITE
from tests.markup import read_html

if TYPE_CHECKING:
    from tests.markup import Node

HOST = "https://host.invalid/"
CATALOGUE = generator.load_catalogue()
CHOOSER = generator.chooser()


@cache
def read(path: str) -> Node:
    return read_html((SITE / path).read_text(encoding="utf-8"))


def all_pages() -> list[str]:
    return sorted(path.relative_to(SITE).as_posix() for path in SITE.rglob("*.html"))


each_page = pytest.mark.parametrize("path", all_pages() or ["index.html"])


def test_a_message_type_has_its_page(message_type):
    page = read(f"write/{message_type.slug}/index.html")
    main = page.one("main")

    assert message_type.title == main.one("h1").text
    assert message_type.summary in main.text
    assert page.one("title").text.startswith(message_type.title)
    assert page.one(data_draft="").text == generator.compose(message_type, message_type.examples[0].answers).draft.text
    assert [*page.one("form", class_="writer__form").all("input")]


@each_page
def test_a_page_has_one_first_heading_and_skips_no_level(path):
    levels = [int(node.tag[1]) for node in read(path).all("h1", "h2", "h3", "h4", "h5", "h6") if not in_search(node)]

    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def in_search(node: Node) -> bool:
    return any(around.attributes.get("role") == "search" for around in node.ancestors())


@each_page
def test_ids_are_unique_and_what_refers_to_them_resolves(path):
    ids = [node.attributes["id"] for node in read(path).all() if "id" in node.attributes]
    assert len(set(ids)) == len(ids)

    for node in read(path).all():
        for name in ("for", "aria-labelledby", "aria-describedby"):
            assert set(node.attributes.get(name, "").split()) <= {*ids, "__toc"}


@each_page
def test_a_page_has_no_style_and_no_handler_in_its_markup(path):
    for node in read(path).all():
        assert node.tag != "style"
        assert not [name for name in node.attributes if name == "style" or name.startswith("on")]


@each_page
def test_a_page_fetches_nothing_from_elsewhere(path):
    for node in read(path).all("script", "link", "img", "iframe", "source"):
        address = node.attributes.get("src") or node.attributes.get("href", "")
        if node.attributes.get("rel") != "canonical":
            assert not urlsplit(address).netloc


@each_page
def test_every_link_inside_the_site_leads_somewhere(path):
    base = urlsplit(
        next((node.attributes["href"] for node in read("index.html").all("link", rel="canonical")), HOST)
    ).path
    here = urljoin(HOST, base + path.removesuffix("index.html"))
    for node in read(path).all("a", "link", "script", "img"):
        address = node.attributes.get("href") or node.attributes.get("src") or ""
        target, fragment = urldefrag(urljoin(here, address))
        if not target.startswith(HOST) or address.startswith("mailto:"):
            continue
        file = unquote(urlsplit(target).path).removeprefix(base)
        file = file + "index.html" if file in ("", ".") or file.endswith("/") else file
        assert (SITE / file).is_file(), address
        if fragment and not fragment.startswith("v1&") and file.endswith(".html"):  # a link that carries choices
            assert any(each.attributes.get("id") == fragment for each in read(file).all()), address


@pytest.mark.parametrize("path", [path for path in all_pages() if path != "404.html"] or ["index.html"])
def test_a_page_works_under_any_path_because_its_links_are_relative(path):
    for node in read(path).all("a", "link", "script", "img"):
        assert not (node.attributes.get("href") or node.attributes.get("src") or "").startswith("/")


@each_page
def test_no_directive_is_left_over(path):
    assert not [
        node.tag for node in read(path).all() if node.tag.startswith("message-") and node.tag != "message-writer"
    ]


def test_the_home_page_leads_to_every_message_type():
    links = {node.attributes.get("href") for node in read("index.html").one("main").all("a")}

    assert {f"write/{each.slug}/" for each in CATALOGUE} <= links


def test_every_place_in_the_handbook_that_a_check_explains_itself_by_exists():
    source = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "generator" / "checks").rglob("*.py"))
    anchors = {anchor for page, anchor in re.findall(r"([a-z-]+)\.md#([a-z-]+)", source) if page == "anatomy"}
    ids = {node.attributes.get("id") for node in read("anatomy/index.html").all()}

    assert anchors
    assert anchors <= ids


def test_the_search_finds_a_message_type_and_not_the_words_of_its_form():
    entries = json.loads((SITE / "search" / "search_index.json").read_text(encoding="utf-8"))["docs"]

    for each in CATALOGUE:
        texts = [entry["text"] for entry in entries if entry["location"].startswith(f"write/{each.slug}/")]
        assert any(each.summary in re.sub(r"<[^>]+>", "", text) for text in texts)
        assert not any("How should it sound?" in text for text in texts)


MADE_OF = (
    *("docs", "generator", "node_modules", "overrides"),
    *("LICENSE", "README.md", "mkdocs.yml", "pyproject.toml", "requirements.txt"),
)


def test_a_second_build_of_the_whole_site_makes_the_same_files(tmp_path):
    """In another folder, with nothing kept from the first but the packages; the first is the one that all tests here look at."""
    for name in MADE_OF:
        (tmp_path / name).symlink_to(ROOT / name)
    (tmp_path / "build").mkdir()
    (tmp_path / "build" / "wheels").symlink_to(ROOT / "build" / "wheels")
    sitemap = (SITE / "sitemap.xml").read_text(encoding="utf-8")
    [home] = re.findall(r"<loc>(https?://[^<]*/)choose/</loc>", sitemap)
    environment = os.environ | {"SITE_URL": home, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(tmp_path)}
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "--quiet"], cwd=tmp_path, env=environment, check=True)

    assert sums_of(tmp_path / "site") == sums_of(SITE)


def sums_of(folder):
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.mark.parametrize(("where", "wants"), [(where, wants) for where in CHOOSER.places for wants in CHOOSER.wishes])
def test_without_javascript_every_answer_can_be_read_and_followed(where, wants):
    html = (SITE / "choose" / "index.html").read_text("utf-8")
    place = html.partition(f'data-where="{where}"')[2].partition("</section>")[0]
    answer = place.partition(f'data-wants="{wants}"')[2].partition("data-wants=")[0]

    assert re.search(r"<a [^>]*href=", answer)
    assert "hidden" not in answer
