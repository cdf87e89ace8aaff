"""What holds of every message of every example, and of the same without any answer."""

from __future__ import annotations

from difflib import SequenceMatcher
from itertools import combinations, product

import pytest

from generator import TONES, Style, check_text, compose, export, parts, verify
from generator.checks import TACT
from generator.rendering import text_of
from tests.prose.rules import own_words

APART = 0.2  # of the words of two tones of one message, at least, differ


def test_a_draft_is_its_parts_and_nothing_else(message_type, made):
    for (_, channel, _), draft in drafts(made):
        assert draft.text == "".join(part.before + text_of(part) for part in draft.parts)
        assert draft.text == draft.text.strip()
        assert "\n\n\n" not in draft.text or channel == "letter"
        assert not any(0xE000 <= ord(char) <= 0xF8FF for char in draft.text)
        assert "  " not in draft.text
        assert all(part.label == parts()[part.name].label for part in draft.parts)


def drafts(made):
    return [(which, each.draft) for which, each in made.items()]


def test_a_part_says_which_answers_shaped_it(message_type, made):
    for _, draft in drafts(made):
        for part in draft.headers + draft.parts:
            assert {segment.field for segment in part.segments if segment.field} <= set(part.uses)


def test_every_example_passes_its_own_checks(message_type, made, whole):
    for which, each in made.items():
        assert each.findings == (), which
    if whole:
        verify(message_type)  # in both lengths and in every English


def test_no_check_of_tact_finds_fault_with_what_it_reads_without_the_answers(message_type, made):
    for which, draft in drafts(made):
        found = {each.check for each in check_text(draft.text, message_type, draft.channel)}
        assert not found & {*TACT, "no-gap"}, which


def test_the_three_tones_are_three_messages(message_type, made):
    for example in message_type.examples:
        for channel in message_type.channels:
            said = {tone: own_words(made[example.name, channel, tone].draft) for tone in TONES}
            for one, other in combinations(TONES, 2):
                apart = 1 - SequenceMatcher(None, said[one], said[other], autojunk=False).ratio()
                assert apart >= APART, f"{example.name}, {channel}: {one} and {other} are {apart:.2f} apart"


def test_decision_and_thanks_have_their_own_words_in_each_tone(message_type, made):
    for example in message_type.examples:
        for channel in message_type.channels:
            tones = [made[example.name, channel, tone].draft for tone in TONES]
            for name in ("decision", "thanks"):
                words = [text_of(part) for draft in tones for part in draft.parts if part.name == name]
                assert len(set(words)) == len(words), (example.name, channel, name)


@pytest.mark.parametrize("to", ["txt", "eml", "docx", "mailto"])
def test_every_message_can_be_sent_in_every_form(message_type, made, to):
    for _, draft in drafts(made):
        assert export(draft, to, "letter").data


def test_a_message_of_gaps_can_be_sent_in_every_form(message_type):
    for channel, tone in product(message_type.channels, TONES):
        draft = compose(message_type, {}, Style(channel=channel, tone=tone)).draft
        for to in ("txt", "eml", "docx", "mailto"):
            assert export(draft, to, "letter").data
