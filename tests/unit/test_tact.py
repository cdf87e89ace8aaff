"""What is found, and what is left alone, in sentences as people write them: one file for each check in `tact/`."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from generator import Style, compose, find
from generator.checks import ALWAYS, CHECKS, TACT, check
from generator.checks.days import read_days, read_figures

FOLDER = Path(__file__).parent / "tact"
CHECKED = (*TACT, "names-the-date", "no-gap")
QUIET = (*TACT, "no-gap")
ANSWERS = {
    "company": "the Harwick Museum",
    "role": "registrar",
    "recipient": "Ms Varga",
    "sender": "Edda Bright",
    "interview_when": "Tuesday, 11 May at 3 pm",
    "interview_when_day": "Tuesday, 11 May",
}
CANCEL = find("cancel-agreed-interview")
DRAFT = replace(compose(CANCEL, CANCEL.examples[0].answers).draft, headers=(), parts=(), missing=())


def sentences(name, heading):
    r"""Return the lines under a heading of a file; `\n` in them is a line end."""
    sections = (FOLDER / f"{name}.txt").read_text("utf-8").split("# ")
    lines = next(section for section in sections if section.startswith(heading)).splitlines()[1:]
    return [line.replace("\\n", "\n") for line in lines if line]


def found(text, names=QUIET, channel="email", **phrases):
    answered = {name: words for name, words in (ANSWERS | phrases).items() if words}
    return check(replace(DRAFT, text=text, channel=channel, phrases=answered), names)


@pytest.mark.parametrize("name", CHECKED)
def test_what_lacks_tact_is_found(name):
    missed = [each for each in sentences(name, "must be found") if names_of(found(each, (name,))) != [name]]

    assert missed == []


def names_of(findings):
    return [each.check for each in findings]


@pytest.mark.parametrize("name", CHECKED)
def test_what_has_it_is_left_alone(name):
    assert [each for each in sentences(name, "must not be found") if found(each, (name,))] == []


@pytest.mark.parametrize("name", TACT)
def test_it_is_found_within_a_message_too(name):
    for sentence in sentences(name, "must be found"):
        findings = found(f"Dear Ms Varga,\n\n{sentence}\n\nKind regards,\nEdda Bright", (name,))

        assert names_of(findings) == [name], sentence
        assert findings[0].remove in sentence


def test_no_check_speaks_up_where_nothing_is_wrong():
    innocent = sentences("held-out", "must not be found") + sentences("innocent", "must not")

    assert [(each, names_of(found(each))) for each in innocent if found(each)] == []


def test_what_was_written_before_the_patterns_is_found():
    lines = [line.partition(": ") for line in sentences("held-out", "must be found")]

    assert [sentence for name, _, sentence in lines if name not in names_of(found(sentence))] == []


@pytest.mark.parametrize("name", CHECKED)
def test_each_check_is_tried_on_twenty_sentences_of_either_kind(name):
    assert len(sentences(name, "must be found")) >= 20
    assert len(sentences(name, "must not be found")) >= 20


@pytest.mark.parametrize("name", CHECKED)
def test_an_apostrophe_may_be_curly(name):
    with_one = [each.replace("'", "’") for each in sentences(name, "must be found") if "'" in each]

    assert [each for each in with_one if not found(each, (name,))] == []


def test_tact_is_asked_of_every_message():
    assert set(TACT) < set(ALWAYS) <= set(CHECKS)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("I’m afraid I might have to cancel.", "“I might have to cancel” leaves them guessing."),
        ("My divorce comes first.", "“My divorce” is yours to tell or not; the message does not need it."),
        ("I've taken a job at Google.", "“Google” is another employer's name, which they do not need."),
        ("I'm out, unless you can match it.", "“unless you can match it” sounds like bargaining."),
        ("A thousand apologies!", "“thousand apologies” is more of an apology than a no needs."),
        ("I'm sorry. My apologies.", "It apologises more than once: “sorry” and “My apologies”."),
        ("Sorry. I am sorry.", "It apologises more than once: “Sorry” and “sorry”."),
        ("Your process is a joke.", "“is a joke” reads as a verdict on them."),
        (
            "I am cancelling our interview on Wednesday, 12 May.",
            "“Wednesday, 12 May” is not the day of your interview, which you gave as Tuesday, 11 May.",
        ),
        ("I am withdrawing. See you on Tuesday.", "“See you on Tuesday” says that you are coming, and “withdrawing”"),
        ("Dear Name,", "“Dear Name,” still waits to be filled."),
    ],
)
def test_a_finding_names_the_words(text, says):
    [finding] = found(text)

    assert finding.message.startswith(says)


@pytest.mark.parametrize(
    ("text", "strike"),
    [
        ("I am withdrawing. My divorce comes first. Thank you.", "My divorce comes first."),
        ("I am withdrawing because of my divorce.", ""),
        ("I am withdrawing. I've taken a job at Google.", "I've taken a job at Google."),
        ("I am withdrawing. For the right figure I might come back.", "For the right figure I might come back."),
        ("I am withdrawing. I'm sorry it's late. My apologies.", "My apologies."),
        ("I am withdrawing. I'm sorry, and I apologise.", ""),
        ("I am withdrawing. I feel terrible about it.", "I feel terrible about it."),
        ("I am withdrawing. A thousand apologies for the short notice.", ""),
        ("I am withdrawing. See you on Tuesday.", "See you on Tuesday."),
        ("I might have to cancel.", ""),
    ],
)
def test_a_sentence_that_can_go_is_offered_to_go(text, strike):
    assert [finding.remove for finding in found(text)] == [strike]


def test_what_is_said_to_a_machine_apologises_for_itself():
    text = "I withdraw. I'm sorry for the short notice.\n\nIf you reach voicemail:\nI withdraw, and I'm sorry for it."

    assert found(text, ("apology-once",), "call") == ()
    assert found(f"{text} My apologies.", ("apology-once",), "call")[0].remove == "My apologies."


@pytest.mark.parametrize(
    ("reason", "name"),
    [
        ("My visa runs out in June", "no-oversharing"),
        ("My mother has dementia", "no-oversharing"),
        ("I'm 61 and it's late to start over", "no-oversharing"),
        ("I've accepted a job at Larkspur", "no-rival"),
    ],
)
def test_a_reason_of_ones_own_gets_a_note_and_stays_in_the_message(reason, name):
    answers = dict(CANCEL.examples[0].answers) | {"reason": "own", "reason_words": reason}
    made = compose(CANCEL, answers, Style(channel="email"))

    assert [finding.check for finding in made.findings] == [name]
    assert made.problems == ()
    assert reason in made.draft.text


@pytest.mark.parametrize("words", ["Harwick Museum", "the Harwick Museum", "Harwick", "HM", "Museum of Harwick"])
def test_who_is_written_to_is_no_rival(words):
    assert found(f"I've accepted a job at {words}.", ("no-rival",)) == ()


def test_who_stands_above_the_greeting_is_no_rival():
    letter = "Dock Street\n{}\nHarwick\n\nDear Ms Varga,\n\nI had accepted a job at Larkspur, and I am withdrawing."
    no_answers = dict.fromkeys(ANSWERS, "")

    assert found(letter.format("Larkspur Ltd"), ("no-rival",), **no_answers) == ()
    assert found(letter.format("Brightwater Ltd"), ("no-rival",), **no_answers)


def test_who_names_a_figure_may_ask_for_it():
    asks = "If you could improve the offer, I would be glad to come."

    assert found(asks, ("no-bluff",))
    assert found(asks, ("no-bluff",), pay_needed="£35,000 a year") == ()
    assert found("I have several other offers.", ("no-bluff",), pay_needed="£35,000 a year")


@pytest.mark.parametrize("answered", ["Tuesday, 11 May", "Tuesday 11 May", "Tuesday, May 11"])
@pytest.mark.parametrize(
    "order", ["{weekday}, {day} May", "{weekday} {day} May", "{weekday}, May {day}", "{weekday} May {day}"]
)
def test_a_day_is_compared_in_any_order(answered, order):
    cancels = "I am cancelling our interview on " + order
    days = {"interview_when": f"{answered} at 3 pm", "interview_when_day": answered}
    names = ("names-the-date", "no-contradiction")

    assert found(cancels.format(weekday="Tuesday", day=11), names, **days) == ()
    assert [each.check for each in found(cancels.format(weekday="Wednesday", day=12), names, **days)] == list(names)
    assert [each.check for each in found(cancels.format(weekday="Wednesday", day=11), names, **days)] == [names[1]]


def test_a_day_of_another_answer_contradicts_nothing():
    text = "I am cancelling our interview on Thursday, 20 May."

    assert found(text, ("no-contradiction",))
    assert found(text, ("no-contradiction",), other_rounds="the panel on Thursday, 20 May") == ()


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Tuesday, 11 May at 3 pm", [(5, 11, "tue")]),
        ("Tue. 11th of May 2027", [(5, 11, "tue")]),
        ("on Weds the 3rd Sept and May 11th", [(9, 3, "wed"), (5, 11, "")]),
        ("in May 2027, at 11 am, 45 May", []),
        ("he may 11 times", [(5, 11, "")]),
        ("from 10 to 11 June, £11 March", [(6, 11, "")]),
    ],
)
def test_days_are_read_as_people_write_them(text, days):
    assert [day[:3] for day in read_days(text)] == days


def test_figures_are_read_in_either_order():
    assert list(read_figures("2027-05-11 or 11/5/27")) == [(5, 11), (11, 5), (5, 11)]
    assert list(read_figures("020 7946 0121, 1.5.1.2")) == []


@pytest.mark.parametrize(
    "piece",
    [
        "I might ",
        "I think maybe I should probably ",
        "I'm so so ",
        "my old ",
        "I've got a ",
        "sorry ",
        "Aa ",
        "the A of ",
        "accepted a new a a job as a b ",
        "Brightwater and ",
        "interview on Wednesday, 12 May ",
        "12 May ",
        "look forward to ",
        "you must ",
        "your a b ",
        "if you could ",
        "I am not sure I'm ",
        "Dear ",
        "insert a ",
        "X",
        "[a",
        "(insert ",
        "’",
        "don't ",
    ],
)
@pytest.mark.parametrize("end", ["", *(pytest.param(end, marks=pytest.mark.thorough) for end in (".", "\n"))])
def test_a_hostile_text_is_read_to_its_end(piece, end):
    """Twenty thousand characters; a pattern that goes back over what it has read shows here as a test that hangs."""
    text = (piece + end) * (20_000 // len(piece + end))

    assert "length" in [each.check for each in found(text, ("length", *CHECKED))]
