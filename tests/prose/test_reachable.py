"""Every message that answers can lead to is prose that one would sign, as far as programs can tell."""

from __future__ import annotations

import re
from collections import Counter
from difflib import SequenceMatcher
from itertools import combinations

from generator import TONES, compose
from tests.prose.reach import Reached, sample
from tests.prose.rules import Message, break_rules

APART = 0.3  # of the words of two tones of one message, at least, differ
TYPED = ("to", "greeting", "sender_address", "recipient_address", "signature", "contact")
"""Parts that hold hardly more than what a reader typed."""

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


def judge(reached: Reached) -> list[str]:
    made = reached.made
    found = [f"{problem.field}: {problem.message}" for problem in made.problems]
    found += [f"missing: {name}" for name in made.draft.missing]
    found += [f"{finding.check}: {finding.message}" for finding in made.findings]
    return found + break_rules(Message.of(made.draft))


def test_every_reachable_message_is_clean(message_type, reached, record_property):
    found: Counter[str] = Counter()
    first = {}
    for each in reached:
        for fault in judge(each):
            found[fault] += 1
            first.setdefault(fault, each.way)
    record_property("messages rendered", len(reached))
    record_property("findings", sum(found.values()))

    assert [f"{times} times {fault} ({first[fault]})" for fault, times in found.most_common(10)] == []


def test_two_grammar_checkers_find_nothing_that_a_person_has_not_looked_at(
    message_type, reached, find_faults, record_property
):
    texts = dict(written(reached))
    typed = " ".join(answer.lower() for example in message_type.examples for answer in example.answers.values())
    found = find_faults([(locale, text) for text, locale in texts.items()], frozenset(re.findall(r"[\w’'-]+", typed)))
    record_property("parts read by Harper and retext", len(texts))

    faulty = {line: text for text, lines in zip(texts, found, strict=True) for line in lines}
    assert [f"{line}   in: {text}" for line, text in faulty.items()] == []


def written(reached):
    """Yield the words of each part of each message, with its locale."""
    for draft in (each.made.draft for each in reached):
        for part in (*draft.headers, *draft.parts):
            if part.name not in TYPED:
                text = "".join(segment.text for segment in part.segments)
                yield re.sub(r"^If [^\n]+:\n", "", text), draft.locale.name


def test_the_three_tones_are_three_messages(message_type):
    for example in message_type.examples:
        for channel in message_type.channels:
            said = {tone: own_words(compose(message_type, example.answers, channel, tone).draft) for tone in TONES}
            for one, other in combinations(TONES, 2):
                apart = 1 - SequenceMatcher(None, said[one], said[other], autojunk=False).ratio()
                assert apart >= APART, f"{example.name}, {channel}: {one} and {other} are {apart:.2f} apart"


def own_words(draft):
    """Return the words of a message without greeting, closing, and what the reader typed."""
    message = Message.of(draft)
    return [word for text in message.own_sections.values() for word in re.findall(r"[\w'’]+", text.lower())]


def test_odd_names_and_values_break_no_sentence(message_type):
    """As in TXT-2: what is odd in an answer stays in it, and the template's words fit around it."""
    for channel in message_type.channels:
        asked = {field.name: field for field in message_type.fields if channel in field.channels}
        plain = {
            name: sample(message_type, field) for name, field in asked.items() if field.kind not in ("choice", "yes")
        }
        for name in ADVERSARIAL.keys() & asked.keys():
            reason = {"reason": "own"} if name == "reason_words" else {}
            for odd in ADVERSARIAL[name]:
                made = compose(message_type, plain | reason | {name: odd}, channel)

                assert made.problems == ()
                assert (
                    re.findall(r"\.\.|[.!?…]\.|,,| ,| \.(?!\w)|  |the The\b|the the\b|[.!?] [.!?]", made.draft.text)
                    == []
                ), made.draft.text
