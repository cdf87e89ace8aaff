"""Days and hours as people say them: what is read, what is asked back, and what stands as it was typed."""

import json
import tomllib
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import AnswerError, When, compose, find
from generator.english import WEEKDAYS
from generator.fields import read_clock
from generator.fields.dates import read_datetime
from generator.model.message import LIES
from generator.worker import handle
from tests import ROOT

SITUATIONS = tomllib.loads((ROOT / "tests" / "unit" / "days.toml").read_text("utf-8"))
WRONG = "Enter the day and the hour, such as"
"""How the answer begins to what nobody can read."""


def here(situation):
    return read_clock(situation["today"]) if situation["today"] else None


def read_by(situation, said):
    """Return what is read as a clock shows it, or whether it is asked back or stands as typed."""
    try:
        when = read_datetime(said, here(situation), situation.get("lies", "ahead"))
    except AnswerError as error:
        return "typed" if str(error).startswith(WRONG) else "asked"
    hour = "" if when.hour is None else f"T{when.hour:02}:{when.minute:02}"
    return f"{when.year}-{when.month:02}-{when.day:02}{hour} {when.zone}".strip()


@pytest.mark.parametrize("name", SITUATIONS)
def test_a_day_is_read_asked_or_left_as_it_is(name):
    situation = SITUATIONS[name]
    expected = situation["read"] | {said: kind for kind in ("asked", "typed") for said in situation[kind]}

    assert {said: read_by(situation, said) for said in expected} == expected


def test_few_ways_of_saying_it_are_beyond_us():
    typed = sum(len(each["typed"]) for each in SITUATIONS.values())
    others = sum(len(each["read"]) + len(each["asked"]) for each in SITUATIONS.values())

    assert others >= 190
    assert typed < others / 9


TODAY = "2027-05-03T09:00"
WORDS = [
    "today",
    "tomorrow",
    "yesterday",
    "tonight",
    "noon",
    "half",
    "past",
    "quarter",
    "to",
    "two",
    "ten",
    "3",
    "17",
    "11/5",
    "11th",
    "the",
    "on",
    "at",
    "next",
    "this",
    "last",
    "week",
    "weeks",
    "a",
    "in",
    "days",
    "ago",
    "from",
    "Monday",
    "Thu",
    "Thursday",
    "May",
    "13",
    "2027",
    "pm",
    "am",
    "o'clock",
    "morning",
    "hour",
    ",",
    "(",
    ")",
    ".",
    "-",
    "9:30",
]


def read_or_answer(said, day, lies="ahead"):
    """Return what is read, and what is answered where nothing is."""
    try:
        return read_datetime(said, When(day.year, day.month, day.day, day.weekday(), 9, 0), lies), ""
    except AnswerError as error:
        return None, str(error)


@given(
    st.lists(st.sampled_from(WORDS), max_size=7).map(" ".join),
    st.dates(date(2000, 1, 1), date(2099, 12, 31)),
    st.sampled_from(LIES),
)
def test_whatever_is_said_is_a_day_or_is_asked_again(said, day, lies):
    when, answer = read_or_answer(said, day, lies)

    assert (when is None) == bool(answer)
    assert when is None or date(when.year, when.month, when.day).weekday() == when.weekday
    assert when is None or when.hour is None or 0 <= when.hour * 60 + when.minute < 24 * 60


@given(
    st.dates(date(2000, 1, 1), date(2099, 12, 1)), st.sampled_from(WEEKDAYS), st.sampled_from(["", "coming ", "next "])
)
def test_a_weekday_that_is_read_lies_ahead_and_is_that_weekday(day, weekday, word):
    when, answer = read_or_answer(word + weekday, day)

    assert when or " can be " in answer
    assert when is None or WEEKDAYS[when.weekday] == weekday
    assert when is None or timedelta(0) < date(when.year, when.month, when.day) - day < timedelta(days=14)


def made(typed, field="interview_when", slug="cancel-agreed-interview", today=TODAY, **answers):
    return compose(find(slug), {field: typed, **answers}, today=read_clock(today))


def notes(*arguments, **answers):
    return [note.message for note in made(*arguments, **answers).notes if note.field != "today"]


def test_how_a_day_was_read_is_said_in_full():
    assert notes("tomorrow at 3 pm") == ["Tuesday, May 4, 2027, at 3 p.m."]
    assert notes("tomorrow") == ["Tuesday, May 4, 2027"]
    assert notes("tomorrow at nine") == ["Tuesday, May 4, 2027, at 9 a.m. Enter am or pm if it is another hour."]
    assert notes("11/5") == ["Tuesday, May 11, 2027. Enter the month as a word if it is another day."]


def test_a_day_that_is_over_is_said_to_be_unless_it_must_be():
    assert notes("2 May") == ["Sunday, May 2, 2027. That was yesterday."]
    assert notes("1 May") == ["Saturday, May 1, 2027. That day is over."]
    assert notes("today at 8 am") == ["Monday, May 3, 2027, at 8 a.m. That hour is over."]
    assert notes("yesterday", "met_when", "stay-in-touch") == ["Sunday, May 2, 2027"]


def test_the_date_of_the_letter_goes_before_the_day_of_the_request():
    answers = {"interview_when": "tomorrow", "today": "5 May 2027"}
    composition = compose(find("cancel-agreed-interview"), answers, today=read_clock(TODAY))

    assert [note.message for note in composition.notes if note.field == "interview_when"] == ["Thursday, May 6, 2027"]


def test_what_cannot_be_read_is_a_problem_and_no_gap():
    composition = made("next Wednesday")

    assert "next Wednesday" in composition.draft.text
    assert "interview_when" not in composition.draft.missing
    assert [problem.message for problem in composition.problems] == [
        "“next Wednesday” can be 5 May or 12 May: enter one of the two."
    ]


REQUEST = {"type": "cancel-agreed-interview", "answers": {"interview_when": "tomorrow at 3 pm"}}


def asked(**request):
    return json.loads(handle(json.dumps(REQUEST | {"request": "compose"} | request)))


def test_a_request_brings_its_day():
    assert "tomorrow at 3 p.m." in asked(today=TODAY)["result"]["draft"]["text"]
    assert "tomorrow at 3 pm" in asked()["result"]["draft"]["text"]
    assert asked(today=None)["result"] == asked(today="")["result"] == asked()["result"]


@pytest.mark.parametrize("today", ["tomorrow", "2027-13-01", "2027-05-03 at noon", "2027-05-03T25:00", "03/05/2027"])
def test_a_day_that_no_clock_shows_is_refused_in_a_sentence(today):
    response = asked(today=today)

    assert not response["ok"]
    assert response["error"]["name"] == "AnswerError"
    assert response["error"]["message"].startswith(("“", "There is no such"))


def test_a_day_that_is_no_text_is_refused():
    assert asked(today=5)["error"]["message"] == 'The “today” of a request is a text: {"today": "…"}.'
