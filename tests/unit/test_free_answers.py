"""What people type into a field that asks for their own words, and how it stands in the message."""

from __future__ import annotations

import pytest

from generator import compose, find
from generator.fields import READERS
from generator.formatters import flags
from generator.shapes import SHAPES

PLAIN = {"recipient": "Ms Varga", "role": "registrar", "sender": "Imani Okafor", "interview_when": "13 May"}


@pytest.mark.parametrize(
    ("kind", "typed", "value", "shape"),
    [
        ("thanks", "Thanks for the tour.", "the tour", "phrase"),
        ("thanks", "I enjoyed the tour", "I enjoyed the tour.", "sentence"),
        ("thanks", "How did you know?", "How did you know?", "sentence"),
        ("question", "do you sponsor visas", "Do you sponsor visas?", "question"),
        ("question", "Whether you sponsor visas", "whether you sponsor visas", "clause"),
        ("question", "the salary range", "the salary range", "phrase"),
        ("question", "I need sponsorship", "I need sponsorship.", "sentence"),
        ("phrase", "A day?", "A day?", "sentence"),
        ("phrase", "about a day", "about a day", "phrase"),
    ],
)
def test_a_free_answer_has_one_shape(kind, typed, value, shape):
    assert READERS[kind](typed, None) == value
    asked = flags("x", kind, value)
    assert [name for name, holds in asked.items() if holds] == [f"x_{shape}"]
    assert set(asked) <= {f"x_{each}" for each in SHAPES}
    assert not any(flags("x", kind, None).values())


@pytest.mark.parametrize("typed", ["nothing", "No.", "none", "N/A", "n.a.", "-", "—", "Nope!"])
def test_who_says_that_there_is_nothing_has_not_answered(typed):
    message_type = find("cancel-agreed-interview")
    made = compose(message_type, PLAIN | {"thanks_for": typed})

    assert made.draft.text == compose(message_type, PLAIN).draft.text
    assert [note.message for note in made.notes if note.field == "thanks_for"] == [f"“{typed}” counts as no answer."]


def test_nothing_is_an_answer_where_it_begins_one():
    made = compose(find("cancel-agreed-interview"), PLAIN | {"thanks_for": "nothing less than a miracle"})

    assert "for nothing less than a miracle" in made.draft.text
