"""A message type is begun by a command, and every draft of it can be read in the shell."""

from __future__ import annotations

import re

import pytest

from generator import authors, catalogue, verify
from generator.catalogue import parse_type
from generator.errors import AuthorError

SLUG = "decline-a-juggling-trial"


def test_what_is_begun_is_a_message_type_without_a_fault(tmp_path):
    path = authors.scaffold(SLUG, tmp_path)
    begun = parse_type(path.name, path.read_text("utf-8"))

    verify(begun)
    assert begun.slug == SLUG
    assert not [line for line in authors.preview(begun) if line.startswith("!!")]


def test_a_key_of_what_is_begun_has_a_word_of_explanation():
    front = authors.SKELETON.read_text("utf-8").split("+++")[1]

    for key in ("title", "stage", "guide", "channels"):
        assert re.search(rf"^{key} = .* # \S", front, re.MULTILINE), key


@pytest.mark.parametrize("name", ["No", "a b", "../x", "x_y", "", "1st"])
def test_a_name_that_is_no_address_is_refused_with_the_right_form(tmp_path, name):
    with pytest.raises(AuthorError, match="small letters and hyphens"):
        authors.scaffold(name, tmp_path)


def test_a_file_that_is_there_is_not_written_over(tmp_path):
    authors.scaffold(SLUG, tmp_path)

    with pytest.raises(AuthorError, match=f"There is a generator/messages/{SLUG}.txt"):
        authors.scaffold(SLUG, tmp_path)


def test_every_draft_is_shown_with_what_is_wrong_with_it(tmp_path):
    path = authors.scaffold(SLUG, tmp_path)
    faulty = parse_type(path.name, path.read_text("utf-8").replace("founts", "founts, you greedy people"))

    shown = list(authors.preview(faulty))

    assert "=== no reason | text | formal | full ===\n" in shown
    assert any(line.startswith("!! no-lecture: “greedy”") for line in shown)


def test_this_checkout_has_no_such_file():
    assert SLUG not in catalogue.slugs()


@pytest.mark.parametrize(
    ("name", "nearest"),
    [
        ("cancel", "cancel-on-the-day, cancel-agreed-interview"),
        ("paus", "pause"),
        ("decline-invitations", "decline-invitation"),
        ("nonsense", "no-answer-came"),
        ("", ""),
    ],
)
def test_a_type_that_there_is_not_is_answered_with_the_nearest(name, nearest):
    with pytest.raises(AuthorError, match=f"There is no message type “{name}”; the nearest are {nearest}"):
        authors.find(name)
