"""From a reader's situation to the page and the channel, with and without JavaScript."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

import generator
from generator.site import pages
from generator.ways import best_channel
from tests.visit import READY, until

DOCS = Path(__file__).parents[1] / "docs"
CATALOGUE = generator.load_catalogue()
CHOOSER = generator.chooser()
GUIDES = sorted(path.relative_to(DOCS).as_posix() for stage in generator.STAGES for path in DOCS.glob(f"{stage}/*.md"))
ALL = [(where, wants) for where in CHOOSER.places for wants in CHOOSER.wishes]


def choose(page, **answers):
    for name, value in answers.items():
        page.locator(f"situation-chooser [name={name}][value='{value}']").check()


def shown(page):
    return page.locator("situation-chooser .chooser__answer:visible")


@pytest.mark.parametrize("message_type", CATALOGUE, ids=lambda each: each.slug)
def test_every_message_is_led_to(message_type):
    assert message_type.choices


@pytest.mark.parametrize(("where", "wants"), ALL)
def test_every_place_and_wish_has_an_answer(where, wants):
    messages = [each for each in CATALOGUE for choice in each.choices if (choice.where, choice.wants) == (where, wants)]

    assert messages or CHOOSER.wishes[wants].advice


@pytest.mark.parametrize("wish", [wish for wish in CHOOSER.wishes.values() if wish.guide], ids=lambda wish: wish.label)
def test_a_wish_without_a_message_has_its_line_to_write(wish):
    page, anchor = wish.guide.split("#")
    section = (DOCS / page).read_text(encoding="utf-8").partition(f"{{#{anchor}}}")[2].partition("\n#")[0]

    assert "\n> " in section


def test_with_hours_to_go_it_is_a_call_before_anything_is_written():
    cancel = generator.find("cancel-agreed-interview")

    [choice] = [each for each in cancel.choices if each.where == "booked"]

    assert pages.by_channel((cancel, choice), CHOOSER.notices) == [("call", True, [0, 1]), ("email", False, [2, 3])]
    assert "Call first, then write" in CHOOSER.notices[0].advice


def test_a_message_for_the_day_itself_is_offered_on_the_day_alone():
    on_the_day = generator.find("cancel-on-the-day")
    [choice] = [each for each in on_the_day.choices if each.wants == "no"]

    assert [numbers for _, _, numbers in pages.by_channel((on_the_day, choice), CHOOSER.notices)] == [[0, 1]]


def test_a_message_without_the_best_channel_is_sent_by_the_next_best():
    room = generator.find("decline-in-the-room")

    assert best_channel(room, CHOOSER.notices[0]) == "email"


@pytest.mark.parametrize("guide", GUIDES)
def test_every_guide_leads_to_the_chooser(guide):
    assert "](../choose.md)" in (DOCS / guide).read_text(encoding="utf-8")


@pytest.mark.parametrize(("where", "wants"), ALL)
def test_without_javascript_every_answer_can_be_read_and_followed(where, wants):
    html = (DOCS.parent / "site" / "choose" / "index.html").read_text(encoding="utf-8")
    place = html.partition(f'data-where="{where}"')[2].partition("</section>")[0]
    answer = place.partition(f'data-wants="{wants}"')[2].partition("data-wants=")[0]

    assert re.search(r"<a [^>]*href=", answer)
    assert "hidden" not in answer


def test_three_questions_lead_to_the_page_and_the_channel(visit):
    page = visit.open("choose/")
    expect(shown(page)).to_have_count(0)
    choose(page, where="booked", wants="no")
    expect(page.get_by_text("How long is it until the interview?")).to_be_visible()
    choose(page, notice=0)

    expect(shown(page)).to_have_count(1)
    expect(shown(page)).to_contain_text("Call first, then write two lines")
    expect(page.locator("[data-found]")).to_contain_text("Cancel an interview you had agreed to")
    shown(page).get_by_role("link", name="Cancel an interview you had agreed to").and_(page.locator(":visible")).click()
    expect(page.locator("message-writer [name=channel][value=call]")).to_be_checked()
    expect(page.locator("message-writer [name=short_notice]")).to_be_checked()
    until(page, "!location.hash")
    expect(page.locator(READY)).to_be_visible(timeout=30_000)


def test_the_time_left_is_asked_only_where_it_counts(visit):
    page = visit.open("choose/")
    choose(page, where="during", wants="ask")

    expect(page.get_by_text("How long is it until the interview?")).to_be_hidden()
    expect(shown(page)).to_contain_text("it is too low")


def test_coming_back_finds_the_choices_in_one_step(visit):
    page = visit.open("choose/")
    choose(page, where="after", wants="no")
    link = shown(page).get_by_role("link").first
    link.scroll_into_view_if_needed()
    until(page, "history.state?.y === scrollY")  # the theme writes down where the page stood
    pages_before = page.evaluate("history.length")
    link.click()
    expect(page.locator(READY)).to_be_visible(timeout=30_000)
    until(page, "!location.hash && scrollY === 0")

    assert page.evaluate("history.length") == pages_before + 1
    page.go_back()
    expect(page.locator("[name=where][value=after]")).to_be_checked()
    expect(shown(page)).to_have_count(1)


def test_choosing_moves_nothing_that_has_the_focus(visit):
    page = visit.open("choose/")
    choose(page, where="booked", wants="move")

    expect(page.locator("[name=wants][value=move]")).to_be_focused()
