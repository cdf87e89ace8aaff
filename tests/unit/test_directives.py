"""What the handbook's pages ask the engine for, and where generated pages go."""

from __future__ import annotations

import pytest

import generator
from generator.site import directives, pages

CATALOGUE = generator.load_catalogue()


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

    with pytest.raises(generator.GeneratorError, match=rf"docs/{first.guide}.*messages/{first.slug}\.txt"):
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
