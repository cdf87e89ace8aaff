"""The net under the words is held against faults that were seeded on purpose."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import islice

import pytest

from generator import compose, load_catalogue
from generator.pipeline import checks_of, styles
from tests.prose import mutants
from tests.prose.rules import Message, faults

CAUGHT = 0.95  # of the seeded faults


def good_messages():
    """Yield some messages of each type in each of its channels."""
    for message_type in load_catalogue():
        for i, style in enumerate(styles(message_type)):
            example = message_type.examples[i % len(message_type.examples)]
            locale = ("en-US", "en-GB")[i % 2]
            draft = compose(message_type, example.answers, replace(style, locale=locale)).draft
            yield Message.of(draft, checks_of(message_type, declines=draft.declines))


def seeded_in(messages, fault):
    """Yield each message that has a place for the fault, without it and with it."""
    for message in messages:
        if mutated := fault(message):
            yield message, mutated


@pytest.mark.thorough
def test_the_net_catches_nearly_every_seeded_fault(find_faults, record_property):
    messages = list(good_messages())
    seeded = [
        (name, before, after)
        for i, (name, fault) in enumerate(mutants.FAULTS.items())
        for before, after in islice(seeded_in(messages[i % 7 :: 7], fault), 12)
    ]
    missed = [(name, before, after) for name, before, after in seeded if set(faults(after)) <= set(faults(before))]
    read = find_faults([(m.draft.locale.name, m.text) for _, before, after in missed for m in (before, after)])
    missed = [
        each for each, before, after in zip(missed, read[::2], read[1::2], strict=True) if set(after) <= set(before)
    ]
    record_property("faults seeded", len(seeded))
    record_property("faults caught", len(seeded) - len(missed))
    by_kind = Counter(name for name, *_ in missed)

    assert len({name for name, *_ in seeded}) == len(mutants.FAULTS)
    assert len(missed) <= (1 - CAUGHT) * len(seeded), by_kind
    assert all(by_kind[name] < sum(each[0] == name for each in seeded) for name in by_kind), by_kind
