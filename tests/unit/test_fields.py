import pytest

from generator import AnswerError, Field, Money, Option, UnknownNameError, When, find
from generator.catalogue import locales
from generator.fields import KINDS, LIMITS, READERS, read
from generator.fields.cleaning import clean
from generator.fields.dates import read_date, read_datetime
from generator.fields.money import read_money
from generator.fields.named import read_addressee, read_email, read_name, read_organisation, read_role
from generator.formatters import write_amount, write_money, write_when

BRITISH = locales()["en-GB"]
TODAY = When(2027, 5, 1, None)


def field(**changes):
    plain = {
        "name": "role",
        "kind": "role",
        "label": "Which job is it?",
        "hint": "",
        "changes": "the decision",
        "gap": "role",
        "required": True,
        "options": (),
        "when": None,
        "channels": ("email",),
        "autocomplete": "off",
        "more": False,
        "lies": "ahead",
    }
    return Field(**plain | changes)


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("Tuesday, 11 May at 3 pm", "Tuesday 11 May at 3 pm"),
        ("11 May 3pm", "Tuesday 11 May at 3 pm"),
        ("tue 11th may 2027, 15:00", "Tuesday 11 May at 3 pm"),
        ("May 11, 2027 at 3:05 p.m.", "Tuesday 11 May at 3:05 pm"),
        ("2027-05-11T15:00", "Tuesday 11 May at 3 pm"),
        ("2027-05-11 09:30", "Tuesday 11 May at 9:30 am"),
        ("2027-05-11", "Tuesday 11 May"),
        ("the 11th of May", "Tuesday 11 May"),
        ("13/05/2027", "Thursday 13 May"),
        ("05/13/27", "Thursday 13 May"),
        ("5/5/2027", "Wednesday 5 May"),
        ("13.5.2027 14:30", "Thursday 13 May at 2:30 pm"),
        ("2:30 pm on Thursday, 13 May", "Thursday 13 May at 2:30 pm"),
        ("13 May at noon", "Thursday 13 May at noon"),
        ("13 May, 10h30", "Thursday 13 May at 10:30 am"),
        ("13 May at 3 pm BST", "Thursday 13 May at 3 pm BST"),
        ("Sept 13 2027", "Monday 13 September"),
        ("29 Feb 2028", "Tuesday 29 February"),
        ("13 May 1430", "Thursday 13 May at 2:30 pm"),
        ("Thursday, May 13 @ 2:30pm", "Thursday 13 May at 2:30 pm"),
        ("Thursday 13 May – 2pm", "Thursday 13 May at 2 pm"),
        ("Thursday 13 May, 2:30 pm – 3:30 pm", "Thursday 13 May at 2:30 pm"),
        ("13 May 9am to 10am", "Thursday 13 May at 9 am"),
        ("On Thursday 13 May at 2pm", "Thursday 13 May at 2 pm"),
        ("13 May (Thu) 2pm", "Thursday 13 May at 2 pm"),
        ("13 May, Thursday", "Thursday 13 May"),
        ("13-May-2027", "Thursday 13 May"),
        ("13 May,2027", "Thursday 13 May"),
        ("13may2027", "Thursday 13 May"),
        ("2027-05-13T14:30:00", "Thursday 13 May at 2:30 pm"),
        ("2027-05-13T14:30Z", "Thursday 13 May at 2:30 pm UTC"),
        ("2027-05-13T14:30+02:00", "Thursday 13 May at 2:30 pm UTC+02:00"),
        ("2027-05-13T02:30", "Thursday 13 May at 2:30 am"),
        ("2027/05/13", "Thursday 13 May"),
        ("2027-5-3", "Monday 3 May"),
        ("13 May 14:30 hrs", "Thursday 13 May at 2:30 pm"),
        ("13 May 1430hrs", "Thursday 13 May at 2:30 pm"),
        ("13 May 12 noon", "Thursday 13 May at noon"),
        ("13 May 2:30 pm est", "Thursday 13 May at 2:30 pm EST"),
        ("13 May 2:30 pm GMT+5:30", "Thursday 13 May at 2:30 pm GMT+5:30"),
        ("13 May at 17", "Thursday 13 May at 5 pm"),
        ("13 May at 0:30", "Thursday 13 May at 12:30 am"),
        ("13 May at 3 pm.", "Thursday 13 May at 3 pm"),
    ],
)
def test_a_day_and_an_hour_are_read_in_the_ways_people_type_them(typed, written):
    assert written == write_when(read_datetime(typed, TODAY), BRITISH)


@pytest.mark.parametrize(
    ("typed", "written"),
    [("11 May at 3 pm", "11 May at 3 pm"), ("Tuesday 11 May", "Tuesday 11 May"), ("11 May 2027", "Tuesday 11 May")],
)
def test_without_todays_date_no_weekday_is_made_up(typed, written):
    assert written == write_when(read_datetime(typed, None), BRITISH)


def test_a_day_without_a_year_is_the_nearest_one():
    assert read_datetime("3 January", When(2027, 12, 20, None)).year == 2028
    assert read_datetime("28 December", When(2028, 1, 3, None)).year == 2027
    assert write_when(read_datetime("12 December", When(2026, 5, 20, None)), BRITISH) == "Saturday 12 December"
    assert write_when(read_datetime("Thursday 31 December", When(2026, 6, 1, None)), BRITISH) == "Thursday 31 December"


@pytest.mark.parametrize(
    ("typed", "part"),
    [
        ("04/05", "4 May or 5 April"),
        ("04/05/2027", "4 May or 5 April"),
        ("soon", "Enter the day and the hour"),
        ("31 April", "There is no such day"),
        ("30 February 2028", "There is no such day"),
        ("40/50", "There is no such day"),
        ("Monday 11 May 2027", "11 May 2027 is a Tuesday, not a Monday"),
        ("Thursday 11 May", "11 May 2027 is a Tuesday, not a Thursday"),
        ("11 May at 3", "am or pm"),
        ("11 May at 3:00", "am or pm"),
        ("11 May at 02:30", "am or pm"),
        ("10.30 09.06", "can be 30 October or 9 June or 6 September: enter one of them"),
        ("09.06 10.30", "enter one of them"),
        ("11 May at 14:30 MAY", "Enter the day"),
        ("11 May at 10am AM", "Enter the day"),
        ("11 May at 25:00", "There is no such time"),
        ("11 May at 13 pm", "There is no such time"),
        ("11 May at 10:61", "There is no such time"),
    ],
)
def test_a_day_or_hour_that_cannot_be_read_is_asked_again(typed, part):
    with pytest.raises(AnswerError, match=part):
        read_datetime(typed, TODAY)


def test_a_date_takes_no_hour():
    with pytest.raises(AnswerError, match="without a time"):
        read_date("11 May at 3 pm", TODAY)


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("£42,000 a year", "£42,000 a year"),
        ("45k", "45,000"),
        ("45K EUR", "€45,000"),
        ("£45.5k per annum", "£45,500 a year"),
        ("42000", "42,000"),
        ("$17.50/hour", "$17.50 an hour"),
        ("17,50 € per hour", "€17.50 an hour"),
        ("EUR 3.200 per month", "€3,200 a month"),
        ("CHF 90'000 p.a.", "CHF 90,000 a year"),
        ("42 000 kr a month", "42,000 kr a month"),
        ("R$ 4.500,00 monthly", "R$4,500 a month"),
        ("12 dollars an hour", "$12 an hour"),
        ("$42,000 USD", "$42,000"),
        ("1,50,000 INR", "₹150,000"),
        ("650 gbp a week", "£650 a week"),
        ("about 30 thousand pounds yearly", "£30,000 a year"),
        ("45K PER YEAR", "45,000 a year"),
        ("12 LPA", "1,200,000 a year"),
        ("2400 PCM", "2,400 a month"),
        ("90k aud", "AUD 90,000"),
        ("45000 chf", "CHF 45,000"),
        ("450 000 kr", "450,000 kr"),
        ("45000kr", "45,000 kr"),
        ("£45,000 a year.", "£45,000 a year"),
        ("£45k pa.", "£45,000 a year"),
        ("£12.50 ph", "£12.50 an hour"),
        ("£2,400 p/m", "£2,400 a month"),
        ("at least 45k", "45,000"),
        ("45k+", "45,000"),
        ("$1.2m", "$1,200,000"),
        ("5 million yen", "¥5,000,000"),
        ("42 grand", "42,000"),
        ("US$120,000", "US$120,000"),
        ("Rs 50,000", "Rs 50,000"),
        ("RM 5,000", "RM 5,000"),
        ("R45,000", "R45,000"),
        ("EUR45k", "€45,000"),
        ("45.000,- kr", "45,000 kr"),
        ("₺45.000", "₺45,000"),
    ],
)
def test_money_is_read_as_typed_and_written_as_people_write_it(typed, written):
    assert written == write_money(read_money(typed))


@pytest.mark.parametrize(
    "typed",
    [
        "lots",
        "30-35k",
        "45k per fortnight",
        "£",
        "a year",
        "1.2.3",
        "£40k EUR",
        "12,34,5",
        "forty thousand",
        "-5",
        "1e9",
        "45k OTE",
        "45k net",
        "1.250k",
        "£0",
    ],
)
def test_what_is_not_one_amount_is_asked_again(typed):
    with pytest.raises(AnswerError, match="Enter one amount, such as £42,000 a year"):
        read_money(typed)


def test_an_amount_can_stand_without_its_period():
    assert write_amount(Money("42000", "£", "year")) == "£42,000"


@pytest.mark.parametrize(
    ("typed", "bare"),
    [
        ("the museum registrar post.", "museum registrar"),
        ("A Registrar role", "Registrar"),
        ("Head of R&D", "Head of R&D"),
        ("a11y Engineer", "a11y Engineer"),
        ("Assistant to J. Smith Jr.", "Assistant to J. Smith Jr."),
        ("A level tutor", "A level tutor"),
        ("role of registrar", "registrar"),
        ("the position of Senior Engineer", "Senior Engineer"),
        ("job as a cook", "cook"),
        ("for the registrar role", "registrar"),
        ("registrar opening", "registrar"),
        ("barista role!", "barista"),
    ],
)
def test_a_role_loses_what_the_sentence_brings(typed, bare):
    assert bare == read_role(typed)


@pytest.mark.parametrize("typed", ["the", "Job", "a role", ".", "-"])
def test_a_role_that_names_nothing_is_asked_again(typed):
    with pytest.raises(AnswerError, match="Enter the job as the advert names it"):
        read_role(typed)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Dear Ms Varga,", "Ms Varga"),
        ("Hi Priya", "Priya"),
        ("hiring team.", "hiring team"),
        ("J. Smith Jr.", "J. Smith Jr."),
        ("Hida Oyelaran", "Hida Oyelaran"),
    ],
)
def test_a_name_comes_without_its_greeting_and_its_comma(typed, name):
    assert name == read_addressee(typed)


@pytest.mark.parametrize(
    ("typed", "name"),
    [("at Acme", "Acme"), ("Acme,", "Acme"), ("Acme Inc.", "Acme Inc."), ("Yahoo!", "Yahoo!"), ("Atlas", "Atlas")],
)
def test_a_company_comes_without_its_at(typed, name):
    assert name == read_organisation(typed)


def test_a_name_of_marks_alone_stays():
    assert read_name("...") == "..."


def test_an_email_address_pasted_from_a_sentence_loses_its_stop():
    assert read_email("varga@example.org.") == "varga@example.org"


@pytest.mark.parametrize(
    "typed", ["me", "a@b", "a@b.c, d@e.f", "Ann <a@b.co>", "a b@c.de", "a@b..org", "a@ü.de", "a@b.co\nBcc: x@y.z"]
)
def test_one_email_address_is_one_email_address(typed):
    with pytest.raises(AnswerError, match="Enter one email address"):
        read_email(typed)


@pytest.mark.parametrize(
    ("typed", "cleaned"),
    [
        ("  Ms \t Varga \n", "Ms Varga"),
        ("e\u0301", "é"),
        ("a\x00b\x1b[31m\u200bc\ufeff", "ab[31mc"),
        ("\u202egnp.exe\u2066", "gnp.exe"),
        ("\ue000role\uf8ff", "role"),
        ("a\u2028b\u2029c\x85d", "a b c d"),
        ("tag\U000e0041s", "tags"),
        ("lone\ud800half", "lonehalf"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("👩\u200d🔬", "👩\u200d🔬"),
        ("pass\u200dword", "password"),
        ("שלום Ms لمى", "שלום Ms لمى"),
    ],
)
def test_cleaning_takes_out_what_hides_and_keeps_what_is_spelling(typed, cleaned):
    assert cleaned == clean(typed)


def test_an_address_keeps_its_lines():
    assert clean(" 4 Tern Row \r\n\r\n Harwick ", lines=True) == "4 Tern Row\nHarwick"


def test_every_kind_of_field_has_a_limit():
    assert set(KINDS) == set(LIMITS)
    assert set(READERS) < set(KINDS)


def test_an_answer_over_its_limit_says_so_and_counts_as_missing():
    values, problems = read((field(),), {"role": "x" * 10_000}, "email")

    assert values == {}
    assert problems[0].message == "Shorten this answer to 120 characters; it has 10000."


def test_a_choice_that_is_not_there_names_those_that_are():
    choice = field(kind="choice", options=(Option(value="none", label="No"), Option(value="own", label="Own")))

    values, problems = read((choice,), {"role": "maybe"}, "email")

    assert values == {}
    assert problems[0].message == "Choose one of none, own in place of “maybe”."


def test_no_answer_to_a_choice_is_its_first_option():
    choice = field(kind="choice", options=(Option(value="none", label="No"),))

    assert read((choice,), {}, "email")[0] == {"role": "none"}


@pytest.mark.parametrize(("typed", "value"), [("yes", True), ("ON", True), ("no", False), ("", False)])
def test_yes_and_no_are_read(typed, value):
    assert read((field(kind="yes"),), {"role": typed}, "email")[0] == {"role": value}


def test_a_question_that_waits_for_a_choice_is_asked_only_then():
    fields = find("cancel-agreed-interview").fields
    words = {"reason_words": "I am moving."}

    assert "reason_words" not in read(fields, words, "email")[0]
    assert read(fields, words | {"reason": "own"}, "email")[0]["reason_words"] == "I am moving."


def test_a_question_of_another_channel_is_not_read():
    fields = find("cancel-agreed-interview").fields

    assert read(fields, {"sender_address": "x" * 9999}, "email")[1] == ()


def test_an_answer_to_an_unknown_question_names_the_known_ones():
    with pytest.raises(UnknownNameError, match="There is no field “zip”; there is role."):
        read((field(),), {"zip": "1"}, "email")


def test_todays_date_tells_the_weekday_where_it_is_not_asked_itself():
    fields = find("cancel-agreed-interview").fields

    values, _ = read(fields, {"interview_when": "11 May", "today": "2027-05-01"}, "email")

    assert write_when(values["interview_when"], BRITISH) == "Tuesday 11 May"
