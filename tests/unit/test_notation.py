"""The notation of authors: what a part says for given answers, and what is wrong with a line."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import TONES
from generator.notation import translate
from generator.notation.conditions import translate_condition
from generator.notation.faults import NotationError
from generator.notation.words import spell_out
from generator.rendering.bodies import compile_body

WORDS = {"system": {"name": {"portal": "portal", "bot": "chatbot"}}}
NAMES = ("role", "company", "told", "reason", "system", "tone", "channel", "contracted")


def say(lines, **answers):
    """Return what a part says, with its spaces as one."""
    jinja, faults = translate(f"[thanks]\n{lines}", WORDS)
    assert faults == ()
    context = {"role": "", "company": "", "told": "", "reason": "", "system": "", "tone": "plain", "channel": "email"}
    template = compile_body(jinja)
    said = template.blocks["thanks"](template.new_context(context | {"contracted": False} | answers))
    return re.sub(r" (?=[.,])", "", " ".join("".join(said).split()))


def faults(lines):
    return [(line, fault.partition(":")[0]) for line, fault in translate(f"[thanks]\n{lines}", WORDS, NAMES)[1]]


TONED = """plain: Thank you.
warm in call, text: Bless you.
warm: Thank you so much.
formal:
  if told: I am grateful.
  otherwise: I thank you."""


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({}, "Thank you."),
        ({"tone": "warm"}, "Thank you so much."),
        ({"tone": "warm", "channel": "text"}, "Bless you."),
        ({"tone": "formal"}, "I thank you."),
        ({"tone": "formal", "told": True}, "I am grateful."),
    ],
)
def test_each_tone_has_its_own_words(answers, said):
    assert say(TONED, **answers) == said


def test_two_tones_may_share_their_words_and_one_may_say_nothing():
    lines = "plain, warm: Thank you.\nformal:"

    assert [say(lines, tone=tone) for tone in TONES] == ["Thank you.", "Thank you.", ""]


CHAIN = """if reason is own or other
  plain, warm: One.
  formal: Two.
or if not told and reason is not none
  Three.
or if told: Four.
otherwise
  Five.
  unless company: Six."""


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({"reason": "own"}, "One."),
        ({"reason": "other", "tone": "formal"}, "Two."),
        ({"reason": "x"}, "Three."),
        ({"reason": "x", "told": True}, "Four."),
        ({"reason": "none"}, "Five. Six."),
        ({"reason": "none", "company": "Kestrel"}, "Five."),
    ],
)
def test_a_condition_decides_on_what_stands_below_it(answers, said):
    assert say(CHAIN, **answers) == said


def test_an_if_begins_anew_and_is_no_case_of_the_one_before():
    assert say("if told: One.\nif company: Two.", told=True, company="x") == "One. Two."


def test_words_in_brackets_wait_for_the_answers_in_them():
    line = "The {role} role [at {company}], thank you[ in {told}]."

    assert say(line, role="baker") == "The baker role, thank you."
    assert say(line, role="baker", company="Kestrel", told="May") == "The baker role at Kestrel, thank you in May."


def test_words_in_brackets_have_cases_and_cases_have_brackets():
    line = "Thank you [if told: as I said [at {company}] | if reason is own: for {reason} | for your time]."

    assert say(line) == "Thank you for your time."
    assert say(line, reason="own") == "Thank you for own."
    assert say(line, told=True, company="Kestrel") == "Thank you as I said at Kestrel."
    assert say("Thank you[if told: , again].", told=True) == "Thank you, again."


def test_a_contraction_is_spelled_out_where_it_is_written():
    line = "{I'm} glad it {couldn't} be, and {it's|it has} been good."

    assert say(line) == "I am glad it could not be, and it has been good."
    assert say(line, contracted=True) == "I'm glad it couldn't be, and it's been good."


@pytest.mark.parametrize(
    ("said", "written"),
    [("Won't", "Will not"), ("can't", "cannot"), ("we've", "we have"), ("They'd", "They would"), ("Let's", "Let us")],
)
def test_a_contraction_is_spelled_out_as_people_write_it(said, written):
    assert spell_out(said) == written


def test_a_choice_has_words_of_its_own():
    assert [say("The {system.name} knows.", system=each) for each in ("portal", "bot")] == [
        "The portal knows.",
        "The chatbot knows.",
    ]


def test_a_remark_and_an_empty_line_say_nothing():
    assert say("# first\nOne.\n\n  # second\nTwo.") == "One. Two."


def test_every_line_keeps_its_number():
    body = f"\n\n[thanks]\n{TONED}\n\n[wish]\n{CHAIN}\n"
    jinja, found = translate(body)

    assert found == ()
    assert jinja.count("\n") == body.count("\n")
    for line, other in zip(body.splitlines(), jinja.split("\n"), strict=False):
        assert all(word in other for word in re.findall(r"\b(?:Thank|Bless|grateful|One|Three|Five)\b", line))


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ("plain: One.", [(2, "the words in warm and formal are missing")]),
        ("plain: 1\nwarm: 2\nformal: 3\nwarm: 4", [(5, "the tone “warm” has its words above already")]),
        ("plain: 1\nwarm: 2\nwarm in call: 3\nformal: 4", [(4, "the tone “warm” has its words above already")]),
        ("otherwise: One.", [(2, "there is no condition above this line")]),
        ("One.\nor if told: Two.", [(3, "there is no condition above this line")]),
        ("if told: 1\notherwise: 2\notherwise: 3", [(4, "there is no condition above this line")]),
        ("if told", [(2, "nothing stands under this line")]),
        ("if told:", []),
        ("One.\n  Two.", [(3, "this line is further in than the one above, which is no condition and no tone")]),
        ("if told\n    One.\n  Two.", [(4, "this line is as far in as none of those above")]),
        ("if told and: One.", [(2, "“told and” is no condition")]),
        ("if: One.", [(2, "the condition is missing")]),
        ("if told company: One.", [(2, "“told company” is no condition")]),
        ("if not reason is own: One.", [(2, "“not reason is own” is no condition")]),
        ("if tolled: One.", [(2, "“tolled” is not declared")]),
        ("if told is a sentence: One.", [(2, "“told” is never a sentence")]),
        ("{rolle}", [(2, "“rolle” is not declared")]),
        ("{role", [(2, "“{role” is not closed")]),
        ("role}", [(2, "“}” closes nothing")]),
        ("[ at {company}", [(2, "a bracket is not closed")]),
        ("at {company}]", [(2, "“]” closes nothing")]),
        ("[at home]", [(2, "a bracket holds no answer")]),
        ("[at {company} | home]", [(2, "one of the cases in brackets has no condition")]),
        ("{Role}", [(2, "“{Role}” is no answer and no contraction")]),
        ("{system.nmae}", [(2, "nothing is called {system.nmae}")]),
        ("{{ role }}", [(2, "this is written in Jinja")]),
        ("{% if told %}", [(2, "this is written in Jinja")]),
        ("\ue001", [(2, "a private-use character stands here, which would be taken for an answer")]),
        ("One.\n[thanks]\nTwo.", [(3, "this part stands above already")]),
    ],
)
def test_a_mistake_is_named_with_its_line_and_the_right_form(lines, found):
    assert faults(lines) == found


def test_what_a_free_answer_can_be_is_named():
    names = ("role", "gift", "gift_phrase", "gift_sentence", "topic", "topic_question")
    found = translate("[thanks]\nif rolle or gift is a question or role is a sentence: One.", {}, names)[1]

    assert [fault for _, fault in found] == [
        "“gift” is never a question: ask if it is a phrase or if it is a sentence.",
        "“role” is never a sentence: ask that of gift.",
        "“rolle” is not declared: add it to fields, where there is role, gift, topic.",
    ]


def test_words_above_the_first_part_are_named():
    assert translate("One.\n[thanks]\nTwo.")[1] == (
        (1, "these words stand above the first part: begin with its name, as in [decision]."),
    )


def test_and_binds_more_than_or_and_a_value_may_have_others():
    assert translate_condition("told or reason is own or other and not company") == (
        'told or (reason == "own" or reason == "other") and not company'
    )
    assert translate_condition("reason is not own or other") == 'reason != "own" and reason != "other"'
    assert translate_condition("told or thanks_for is a question or a clause") == (
        "told or (thanks_for_question or thanks_for_clause)"
    )
    assert translate_condition("thanks_for is not a sentence and told") == "not thanks_for_sentence and told"
    assert translate_condition("reason is own or tone is warm") == 'reason == "own" or tone == "warm"'


LINE = st.builds(
    "".join,
    st.lists(
        st.sampled_from(
            [
                "if ",
                "or if ",
                "otherwise",
                "plain",
                "warm",
                ": ",
                "{",
                "}",
                "[",
                "]",
                "|",
                "role",
                " is ",
                "\n",
                "  ",
                "'s",
            ]
        )
        | st.characters(blacklist_categories=["Cs"]),
        max_size=20,
    ),
)


@given(LINE)
def test_any_line_becomes_jinja_that_holds_no_more_than_it_may_or_is_named(lines):
    jinja, found = translate(f"[thanks]\n{lines}", WORDS, NAMES)

    assert found or set(re.findall(r"\{[{%] ?([a-z]+)", jinja)) <= {
        *("block", "endblock", "if", "elif", "else", "endif"),
        *NAMES,
    }
    if not found:
        compile_body(jinja)


def test_no_condition_is_one_that_raises_anything_else():
    for text in (
        "",
        "and",
        "not",
        "is own",
        "a is",
        "a is not",
        "a b",
        "a or",
        "a is b or not",
        "a is a fragment",
        "ä",
        'a == "b"',
    ):
        with pytest.raises(NotationError):
            translate_condition(text)
