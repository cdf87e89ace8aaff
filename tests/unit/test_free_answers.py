"""What people type into a field that asks for their own words, and how it stands in the message."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import AnswerError, compose, find
from generator.catalogue import parse_type
from generator.fields import LIMITS, READERS, read
from generator.fields.cleaning import clean
from generator.fields.free import FREE, is_nothing
from generator.formatters import FLAGS, flags, is_several
from generator.shapes import SHAPES, shape_of

ASKED = tomllib.loads((Path(__file__).parent / "free_answers.toml").read_text(encoding="utf-8"))
TYPED = [(asked, typed, said) for asked in ASKED.values() for typed, said in asked["answers"].items()]
PLAIN = {"recipient": "Ms Varga", "role": "registrar", "sender": "Imani Okafor", "interview_when": "13 May"}
HINTS = [asked["hint"] for asked in ASKED.values() if "hint" in asked]
ALWAYS_WHOLE = ("sentence", "reason", "account")
ODD = ("", "?", ".", "...", "…", ",", "-", "'", "’s", "“", "”", "i", "IT", "May", "e.g.", "Ms.", "😊", "نعم", "李")
WORDS = st.sampled_from([*sorted({word for _, typed, said in TYPED for word in f"{typed} {said}".split()}), *ODD])
TEXTS = st.lists(WORDS, max_size=25).map(" ".join) | st.text(max_size=80)


def read_as(asked, typed):
    kind, text = asked["kind"], clean(typed)
    return FREE[kind](text, asked["hint"]) if kind in FREE else READERS[kind](text)


def stand(asked, value):
    """Return the words as a template would have them stand: in their frame, or alone."""
    holds = {name for name, held in flags("x", asked["kind"], value, None).items() if held}
    if asked["kind"] in ALWAYS_WHOLE or holds & {"x_sentence", "x_question"}:
        return value
    frame = asked.get("clause", asked["frame"]) if "x_clause" in holds else asked["frame"]
    return re.sub(r"\.(?=[.?])", "", frame.format(value))


@pytest.mark.parametrize(("asked", "typed", "said"), TYPED, ids=[typed for _, typed, _ in TYPED])
def test_what_people_type_makes_good_english_in_its_frame(asked, typed, said):
    assert stand(asked, read_as(asked, typed)) == said


def test_there_are_enough_of_them():
    assert len(TYPED) >= 300
    assert {asked["kind"] for asked in ASKED.values()} >= set(FREE)


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
        ("phrase", "A day, I think?", "a day, I think", "phrase"),
        ("phrase", "it depends on the day", "It depends on the day.", "sentence"),
    ],
)
def test_a_free_answer_has_one_shape(kind, typed, value, shape):
    assert FREE[kind](typed, "") == value
    asked = flags("x", kind, value, None)
    assert [name for name, holds in asked.items() if holds] == [f"x_{shape}"]
    assert not any(flags("x", kind, None, None).values())


@given(st.sampled_from(list(FREE)), TEXTS, st.sampled_from(HINTS))
def test_any_text_makes_words_of_one_shape(kind, text, hint):
    typed = clean(text)
    if not typed or is_nothing(typed):
        return
    value = FREE[kind](typed, hint)

    assert type(value) is str
    assert clean(value) == value != ""
    assert shape_of(value) in SHAPES
    assert sum(flags("x", kind, value, None).values()) == (1 if kind in FLAGS else 0)


@given(st.sampled_from(ALWAYS_WHOLE), TEXTS)
def test_a_reason_is_always_whole(kind, text):
    typed = clean(text)
    if any(char.isalnum() for char in typed) and not is_nothing(typed):
        assert re.search(r"[.!?…。！？؟।][\"'”’»)\]]*$|\w\.$", FREE[kind](typed, ""))


@pytest.mark.parametrize("asked", ASKED.values(), ids=list(ASKED))
def test_what_was_read_reads_the_same_again(asked):
    """So that whoever takes the words out of the draft and puts them into the field gets the same draft."""
    read_once = [read_as(asked, typed) for typed in asked["answers"]]

    assert [read_as(asked, value) for value in read_once] == read_once


@pytest.mark.parametrize("kind", list(FREE))
@pytest.mark.parametrize(
    "piece",
    [
        "you ",
        "that ",
        "very ",
        "and you ",
        "a. ",
        "I'm not ",
        "to ",
        "?",
        "thank you for ",
        "because ",
        "i can't, ",
        "if ",
    ],
)
def test_a_hostile_text_takes_no_longer_than_its_length(kind, piece):
    text = clean(piece * LIMITS[kind])[: LIMITS[kind]].strip() or "?"
    begun = perf_counter()
    for hint in HINTS:
        FREE[kind](text, hint)

    assert perf_counter() - begun < 0.05 * len(HINTS)


@pytest.mark.parametrize(
    "typed",
    [
        "nothing",
        "No.",
        "none",
        "N/A",
        "n.a.",
        "-",
        "—",
        "Nope!",
        "nothing really",
        "not sure",
        "I don't know",
        "idk",
        "...",
        "?",
        "no thanks",
    ],
)
def test_who_says_that_there_is_nothing_has_not_answered(typed):
    message_type = find("cancel-agreed-interview")
    made = compose(message_type, PLAIN | {"thanks_for": typed})

    assert made.draft.text == compose(message_type, PLAIN).draft.text
    assert [note.message for note in made.notes if note.field == "thanks_for"] == [f"“{typed}” counts as no answer."]


def test_nothing_is_an_answer_where_it_begins_one():
    made = compose(find("cancel-agreed-interview"), PLAIN | {"thanks_for": "nothing less than a miracle"})

    assert "for nothing less than a miracle" in made.draft.text


def test_too_long_an_answer_is_said_to_be_so():
    made = compose(find("cancel-agreed-interview"), PLAIN | {"thanks_for": "the tour " * 400})

    assert [(problem.field, problem.message) for problem in made.problems] == [
        ("thanks_for", "Shorten this answer to 200 characters; it has 3599.")
    ]
    assert "thanks_for" in made.draft.missing


@pytest.mark.parametrize("typed", ["n/a", "N/A.", "none", "don't know", "-", "?", "unknown"])
def test_who_knows_no_name_has_not_answered(typed):
    made = compose(find("cancel-agreed-interview"), PLAIN | {"recipient": typed})

    assert "recipient" in made.draft.missing
    assert [note.message for note in made.notes if note.field == "recipient"] == [f"“{typed}” counts as no answer."]


@pytest.mark.parametrize("typed", ["varga@example.org", "Dear varga@example.org,"])
def test_an_address_greets_nobody(typed):
    with pytest.raises(AnswerError, match="Enter the name you greet them by, such as Ms Varga or hiring team"):
        READERS["addressee"](typed)


@pytest.mark.parametrize(
    ("name", "several"),
    [
        ("Ms Varga", False),
        ("J. Smith Jr.", False),
        ("hiring manager", False),
        ("HR", False),
        ("Ms Varga and Dr Sato", True),
        ("Amina, Jonas and Kenji", True),
        ("hiring team", True),
        ("all", True),
        ("Sandy Anderson", False),
    ],
)
def test_whoever_is_alone_is_not_thanked_as_several(name, several):
    assert is_several(name) is several
    thanked = compose(find("thank-the-panel"), PLAIN | {"recipient": name}).draft.text

    assert ("thank you all" in thanked.lower()) is several


SHORT = """+++
title = "Withdraw"
summary = "You want to withdraw."
stage = "after"
guide = "after/guide.md"
channels = ["email"]
fields = ["recipient", "role", "hours?", "sender", "sender_contact?", "recipient_email?"]
checks = ["no-gap"]
channels_hint = "It is written"
declines = "always"
[field.hours]
kind = "phrase"
label = "How long would it take you?"
hint = "HINT"
changes = "the reason"
gap = "the time"
[[choices]]
where = "booked"
wants = "no"
because = "It was agreed."
[[examples]]
name = "short"
answers = { recipient = "Mr Osei", role = "baker", sender = "Imani" }
+++
[subject]
Withdrawal: {role}
[decision]
I withdraw.
BODY
"""


@pytest.mark.parametrize(
    ("hint", "says"),
    [
        (
            "To finish the sentence It would take me …",
            "Enter only words to finish the sentence It would take me …, in place of",
        ),
        ("Such as two days", "Enter only words such as two days, in place of"),
        ("Two days are enough", "Enter only words that finish a sentence: two days are enough, in place of"),
    ],
)
def test_where_a_message_has_no_place_for_a_sentence_words_are_asked_for(hint, says):
    bare = parse_type("x.txt", SHORT.replace("HINT", hint).replace("BODY", "if hours: It would take me {hours}."))
    typed = {"hours": "I have two jobs"}

    _, [problem] = read(bare.fields, typed, "email")
    assert problem.message == f"{says} “I have two jobs”."

    both = "if hours is a sentence: {hours}\nor if hours: It would take me {hours}."
    whole = parse_type("x.txt", SHORT.replace("HINT", hint).replace("BODY", both))
    assert read(whole.fields, typed, "email") == ({"hours": "I have two jobs."}, ())
