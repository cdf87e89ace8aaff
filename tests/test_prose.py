"""Every message that answers can lead to is prose that one would sign, as far as programs can tell."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from difflib import SequenceMatcher
from itertools import combinations, islice

import pytest

from generator import TONES, compose, load_catalogue
from generator.pipeline import manners
from tests.prose import grammar, mutants
from tests.prose.reach import Reached, reach, sample
from tests.prose.rules import Message, faults

TYPES = load_catalogue()
APART = 0.3  # of the words of two tones of one message, at least, differ
CAUGHT = 0.95  # of the seeded faults
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

each_type = pytest.mark.parametrize("message_type", TYPES, ids=lambda found: found.slug)


def judge(reached: Reached) -> list[str]:
    made = reached.made
    found = [f"{problem.field}: {problem.message}" for problem in made.problems]
    found += [f"missing: {name}" for name in made.draft.missing]
    return found + faults(Message.of(made.draft, reached.type.checks))


@each_type
def test_every_reachable_message_is_clean(message_type, record_property):
    found: Counter[str] = Counter()
    first = {}
    messages = list(reach(message_type))
    for reached in messages:
        for fault in judge(reached):
            found[fault] += 1
            first.setdefault(fault, reached.way)
    record_property("messages rendered", len(messages))
    record_property("findings", sum(found.values()))

    assert [f"{times} times {fault} ({first[fault]})" for fault, times in found.most_common(10)] == []


@each_type
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


@pytest.fixture(scope="module")
def written():
    """Return each part of each reachable message once, with the words that the readers of the examples typed."""
    parts: dict[str, str] = {}
    names = set()
    for message_type in TYPES:
        for example in message_type.examples:
            names |= {word for answer in example.answers.values() for word in re.findall(r"[\w’'-]+", answer.lower())}
        for reached in reach(replace(message_type, checks=())):  # held against its checks elsewhere
            draft = reached.made.draft
            for part in (*draft.headers, *draft.parts):
                if part.name in TYPED:
                    continue
                text = "".join(segment.text for segment in part.segments)
                parts.setdefault(re.sub(r"^If [^\n]+:\n", "", text), draft.locale.name)
    return [(locale, text) for text, locale in parts.items()], frozenset(names)


def test_two_grammar_checkers_find_nothing_that_a_person_has_not_looked_at(written, record_property):
    texts, names = written
    found = grammar.find_faults(texts, names)
    record_property("parts read by Harper and retext", len(texts))

    faulty = {line: text for (_, text), lines in zip(texts, found, strict=True) for line in lines}
    assert [f"{line}   in: {text}" for line, text in faulty.items()] == []


def good_messages():
    """Yield some messages of each type in each of its channels."""
    for message_type in TYPES:
        for i, (channel, tone, length) in enumerate(manners(message_type)):
            example = message_type.examples[i % len(message_type.examples)]
            locale = ("en-US", "en-GB")[i % 2]
            made = compose(message_type, example.answers, channel, tone, length=length, locale=locale)
            yield Message.of(made.draft, message_type.checks)


def seeded_in(messages, fault):
    """Yield each message that has a place for the fault, without it and with it."""
    for message in messages:
        if mutated := fault(message):
            yield message, mutated


def test_the_net_catches_nearly_every_seeded_fault(record_property):
    messages = list(good_messages())
    seeded = [
        (name, before, after)
        for i, (name, fault) in enumerate(mutants.FAULTS.items())
        for before, after in islice(seeded_in(messages[i % 7 :: 7], fault), 12)
    ]
    missed = [(name, before, after) for name, before, after in seeded if set(faults(after)) <= set(faults(before))]
    read = grammar.find_faults([(m.draft.locale.name, m.text) for _, before, after in missed for m in (before, after)])
    missed = [
        each for each, before, after in zip(missed, read[::2], read[1::2], strict=True) if set(after) <= set(before)
    ]
    record_property("faults seeded", len(seeded))
    record_property("faults caught", len(seeded) - len(missed))
    by_kind = Counter(name for name, *_ in missed)

    assert len({name for name, *_ in seeded}) == len(mutants.FAULTS)
    assert len(missed) <= (1 - CAUGHT) * len(seeded), by_kind
    assert all(by_kind[name] < sum(each[0] == name for each in seeded) for name in by_kind), by_kind


@each_type
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
