"""What a draft is made of, and what no answer can do to it."""

import pytest

from generator import Style, compose, find, locales
from generator.catalogue import parse_type
from generator.formatters import write_addressee, write_words
from generator.model.message import TONES, When
from generator.rendering import text_of

CANCEL = {
    "recipient": "Ms Varga",
    "role": "registrar",
    "interview_when": "Tuesday, 11 May 2027 at 3 pm",
    "sender": "Edda",
}


def cancel(**answers):
    return compose(find("cancel-agreed-interview"), CANCEL | answers).draft


def test_the_greeting_knows_its_answer():
    greeting = cancel().parts[0]

    assert [(segment.text, segment.field) for segment in greeting.segments] == [
        ("Dear ", ""),
        ("Ms. Varga", "recipient"),
        (",", ""),
    ]
    assert "recipient" in greeting.uses


@pytest.mark.parametrize(
    "tone", ["plain", *(pytest.param(tone, marks=pytest.mark.thorough) for tone in ("warm", "formal"))]
)
def test_a_required_answer_that_is_missing_stays_visible_wherever_it_is_asked(message_type, tone):
    choices = {field.when[0]: field.when[1] for field in message_type.fields if field.when and field.required}
    for channel in message_type.channels:
        for field in message_type.fields:
            if not field.required or channel not in field.channels:
                continue
            answers = dict(message_type.examples[0].answers) | (
                {field.when[0]: field.when[1]} if field.when else choices
            )
            answers.pop(field.name, None)

            draft = compose(message_type, answers, Style(channel=channel, tone=tone)).draft

            headers = "".join(text_of(part) for part in draft.headers)
            assert f"[{field.gap}]" in draft.text + headers, (channel, field.name)
            assert field.name in draft.missing


def test_without_any_answer_nothing_is_empty_or_undefined(message_type):
    for channel in message_type.channels:
        for tone in TONES:
            text = compose(message_type, {}, Style(channel=channel, tone=tone)).draft.text

            for flaw in ("None", "Undefined", "{{", "{%", "Dear ,", "Hello ,", " .", " ,", "  "):
                assert flaw not in text


@pytest.mark.parametrize(
    "hostile",
    [
        "{{ 7*7 }}",
        "{% for x in y %}",
        "{# gone #}",
        "<script>alert(1)</script>",
        "'; DROP TABLE jobs; --",
        "{{ ''.__class__.__mro__ }}",
        "%s {0} ${x}",
        "C:\\new",
    ],
)
def test_an_answer_is_never_code(hostile):
    draft = cancel(recipient=hostile, company=hostile, reason="own", reason_words=hostile + " so")

    assert f"Dear {hostile}," in draft.text
    assert f" at {hostile}" in draft.text


@pytest.mark.parametrize(
    "name", ["Yahoo!", "Brown & Co.", "What Next?", "8x8", "eBay", "The Trade Desk", "نور", "株式会社さくら"]
)
def test_a_name_is_written_as_it_is_and_no_stop_is_doubled(name):
    text = compose(
        find("pay-too-low"), {"company": name, "role": "driver", "reason": "none"}, Style(channel="email", tone="plain")
    ).draft.text

    assert f"position at {name}" in text
    for doubled in ("..", "!.", "?."):
        assert doubled not in text


def test_an_article_at_the_head_of_a_line_is_a_capital():
    draft = compose(
        find("cancel-agreed-interview"),
        CANCEL | {"company": "the Harwick Museum"},
        Style(channel="letter", tone="plain"),
    ).draft

    assert "\nThe Harwick Museum\n" in draft.text


def test_an_answer_that_cannot_be_read_leaves_a_gap_even_where_it_is_optional():
    made = compose(find("pay-too-low"), {"pay_offered": "lots", "pay_needed": "£40k"}, Style(channel="spoken"))

    assert "[what they offered]" in made.draft.text
    assert [problem.field for problem in made.problems] == ["pay_offered"]


def decision(words, today=None, **answers):
    """Return a decision in these words, in each English."""
    text = MINIMAL.replace('["role"]', '["interview_when"]').replace('role = "baker"', 'interview_when = "11 May"')
    message_type = parse_type("generator/messages/x.txt", text.replace("I am withdrawing from {role}.", words))
    drafts = [compose(message_type, answers, Style(locale=locale), today=today).draft for locale in locales()]
    return [text_of(part) for draft in drafts for part in draft.parts if part.name == "decision"]


def test_a_day_is_named_with_the_word_before_it():
    words = "I cannot come {interview_when_on}. Not {interview_when_on_day}, then."

    assert decision(words, interview_when="11 May 2027 at 3 pm") == [
        "I cannot come on Tuesday, May 11, at 3 p.m. Not on Tuesday, May 11, then.",
        "I cannot come on Tuesday 11 May at 3 pm. Not on Tuesday 11 May, then.",
    ]
    assert decision(words) == ["I cannot come on [date and time]. Not on [date and time], then."] * 2


@pytest.mark.parametrize(
    ("typed", "american", "british"),
    [
        ("today at 3 pm", "today at 3 p.m.|today", "today at 3 pm|today"),
        ("4 May at 9:30", "tomorrow at 9:30 a.m.|tomorrow", "tomorrow at 9:30 am|tomorrow"),
        ("yesterday at noon", "yesterday at noon|yesterday", "yesterday at noon|yesterday"),
        ("Wednesday", "on Wednesday, May 5|on Wednesday, May 5", "on Wednesday 5 May|on Wednesday 5 May"),
        (
            "tomorrow, 9 am ET",
            "on Tuesday, May 4, at 9 a.m. ET|on Tuesday, May 4",
            "on Tuesday 4 May at 9 am ET|on Tuesday 4 May",
        ),
    ],
)
def test_a_day_is_named_as_it_is_said_then(typed, american, british):
    words = "No: {interview_when_on}|{interview_when_on_day}"
    today = When(2027, 5, 3, 0, 9, 0)

    assert decision(words, today, interview_when=typed) == [f"No: {american}", f"No: {british}"]


def test_a_day_near_by_begins_a_sentence():
    words = "{interview_when_on} I cannot come. {interview_when_on_day} I am away."
    today = When(2027, 5, 3, 0)

    assert (
        decision(words, today, interview_when="tomorrow at noon")[0]
        == "Tomorrow at noon I cannot come. Tomorrow I am away."
    )
    assert (
        decision(words, today, interview_when="11 May")[1]
        == "On Tuesday 11 May I cannot come. On Tuesday 11 May I am away."
    )


def test_in_a_letter_no_day_is_tomorrow():
    letter = Style(channel="letter", locale="en-GB")
    answers = CANCEL | {"interview_when": "tomorrow at 9 am"}
    text = compose(find("cancel-agreed-interview"), answers, letter, today=When(2027, 5, 3, 0)).draft.text

    assert "on Tuesday 4 May" in text
    assert "tomorrow" not in text


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("the week of the fair", "the week of the fair; the week of the fair; the week of the fair"),
        ("on the 3rd floor.", "on the 3rd floor; the 3rd floor; on the 3rd floor"),
        ("next week", "next week; next week; next week"),
        ("tomorrow after lunch", "tomorrow after lunch; tomorrow after lunch; tomorrow after lunch"),
        ("2ish", "at 2ish; 2ish; at 2ish"),
        ("at half past two", "at half past two; at half past two; at half past two"),
        ("11/5", "on 11/5; 11/5; on 11/5"),
        ("Thursday 11 May 2027", "on Thursday 11 May 2027; Thursday 11 May 2027; on Thursday 11 May 2027"),
    ],
)
def test_a_day_that_cannot_be_read_stands_as_it_was_typed(typed, written):
    words = "No: {interview_when_on}; {interview_when}; on {interview_when_day}"

    assert decision(words, interview_when=typed) == [f"No: {written}"] * 2


def test_a_template_can_ask_when_a_day_is():
    words = "[if interview_when_today: today | if interview_when_tomorrow: tomorrow | if interview_when_past: past | other] {interview_when}"
    today = When(2027, 5, 3, 0, 9, 0)

    said = {
        typed: decision(words, today, interview_when=typed)[0].split()[0]
        for typed in ("today at 3", "today at 8 am", "tomorrow", "yesterday", "11 May", "next week", "")
    }

    assert [*said.values()] == ["today", "today", "tomorrow", "past", "other", "other", "other"]
    assert decision(words, interview_when="3 May 2027")[0].startswith("other")


def test_an_optional_answer_that_is_missing_leaves_no_trace():
    text = cancel().text

    assert " at " not in text.replace(" at 3 p.m.", "")
    assert "[" not in text


def test_a_figure_keeps_its_period_where_the_other_has_another():
    text = compose(find("pay-too-low"), {"pay_offered": "$17.50 an hour", "pay_needed": "$45k a year"}).draft.text

    assert "You said $17.50 an hour. I'd like the job, but I can't take it for less than $45,000 a year." in text


def test_a_tone_or_channel_that_is_not_there_names_those_that_are():
    message_type = find("pay-too-low")

    with pytest.raises(LookupError, match="There is no channel “letter”; there is spoken, email."):
        compose(message_type, {}, Style(channel="letter"))
    with pytest.raises(LookupError, match="There is no tone “rude”; there is plain, warm, formal."):
        compose(message_type, {}, Style(tone="rude"))


def test_a_body_sees_neither_answers_nor_python():
    for words in (
        "{{ role.upper }}",
        "{% set x = 1 %}",
        "{role.upper}",
        "{role()}",
        "{7*7}",
        "{# x #}",
        "[if role(): x]",
    ):
        with pytest.raises(ValueError, match="generator/messages/x.txt, line 21: "):
            parse_type("generator/messages/x.txt", MINIMAL.replace("I am withdrawing", words))


MINIMAL = """+++
title = "T"
summary = "S"
stage = "after"
guide = "g.md"
channels = ["spoken"]
channels_hint = "It is said"
fields = ["role"]
declines = "always"
checks = []
[[choices]]
where = "booked"
wants = "no"
because = "It was agreed."
[[examples]]
name = "one"
[examples.answers]
role = "baker"
+++
[decision]
I am withdrawing from {role}.
"""


@pytest.mark.parametrize(
    ("typed", "american", "british"),
    [
        ("Ms Varga", "Ms. Varga", "Ms Varga"),
        ("Dr. Ngũgĩ", "Dr. Ngũgĩ", "Dr Ngũgĩ"),
        ("Ms. Okafor, Mr Lund and Dr Sato", "Ms. Okafor, Mr. Lund and Dr. Sato", "Ms Okafor, Mr Lund and Dr Sato"),
        ("hiring team", "hiring team", "hiring team"),
        ("Drusilla Mrsić", "Drusilla Mrsić", "Drusilla Mrsić"),
    ],
)
def test_titles_are_written_as_the_locale_writes_them(typed, american, british):
    assert write_addressee(typed, locales()["en-US"]) == american
    assert write_addressee(typed, locales()["en-GB"]) == british


@pytest.mark.parametrize(
    ("locale", "recipient", "closing"),
    [
        ("en-GB", "Ms Varga", "Yours sincerely,"),
        ("en-GB", "Hiring Team", "Yours faithfully,"),
        ("en-US", "Hiring Team", "Sincerely,"),
    ],
)
def test_a_formal_letter_closes_as_its_country_does(locale, recipient, closing):
    letter = compose(
        find("cancel-agreed-interview"), {"recipient": recipient}, Style(channel="letter", tone="formal", locale=locale)
    ).draft

    assert f"\n{closing}\n" in letter.text


def test_an_american_letter_names_its_matter_before_it_greets():
    order = {
        locale: [
            part.name
            for part in compose(find("cancel-agreed-interview"), {}, Style(channel="letter", locale=locale)).draft.parts
        ]
        for locale in locales()
    }

    assert order["en-US"].index("heading") < order["en-US"].index("greeting")
    assert order["en-GB"].index("heading") > order["en-GB"].index("greeting")


def test_a_short_email_leaves_out_what_can_be_spared():
    full = compose(find("cancel-agreed-interview"), CANCEL).draft
    short = compose(find("cancel-agreed-interview"), CANCEL, Style(length="short")).draft

    assert {part.name for part in full.parts} - {part.name for part in short.parts} >= {"next_step"}
    assert full.length == "full"
    assert short.length == "short"


def test_a_letter_has_one_length():
    assert compose(find("cancel-agreed-interview"), {}, Style(channel="letter", length="short")).draft.length == "full"


def test_words_are_spelled_as_the_locale_spells_them_and_answers_as_they_were_typed():
    assert (
        write_words("Cancelled by the centre. My CV. Centred.", locales()["en-US"])
        == "Canceled by the center. My résumé. Centred."
    )
    assert write_words("Cancelled by the centre.", locales()["en-GB"]) == "Cancelled by the centre."
    typed = compose(find("cancel-agreed-interview"), CANCEL | {"company": "the Centre for Labour"}).draft
    assert "the Centre for Labour" in typed.text
