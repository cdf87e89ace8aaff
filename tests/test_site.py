"""Facts about the built HTML, read as a browser without scripts would read it."""

from __future__ import annotations

import hashlib
import json
import os
import re
import subprocess
import sys
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import pytest

import generator
from generator.site import directives, pages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model import MessageType

ROOT = Path(__file__).parents[1]
SITE = ROOT / "site"
HOST = "https://host.invalid/"
CATALOGUE = generator.load_catalogue()
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}

each_type = pytest.mark.parametrize("message_type", CATALOGUE, ids=lambda each: each.slug)


@dataclass
class Node:
    """An element, with what stands in it."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Node | str] = field(default_factory=list)
    parent: Node | None = None

    @property
    def text(self) -> str:
        return "".join(child if isinstance(child, str) else child.text for child in self.children)

    @property
    def classes(self) -> list[str]:
        return self.attributes.get("class", "").split()

    def all(self, *tags: str, **attributes: str) -> Iterator[Node]:
        """Yield the elements in it that have one of the tags, or any, and the attributes; `data_draft` is `data-draft`."""
        wanted = {name.rstrip("_").replace("_", "-"): value for name, value in attributes.items()}
        for child in self.children:
            if isinstance(child, Node):
                if (not tags or child.tag in tags) and wanted.items() <= child.attributes.items():
                    yield child
                yield from child.all(*tags, **attributes)

    def one(self, *tags: str, **attributes: str) -> Node:
        [found] = self.all(*tags, **attributes)
        return found


class Reader(HTMLParser):
    """Makes a tree of a page that closes what it opens."""

    def __init__(self) -> None:
        super().__init__()
        self.root = self.here = Node("document")

    def handle_starttag(self, tag, attrs):
        node = Node(tag, {name: value or "" for name, value in attrs}, parent=self.here)
        self.here.children.append(node)
        if tag not in VOID:
            self.here = node

    def handle_endtag(self, tag):
        node = self.here
        while node.tag != tag:
            if node.parent is None:
                return
            node = node.parent
        self.here = node.parent or self.root

    def handle_data(self, data):
        self.here.children.append(data)


@cache
def read(path: str) -> Node:
    reader = Reader()
    reader.feed((SITE / path).read_text(encoding="utf-8"))
    return reader.root


def all_pages() -> list[str]:
    return sorted(path.relative_to(SITE).as_posix() for path in SITE.rglob("*.html"))


def writer_page(message_type: MessageType) -> Node:
    return read(f"write/{message_type.slug}/index.html")


each_page = pytest.mark.parametrize("path", all_pages() or ["index.html"])


@each_type
def test_a_message_type_has_a_page_that_says_what_it_is_for(message_type):
    page = writer_page(message_type)
    main = page.one("main")

    assert message_type.title == main.one("h1").text
    assert message_type.summary in main.text
    assert page.one("title").text.startswith(message_type.title)


@each_type
def test_its_page_leads_to_its_guide(message_type):
    address = "../../" + message_type.guide.removesuffix(".md") + "/"

    assert any(link.attributes["href"] == address for link in writer_page(message_type).one("main").all("a"))


@each_type
def test_the_worked_example_stands_finished_in_the_html(message_type):
    draft = generator.compose(message_type, message_type.examples[0].answers).draft
    paper = writer_page(message_type).one(data_draft="")

    assert draft.text == paper.text


@each_type
def test_every_example_can_be_copied_by_hand_in_every_channel_and_tone(message_type):
    shown = [node.text for node in writer_page(message_type).all(class_="message__text")]

    for example in message_type.examples:
        for channel in message_type.channels:
            for tone in generator.TONES:
                assert generator.compose(message_type, example.answers, channel, tone).draft.text in shown


@each_type
def test_without_javascript_there_is_no_dead_form(message_type):
    page = writer_page(message_type)
    writer = page.one("message-writer")

    assert "hidden" in writer.one("form").attributes
    assert all(any("hidden" in around.attributes for around in ancestors(button)) for button in writer.all("button"))
    assert "JavaScript" in page.one("main").one("noscript").text


def ancestors(node: Node) -> Iterator[Node]:
    while node.parent is not None:
        yield node
        node = node.parent


def has_short_form(message_type: MessageType) -> bool:
    return any(generator.layouts()[channel].short for channel in message_type.channels)


@each_type
def test_the_form_asks_each_field_of_the_type_once(message_type):
    form = writer_page(message_type).one("form", class_="writer__form")
    names = {control.attributes["name"] for control in form.all("input", "textarea") if "name" in control.attributes}

    how = {"channel", "tone", "locale"} | ({"length"} if has_short_form(message_type) else set())
    assert how | {each.name for each in message_type.fields} == names
    assert not [control for control in form.all("select") if "name" in control.attributes]


@each_type
def test_only_how_the_message_is_to_be_is_chosen_beforehand(message_type):
    form = writer_page(message_type).one("form", class_="writer__form")
    chosen = {
        node.attributes["name"]: node.attributes["value"] for node in form.all("input") if "checked" in node.attributes
    }

    length = {"length": "full"} if has_short_form(message_type) else {}
    assert {"channel": message_type.channels[0], "tone": "plain", "locale": "en-US", **length} == chosen


@each_type
def test_a_question_is_labelled_above_and_says_whether_it_is_optional(message_type):
    form = writer_page(message_type).one("form", class_="writer__form")

    for each in message_type.fields:
        question = form.one(data_field=each.name)
        label = next(question.all("label", "legend"))
        assert label.text.strip() == each.label + ("" if each.required else " (optional)")
        if each.hint:
            assert question.one(id=f"writer-{each.name}-hint").text == each.hint
            assert [
                node
                for node in (question, *question.all())
                if f"writer-{each.name}-hint" in node.attributes.get("aria-describedby", "")
            ]
        if each.kind not in ("choice", "yes"):
            control = question.one("input", "textarea")
            assert label.attributes["for"] == control.attributes["id"]
            assert each.autocomplete == control.attributes["autocomplete"]


@each_type
def test_no_control_blocks_what_a_person_types(message_type):
    form = writer_page(message_type).one("form", class_="writer__form")

    assert "novalidate" in form.attributes
    for control in form.all("input", "textarea", "button"):
        assert not {"placeholder", "maxlength", "required", "pattern", "disabled"} & control.attributes.keys()


@each_type
def test_a_question_about_somebody_else_is_kept_out_of_autofill(message_type):
    form = writer_page(message_type).one("form", class_="writer__form")

    for each in message_type.fields:
        if each.name.startswith("recipient"):
            assert {"off"} == {
                node.attributes.get("autocomplete") for node in form.one(data_field=each.name).all("input", "textarea")
            }


@each_page
def test_a_page_has_one_first_heading_and_skips_no_level(path):
    levels = [int(node.tag[1]) for node in read(path).all("h1", "h2", "h3", "h4", "h5", "h6") if not in_search(node)]

    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def in_search(node: Node) -> bool:
    return any(around.attributes.get("role") == "search" for around in ancestors(node))


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


def test_the_navigation_takes_the_generated_pages_by_stage_in_their_place():
    nav = pages.navigation([{"Home": "index.md"}, {"Write": pages.PLACE}, {"About": "about.md"}], CATALOGUE)
    [index, *stages] = nav[1]["Write"]

    assert [{"Home": "index.md"}, {"About": "about.md"}] == [nav[0], nav[2]]
    assert pages.INDEX == index
    assert [pages.page_of(each) for each in CATALOGUE] == [
        page for stage in stages for part in stage.values() for page in part
    ]


def test_a_type_whose_guide_is_missing_stops_the_build(tmp_path):
    first = CATALOGUE[0]

    with pytest.raises(generator.GeneratorError, match=rf"docs/{first.guide}.*messages/{first.slug}\.jinja"):
        pages.require_guides([first], tmp_path)


def fill(html: str) -> str:
    return directives.fill(
        html, page="choose.md", render=lambda partial, **variables: f"[{partial}: {', '.join(variables)}]"
    )


def test_a_directive_alone_in_its_paragraph_is_replaced():
    first = CATALOGUE[0]

    html = fill(f'<p>a</p>\n<p><message-example type="{first.slug}"></message-example></p>\n<p>b</p>')

    assert html == "<p>a</p>\n[partials/message-example.html: message_type, example, composition]\n<p>b</p>"


def test_a_directive_in_an_example_of_code_is_left_alone():
    html = "<pre><code>&lt;message-list&gt;&lt;/message-list&gt;</code></pre>"

    assert html == fill(html)


@pytest.mark.parametrize(
    ("directive", "sentence"),
    [
        ('<message-example type="no-such"></message-example>', "no-such"),
        ("<message-example></message-example>", "names no type"),
        ('<message-example type="{slug}" channel="pigeon"></message-example>', "pigeon"),
        ('<message-example type="{slug}" tone="gruff"></message-example>', "gruff"),
        ('<message-example type="{slug}" example="none such"></message-example>', "none such"),
        ('<message-anatomy type="{slug}" colour="red"></message-anatomy>', "colour"),
        ('<message-list stage="never"></message-list>', "never"),
        ("<message-exmaple></message-exmaple>", "message-exmaple"),
    ],
)
def test_a_directive_that_asks_for_what_is_not_there_stops_the_build(directive, sentence):
    with pytest.raises(generator.GeneratorError, match=f"^docs/choose.md: .*{sentence}"):
        fill(f"<p>{directive.replace('{slug}', CATALOGUE[0].slug)}</p>")


def test_a_directive_within_a_sentence_stops_the_build():
    with pytest.raises(generator.GeneratorError, match="alone on its line"):
        fill("<p>See <message-list></message-list> here.</p>")


def test_a_second_build_of_the_whole_site_makes_the_same_files(tmp_path):
    """Under another path and at another time; the first is the one that all tests here look at."""
    sitemap = (SITE / "sitemap.xml").read_text(encoding="utf-8")
    [home] = re.findall(r"<loc>(https?://[^<]*/)choose/</loc>", sitemap)
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(tmp_path / "site")]
    subprocess.run(command, cwd=ROOT, env=os.environ | {"SITE_URL": home, "NO_MKDOCS_2_WARNING": "1"}, check=True)

    assert sums_of(tmp_path / "site") == sums_of(SITE)


def sums_of(folder):
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
