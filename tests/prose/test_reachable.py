"""Every message that answers can lead to is prose that one would sign, as far as programs can tell."""

from __future__ import annotations

import re

import pytest

from generator import Style, compose
from tests.prose.reach import sample

ADVERSARIAL = {
    "role": [
        "a11y Engineer",
        "Head of R&D",
        "MBA fellow",
        "hour manager",
        "X-ray technician",
        "European buyer",
        "用户研究员",
        "Q",
    ],
    "company": ["The Trade Desk", "eBay", "8x8", "Yahoo!", "Acme Inc.", "مطار دبي", "X", "Sons & Daughters, Ltd."],
    "recipient": ["J. Smith Jr.", "O'Brien", "Dr. Ngũgĩ", "hiring team", "李", "Mx Ó Súilleabháin", "María José"],
    "sender": ["J. Smith Jr.", "O'Brien", "محمد", "Nguyễn Thị Minh Khai", "X Æ", "D. B. Cooper III"],
    "thanks_for": ["Showing me the lab.", "the tour!", "your time", "answering at 8 p.m."],
    "reason_words": ["I am moving to Lisbon.", "we are expecting rain", "Because I can!", "¿Por qué no?"],
}


def test_every_reachable_message_is_clean(message_type, channel, swept, record_property):
    record_property("messages rendered", swept.messages)
    record_property("findings", swept.faults.total())

    worst = swept.faults.most_common(10)
    assert [f"{times} times {fault} ({swept.ways[fault]})" for fault, times in worst] == []


@pytest.fixture
def parts(channel, swept, whole):
    if channel not in whole:
        pytest.skip("its words have not changed")
    return swept.parts


def test_two_grammar_checkers_find_nothing_that_a_person_has_not_looked_at(
    message_type, parts, find_faults, record_property
):
    typed = " ".join(answer.lower() for example in message_type.examples for answer in example.answers.values())
    names = frozenset(re.findall(r"[\w’'-]+", typed))
    found = find_faults([(locale, words) for words, locale in parts.items()], names)
    record_property("parts read by Harper and retext", len(parts))

    faulty = {line: words for words, lines in zip(parts, found, strict=True) for line in lines}
    assert [f"{line}   in: {words}" for line, words in faulty.items()] == []


def test_odd_names_and_values_break_no_sentence(message_type, channel, whole):
    """As in TXT-2: what is odd in an answer stays in it, and the template's words fit around it."""
    asked = {field.name: field for field in message_type.fields if channel in field.channels}
    plain = {name: sample(message_type, field) for name, field in asked.items() if field.kind not in ("choice", "yes")}
    for name in ADVERSARIAL.keys() & asked.keys():
        reason = {"reason": "own"} if name == "reason_words" else {}
        oddities = ADVERSARIAL[name]
        for odd in oddities if channel in whole else [oddities[len(message_type.slug) % len(oddities)]]:
            made = compose(message_type, plain | reason | {name: odd}, Style(channel=channel))

            assert made.problems == ()
            assert (
                re.findall(r"\.\.|[.!?…]\.|,,| ,| \.(?!\w)|  |the The\b|the the\b|[.!?] [.!?]", made.draft.text) == []
            ), made.draft.text
