"""The letter of every example, held against what a person read and signed."""

from __future__ import annotations

from generator import catalogue
from generator.authors import MESSAGES
from tests.prose import letters


def test_every_letter_is_the_one_that_was_read_and_signed(message_type):
    assert [*letters.differences(message_type)] == [], f"read them, then: make letters TYPE={message_type.slug}"


def test_every_type_shows_a_rich_and_a_poor_example(message_type):
    sizes = [len(example.answers) for example in message_type.examples]

    assert max(sizes) - min(sizes) >= 3


def test_letters_are_rewritten_and_nothing_else(tmp_path):
    [slug, *_] = catalogue.slugs()
    source = (MESSAGES / f"{slug}.txt").read_text("utf-8")
    file = tmp_path / f"{slug}.txt"
    file.write_text(source.replace("\nDear ", "\nDearest ", 1), "utf-8")

    letters.rewrite(file, catalogue.find(slug))

    assert "\nDear " in source
    assert file.read_text("utf-8") == source
