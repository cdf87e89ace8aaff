"""Every message of every example, held against what a person read and signed."""

from __future__ import annotations

import generator
from generator import catalogue
from tests.prose import letters


def test_every_message_is_the_one_that_was_read_and_signed(message_type, made):
    expected = letters.path_of(message_type).read_text(encoding="utf-8")

    assert expected == letters.text_of(made), f"read them, then: make letters TYPE={message_type.slug}"


def test_every_type_shows_a_rich_and_a_poor_example(message_type):
    sizes = [len(example.answers) for example in message_type.examples]

    assert max(sizes) - min(sizes) >= 3


def test_no_file_of_letters_is_left_over():
    assert {path.stem for path in letters.FOLDER.glob("*.txt")} == set(catalogue.slugs())


def test_letters_are_rewritten_with_the_difference_in_sight(tmp_path, monkeypatch):
    monkeypatch.setattr(letters, "FOLDER", tmp_path)
    first = generator.load_catalogue()[0]
    text = letters.text_of(letters.compose_all(first))
    letters.path_of(first).write_text(text.replace("Thank", "Frank", 1), "utf-8")

    difference = letters.rewrite(first).splitlines()

    assert [line[1:6] for line in difference if line.startswith("-") and "Frank" in line] != []
    assert letters.path_of(first).read_text("utf-8") == text
    assert letters.rewrite(first) == ""
