"""Each harm is found where it is done; that no message does any is seen in the sweep through all of them."""

from __future__ import annotations

import pytest

from generator import compose, find
from tests.prose.harms import HARMS, do_harm
from tests.prose.reach import Reached, sample
from tests.prose.rules import Message

SEEDED = {
    "thanks for a meeting that did not happen": ("decline-invitation", {}, "Thank you for meeting me."),
    "a withdrawal of what is kept": ("reschedule", {}, "I am withdrawing my application."),
    "a reason that nobody gave": ("cancel-agreed-interview", {"reason": "none"}, "I have accepted another job."),
    "short notice with days to go": ("cancel-agreed-interview", {"short_notice": ""}, "I know this is short notice."),
    "a chance for nobody": ("no-answer-came", {}, "I hope that someone else can have the time."),
    "an apology in two places": ("cancel-agreed-interview", {}, "My apologies for that."),
}
"""Harm → a message type, answers, and a sentence that does it."""


PLACES = ("thanks", "wish", "next_step", "reason", "request", "decision")
"""Parts that can be written anew, the last thing said first."""


def made(slug, answers, sentence=""):
    message_type = find(slug)
    required = {field.name: sample(message_type, field) for field in message_type.fields if field.required}
    answers = {name: text for name, text in required.items() if name != "reason_words"} | answers
    composition = compose(message_type, answers)
    if sentence:
        there = [part.name for part in composition.draft.parts]
        [place, *_] = [name for name in PLACES if name in there]
        composition = compose(message_type, answers, edits={place: sentence})
    return Reached(type=message_type, answers=answers, made=composition), Message.of(composition.draft)


@pytest.mark.parametrize("harm", HARMS)
def test_a_harm_is_found_where_it_is_done(harm):
    slug, answers, sentence = SEEDED[harm]

    assert do_harm(*made(slug, answers)) == []
    assert [each.split(":")[0] for each in do_harm(*made(slug, answers, sentence))] == [harm]
