"""The page of a message type as the theme's partials make it, before MkDocs puts anything round it: what it shows and what it asks."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from jinja2 import Environment, FileSystemLoader

import generator
from generator import catalogue
from generator.site import pages
from tests import ROOT
from tests.markup import read_html

DOCS = ROOT / "docs"
THEME = Environment(loader=FileSystemLoader(ROOT / "overrides"), autoescape=True)


SAMPLED = 4
"""Of so many types that have not changed, the page of one is looked at in a sample: all of them are made by the same partials."""


@pytest.fixture(scope="session")
def page(message_type, whole):
    if not whole and catalogue.slugs().index(message_type.slug) % SAMPLED:
        pytest.skip("its page has not changed")
    meta = {"message_type": message_type.slug}
    render = pages.renderer(THEME, docs=DOCS, page=SimpleNamespace(meta=meta), link=lambda path: f"../../{path}")
    return read_html(render("partials/message-page.html"))


def test_a_page_says_what_it_is_for(message_type, page):
    assert message_type.summary in page.text


def test_the_worked_example_stands_finished_in_the_html(message_type, page):
    draft = generator.compose(message_type, message_type.examples[0].answers).draft
    paper = page.one(data_draft="")

    assert draft.text == paper.text


def test_an_example_can_be_copied_by_hand_in_every_channel_and_tone_and_the_others_as_they_were_written(
    message_type, made, page
):
    first, *others = message_type.examples
    written = {generator.compose(message_type, each.answers, each.style).draft.text for each in others}

    shown = {node.text for node in page.all(class_="message__text")}

    assert {each.draft.text for (name, _, _), each in made.items() if name == first.name} | written <= shown


def test_without_javascript_there_is_no_dead_form(message_type, page):
    writer = page.one("message-writer")

    assert "hidden" in writer.one("form").attributes
    assert all(any("hidden" in around.attributes for around in button.ancestors()) for button in writer.all("button"))
    assert "JavaScript" in page.one("noscript").text


def has_short_form(message_type):
    return any(generator.layouts()[channel].short for channel in message_type.channels)


def test_the_form_asks_each_field_of_the_type_once(message_type, page):
    form = page.one("form", class_="writer__form")
    names = {control.attributes["name"] for control in form.all("input", "textarea") if "name" in control.attributes}

    how = {"channel", "tone", "locale"} | ({"length"} if has_short_form(message_type) else set())
    assert how | {each.name for each in message_type.fields} == names
    assert not [control for control in form.all("select") if "name" in control.attributes]


def test_only_how_the_message_is_to_be_is_chosen_beforehand(message_type, page):
    form = page.one("form", class_="writer__form")
    chosen = {
        node.attributes["name"]: node.attributes["value"] for node in form.all("input") if "checked" in node.attributes
    }

    length = {"length": "full"} if has_short_form(message_type) else {}
    assert {"channel": message_type.channels[0], "tone": "plain", "locale": "en-US", **length} == chosen


def test_a_question_is_labelled_above_and_says_whether_it_is_optional(message_type, page):
    form = page.one("form", class_="writer__form")

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


def test_no_control_blocks_what_a_person_types(message_type, page):
    form = page.one("form", class_="writer__form")

    assert "novalidate" in form.attributes
    for control in form.all("input", "textarea", "button"):
        assert not {"placeholder", "maxlength", "required", "pattern", "disabled"} & control.attributes.keys()


def test_a_question_about_somebody_else_is_kept_out_of_autofill(message_type, page):
    form = page.one("form", class_="writer__form")

    for each in message_type.fields:
        if each.name.startswith("recipient"):
            assert {"off"} == {
                node.attributes.get("autocomplete") for node in form.one(data_field=each.name).all("input", "textarea")
            }


def test_its_page_leads_to_its_guide(message_type, page):
    address = f"../../{message_type.guide}"

    assert any(link.attributes["href"] == address for link in page.all("a"))


def test_what_a_message_cannot_do_without_is_never_among_the_rest(message_type):
    assert [
        field.name for field in message_type.fields if field.more and field.required and field.name != "today"
    ] == []


def test_hints_are_one_short_sentence_without_a_stop(message_type):
    for hint in [message_type.channels_hint, *(field.hint for field in message_type.fields)]:
        assert not hint.endswith(".")
        assert len(hint.split()) <= 20, hint


def test_every_message_has_its_section_in_its_guide(message_type):
    guide = (DOCS / message_type.guide).read_text("utf-8")

    assert f"write/{message_type.slug}.md" in guide
    assert f'type="{message_type.slug}"' in guide
