from pathlib import Path

import pytest

from generator import Style, check_text, compose, find, load_catalogue, locales, verify
from generator.catalogue import files, parse_type
from generator.checks import ALWAYS, CHECKS, FOR_EVERY_MESSAGE, check
from generator.checks.speech import body_of, count_words, sections, sentences, speaking_seconds
from generator.errors import CatalogueError
from generator.model.message import Draft

DOCS = Path(__file__).parents[2] / "docs"
GOOD = """Dear Ms Varga,

I am withdrawing from the registrar role, so please cancel our interview on Tuesday, 11 May at 3 pm. I have accepted another job.

Thank you for taking me through the conservation studio last week. I hope the slot is useful to somebody else.

Kind regards,
Edda Bright
020 7946 0121"""


def draft(text, channel="email", **phrases):
    return Draft(
        type="",
        channel=channel,
        tone="plain",
        length="full",
        locale=locales()["en-GB"],
        headers=(),
        parts=(),
        declines=True,
        text=text,
        missing=(),
        phrases=phrases,
    )


def found(text, channel="email", names=tuple(CHECKS), **phrases):
    return [finding.check for finding in check(draft(text, channel, **phrases), names)]


def test_a_good_message_passes_every_check():
    assert found(GOOD, role="registrar", interview_when_day="Tuesday, 11 May") == []


@pytest.mark.parametrize(
    "no",
    [
        "I am withdrawing from the role.",
        "I'm going to withdraw.",
        "I have decided not to go further.",
        "I won't be coming on Tuesday.",
        "I can't take the job below £35,000.",
        "I couldn't accept less.",
        "I'd like to cancel our interview.",
        "I must decline your invitation.",
        "Please take my name off the list.",
        "This isn't the job for me.",
        "I'm not the right person for it.",
        "I have to turn it down.",
        "I am stepping back.",
        "My answer is no.",
        "I've decided not to come back.",
        "I've decided not to move forward.",
        "I won't be moving forward with my application.",
        "I have decided against the job.",
        "I'm going to pass on this one.",
        "I am dropping out of the process.",
        "I am unable to attend and no longer wish to be considered.",
        "Please remove me from consideration.",
        "It's a no from me.",
        "I don't want the job.",
        "I would rather not interview.",
        "It isn't the right fit for me.",
    ],
)
def test_a_no_is_heard_in_the_ways_people_say_it(no):
    assert found(f"Dear Ms Varga,\n\nThank you for writing. {no}", names=("decision-first",)) == []


@pytest.mark.parametrize(
    "text",
    [
        "Thank you for writing. It was good to meet you. I am withdrawing.",
        "I may have to think about it. My diary is full.",
        "I will not cancel.",
        "I can't wait to go on.",
        "Don't hesitate to come back to me.",
        "Could we move the interview? I am busy that day.",
        "Thank you for your time. I look forward to hearing from you.",
    ],
)
def test_a_no_that_comes_late_or_not_at_all_is_found(text):
    assert found(f"Dear Ms Varga,\n\n{text}", names=("decision-first",)) == ["decision-first"]


def test_what_asks_may_begin_with_what_cannot_be():
    for opening in ("Could we move the interview?", "I won't be able to come on Tuesday."):
        assert found(f"Dear Ms Varga,\n\n{opening} Thursday suits me.", names=("request-first",)) == []
    late = "Dear Ms Varga,\n\nThank you for writing. The advert speaks of shifts. Which are they?"
    assert found(late, names=("request-first",)) == ["request-first"]


def test_a_letters_heading_is_not_its_first_sentence():
    text = "Dear Ms Varga,\n\nInterview for the registrar role, Tuesday, 11 May\n\nWe agreed to meet. I am writing to cancel."

    assert found(text, "letter", ("decision-first",)) == []


def test_the_role_is_looked_for_as_it_was_answered():
    assert found("I am withdrawing from the Registrar role.", names=("names-the-role",), role="registrar") == []
    assert found("I am withdrawing from the porter role.", names=("names-the-role",), role="registrar") == [
        "names-the-role"
    ]
    assert found("I am withdrawing.", names=("names-the-role",)) == ["names-the-role"]
    assert found("I leave the cook’s role.", names=("names-the-role",), role="cook's") == []
    assert found("I am withdrawing from the job.", names=("names-the-role",)) == []


def test_in_the_room_nobody_needs_the_name_of_the_role():
    assert found("I'm going to stop here.", "spoken", ("names-the-role",), role="registrar") == []


def test_the_day_is_looked_for_as_it_is_written():
    names = ("names-the-date",)

    assert found("I cancel Tuesday, 11 May at 3 pm.", names=names, interview_when_day="Tuesday, 11 May") == []
    assert found("I cancel Monday, 10 May.", names=names, interview_when_day="Tuesday, 11 May") == ["names-the-date"]
    assert found("I cancel it.", names=names) == ["names-the-date"]
    assert found("I cancel May 11.", names=names, interview_when_day="Tuesday, 11 May") == []
    assert found("I cancel the 11th of May.", names=names, interview_when_day="Tuesday, 11 May") == []
    assert found("I cancel 1 May.", names=names, interview_when_day="Tuesday, 11 May") == ["names-the-date"]
    assert found("I cancel on May 11.", names=names) == []


@pytest.mark.parametrize(
    ("text", "wrong"), [("I withdraw.", True), ("Thank you. I withdraw.", False), ("Thanks. I am grateful.", True)]
)
def test_thanks_are_said_in_exactly_one_sentence(text, wrong):
    assert bool(found(text, names=("thanks-once",))) == wrong


def test_a_machine_is_thanked_apart():
    text = "I withdraw. Thank you for asking.\n\nIf you reach voicemail:\nI withdraw. Thank you."

    assert found(text, "call", ("thanks-once",)) == []
    assert found(text.removesuffix(" Thank you."), "call", ("thanks-once",)) == ["thanks-once"]


@pytest.mark.parametrize(
    "text",
    [
        "I withdraw because of the hours. The other reason is the pay.",
        "I withdraw because of the hours and because of the pay.",
        "I've accepted a better offer.",
        "Another firm has a better package for me.",
        "I am joining your competitor.",
        "They are paying me more than you.",
    ],
)
def test_a_second_reason_or_a_comparison_is_found(text):
    assert found(text, names=("reason-is-kind",)) == ["reason-is-kind"]


@pytest.mark.parametrize(
    "text",
    [
        "I have accepted another job.",
        "We were due to meet. I have accepted another job.",
        "Somebody else will do a better job than I could.",
        "I withdraw because I am moving.",
        "I couldn't take it below £35,000.",
        "I have thought better of it.",
    ],
)
def test_one_kind_reason_passes(text):
    assert found(text, names=("reason-is-kind",)) == []


@pytest.mark.parametrize(
    "text",
    [
        "You should pay people properly.",
        "Your company is behind the times.",
        "The interviewer was rude to me.",
        "Testing on animals is immoral.",
        "It was a waste of my time.",
        "I was disappointed by the offer.",
        "How can you sell that?",
        "As you know, smoking kills.",
    ],
)
def test_criticism_and_lectures_are_found(text):
    assert found(text, names=("no-lecture",)) == ["no-lecture"]


@pytest.mark.parametrize(
    "text",
    [
        "I should tell you that I withdraw.",
        "You should know that I liked the team.",
        "The job needs a certificate.",
        "I hadn't known that the fund invests in tobacco.",
        "If your company has other work, I would be glad to hear of it.",
        "Your team was so welcoming.",
        "The team are doing beautiful work.",
        "I am sorry for disappointing you.",
        "If you need to reach me, call.",
        "If you have to fill the slot, do.",
    ],
)
def test_plain_facts_are_no_lecture(text):
    assert found(text, names=("no-lecture",)) == []


@pytest.mark.parametrize(
    ("text", "wrong"), [("Do call.", True), ("Call 07700 900 418.", False), ("Write to a@example.org.", False)]
)
def test_a_door_left_open_says_how_to_reach_you(text, wrong):
    assert bool(found(text, names=("contact-details",))) == wrong


@pytest.mark.parametrize(("words", "wrong"), [(29, True), (30, False), (130, False), (131, True)])
def test_an_email_has_thirty_to_a_hundred_and_twenty_words(words, wrong):
    assert bool(found("word " * words, names=("length",))) == wrong


@pytest.mark.parametrize(("words", "wrong"), [(130, False), (133, True)])
def test_what_is_said_takes_under_a_minute(words, wrong):
    assert bool(found("word " * words, "spoken", ("length",))) == wrong


def test_what_is_held_ready_is_timed_apart():
    text = "word " * 100 + "\n\nIf they ask why:\n" + "word " * 60

    assert found(text, "spoken", ("length",)) == []
    assert found(text + "word " * 10, "spoken", ("length",)) == ["length"]


@pytest.mark.parametrize(
    "gap", ["[role]", "{{ role }}", "{company}", "<your name>", "____", "XXXX", "TBC", "Dear ,", "Hi ,"]
)
def test_a_gap_or_placeholder_is_found(gap):
    assert found(f"{gap}\n\nI withdraw.", names=("no-gap",)) == ["no-gap"]


def test_a_gap_in_the_subject_is_found():
    assert [finding.check for finding in check_text(f"Subject: [role]\n\n{GOOD}")] == ["no-gap"]


def test_a_text_is_held_against_what_its_type_asks():
    text = GOOD.replace(" on Tuesday, 11 May at 3 pm", "")

    assert check_text(text) == ()
    assert [finding.check for finding in check_text(text, find("cancel-agreed-interview"))] == ["names-the-date"]


def test_every_check_has_a_place_in_the_handbook():
    for name, each in CHECKS.items():
        page, _, anchor = each.guide.partition("#")
        assert f" {{#{anchor}}}\n" in (DOCS / page).read_text("utf-8"), name


def test_what_holds_for_every_message_is_a_part_of_all_checks():
    assert set(FOR_EVERY_MESSAGE) < set(CHECKS)


def test_every_type_holds_to_the_rules_for_every_message():
    for message_type in load_catalogue():
        assert set(ALWAYS) <= set(message_type.checks), message_type.slug


def test_an_example_that_fails_its_checks_stops_the_build():
    text = _file_of("skills-gap").replace(
        'thanks_for = "showing me how', 'thanks_for = "your unprofessional manner and how'
    )
    assert "unprofessional" in text

    with pytest.raises(CatalogueError, match=r"skills-gap.txt, line \d+: the example .* no-lecture: “unprofessional”"):
        verify(parse_type("generator/messages/skills-gap.txt", text))


def test_an_example_with_an_answer_that_cannot_be_read_stops_the_build():
    text = _file_of("cancel-agreed-interview").replace('"13 September 2027"', '"04/05"')

    with pytest.raises(CatalogueError, match="interview_when: “04/05” can be 4 May or 5 April"):
        verify(parse_type("generator/messages/cancel-agreed-interview.txt", text))


def _file_of(slug):
    return (files.ROOT / "messages" / f"{slug}.txt").read_text(encoding="utf-8")


def test_sentences_end_where_they_end():
    text = "I met Ms. Grant and Dr. Osei at 3 p.m. today. It was good! Was it? Yes… it was at Yahoo! for an hour."

    assert sentences(text) == [
        "I met Ms. Grant and Dr. Osei at 3 p.m. today.",
        "It was good!",
        "Was it?",
        "Yes… it was at Yahoo! for an hour.",
    ]
    assert sentences(
        "It is at 3 p.m. May I move it? I cannot come at 9 a.m. Friday, nor at 3 p.m. ET, nor at 4 p.m."
    ) == [
        "It is at 3 p.m.",
        "May I move it?",
        "I cannot come at 9 a.m. Friday, nor at 3 p.m. ET, nor at 4 p.m.",
    ]


def test_the_body_starts_after_the_greeting():
    assert body_of("4 Tern Row\n\nDear Ms Varga,\n\nI withdraw.") == "I withdraw."
    assert body_of("Hello, Mr Osei. This is Imani Clarke.\n\nI withdraw.") == "I withdraw."
    assert body_of("I withdraw.") == "I withdraw."


def test_a_call_card_falls_into_what_is_said_and_what_is_held_ready():
    text = "I withdraw.\n\nIf they ask why:\nNo.\n\nIf they press you:\nStill no.\n\nIf you reach voicemail:\nBye."

    assert sections(text) == {"main": "I withdraw.", "reply 1": "No.", "reply 2": "Still no.", "voicemail": "Bye."}


def test_words_are_counted_as_a_person_counts_them():
    assert count_words("I – er – don't, at 3:30 pm.") == 6
    assert speaking_seconds("word " * 130) == 60


def test_a_check_counts_the_text_that_is_written_not_the_blocks_above_it():
    made = compose(
        find("cancel-agreed-interview"),
        find("cancel-agreed-interview").examples[0].answers,
        Style(channel="letter", tone="formal"),
    )

    assert made.findings == ()


@pytest.mark.parametrize(
    "name",
    [
        "Rude Health",
        "TBC Bank",
        "Toxic Waste Solutions",
        "XXX Ltd",
        "Grateful Bread",
        "Gratitude Officer",
        "[sic] Media",
    ],
)
def test_nobody_answers_for_what_a_company_or_a_job_is_called(name):
    message_type = find("values-mismatch")
    answers = message_type.examples[0].answers | {"company": name, "role": name}

    assert compose(message_type, answers, Style(channel="email")).findings == ()


def test_a_greeting_may_end_in_a_colon():
    assert body_of("Dear Ms. Varga:\n\nI withdraw.") == "I withdraw."


@pytest.mark.parametrize(
    "piece",
    [
        *("a", "not ", "Dear a"),
        *(
            pytest.param(piece, marks=pytest.mark.thorough)
            for piece in (".", "_", "{{", "<a", "[", "1 ", "thank ", "If a:\n")
        ),
    ],
)
def test_a_long_text_of_any_kind_is_read_to_its_end(piece):
    """It once took minutes; a pattern that goes back over what it has read shows here as a test that hangs."""
    text = piece * (100_000 // len(piece))

    assert "length" in found(text, names=tuple(CHECKS))


@pytest.mark.parametrize(
    ("text", "check", "sentence"),
    [
        (
            "I am withdrawing. Thank you for the tour of the kitchen. Thanks again.",
            "thanks-once",
            "Thanks again.",
        ),
        (
            "I am withdrawing because the journey is long. Thank you for asking. My circumstances have changed.",
            "reason-is-kind",
            "My circumstances have changed.",
        ),
        (
            "I am withdrawing. I have a better offer. Thank you for asking me.",
            "reason-is-kind",
            "I have a better offer.",
        ),
        (
            "I am withdrawing. Thank you for the tour.\n\nThe waiting was disgraceful.\n\nKind regards",
            "no-lecture",
            "The waiting was disgraceful.",
        ),
    ],
)
def test_a_finding_names_the_sentence_that_can_go(text, check, sentence):
    [found] = [each for each in check_text(text) if each.check == check]

    assert found.remove == sentence


def test_the_sentence_that_says_no_is_never_offered_to_go():
    [found] = [
        each for each in check_text("I am withdrawing: this is disgraceful. Thank you.") if each.check == "no-lecture"
    ]

    assert found.remove == ""


def test_a_sentence_that_can_go_is_named_as_it_stands_with_the_names_in_it():
    made = compose(
        find("cancel-agreed-interview"),
        find("cancel-agreed-interview").examples[0].answers,
        edits={"next_step": "Thank you, Harwick Museum."},
    )
    [found] = [each for each in made.findings if each.check == "thanks-once"]

    assert found.remove == "Thank you, Harwick Museum."
