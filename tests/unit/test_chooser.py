"""From a reader's situation to the message and the channel."""

from __future__ import annotations

import pytest

import generator
from generator.routes import best_channel
from generator.site import pages
from tests import ROOT

DOCS = ROOT / "docs"
CATALOGUE = generator.load_catalogue()
CHOOSER = generator.chooser()
GUIDES = sorted(path.relative_to(DOCS).as_posix() for stage in generator.STAGES for path in DOCS.glob(f"{stage}/*.md"))
ALL = [(where, wants) for where in CHOOSER.places for wants in CHOOSER.wishes]


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
