import json

import pytest

import generator
from generator.checks.texts import count_texts
from generator.worker import handle

CANCEL = generator.find("cancel-agreed-interview")


@pytest.mark.parametrize(
    ("text", "texts"),
    [
        ("", 0),
        ("a" * 160, 1),
        ("a" * 161, 2),
        ("a" * 306, 2),
        ("a" * 307, 3),
        ("€" * 80, 1),
        ("€" * 81, 2),
        ("a" * 152 + "€" + "a" * 152, 3),  # the euro, two places wide, is not cut in half
        ("’" + "a" * 69, 1),
        ("’" + "a" * 70, 2),
        ("’" + "a" * 134, 3),
        ("🧑" * 35, 1),
        ("🧑" * 36, 2),
        ("a" * 66 + "🧑" + "a" * 10, 2),
    ],
)
def test_a_message_takes_as_many_texts_as_the_telephone_makes_of_it(text, texts):
    assert count_texts(text) == texts


def test_a_text_message_has_straight_quotation_marks_whatever_was_typed():
    answers = dict(CANCEL.examples[0].answers) | {"recipient": "Ms O’Shea", "thanks_for": "the “grand tour”"}
    draft = generator.compose(CANCEL, answers, generator.Style(channel="text")).draft

    assert "Ms. O'Shea" in draft.text
    assert 'the "grand tour"' in draft.text
    assert "Ms. O’Shea" in generator.compose(CANCEL, answers, generator.Style(channel="email")).draft.text


def test_the_page_is_told_how_many_texts_it_takes_where_it_is_one():
    def counted(channel):
        request = {
            "request": "compose",
            "type": CANCEL.slug,
            "channel": channel,
            "answers": dict(CANCEL.examples[0].answers),
        }
        return json.loads(handle(json.dumps(request)))["result"]["draft"]["texts"]

    assert counted("text") == 2
    assert counted("email") is None


def test_every_example_of_a_text_message_fits_into_three_texts():
    for each in generator.load_catalogue():
        if "text" in each.channels:
            for example in each.examples:
                for tone in generator.TONES:
                    assert (
                        count_texts(
                            generator.compose(
                                each, example.answers, generator.Style(channel="text", tone=tone)
                            ).draft.text
                        )
                        <= 3
                    )
