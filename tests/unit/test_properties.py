"""What holds for any answers at all."""

import json
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from generator import Style, compose, export, load_catalogue, locales
from generator.errors import AnswerError
from generator.fields.cleaning import clean
from generator.fields.dates import read_datetime
from generator.fields.money import read_money
from generator.formatters import write_money, write_when
from generator.model.message import TONES, When
from generator.rendering import text_of
from generator.worker import handle

TYPES = load_catalogue()
ANY_TEXT = st.text(st.characters(codec=None, exclude_categories=()), max_size=60) | st.text(
    "\u202e\u200b\ue000 {}<>[]%\\\n.!'\""
)


@st.composite
def compositions(draw):
    message_type = draw(st.sampled_from(TYPES))
    answers = {}
    for field in message_type.fields:
        likely = [option.value for option in field.options] or ["yes", "£42k a year", "11 May at 3 pm", "Ms Varga"]
        answers[field.name] = draw(st.one_of(st.sampled_from(likely), ANY_TEXT, st.just("")))
    style = Style(channel=draw(st.sampled_from(message_type.channels)), tone=draw(st.sampled_from(list(TONES))))
    return message_type, answers, style


@given(compositions())
def test_any_answers_make_a_clean_message(composition):
    draft = compose(*composition).draft

    assert draft.text == "".join(part.before + text_of(part) for part in draft.parts)
    assert clean(draft.text.replace("\n", " ")) == " ".join(draft.text.split())
    assert draft.text.encode("utf-8")


@given(compositions())
def test_what_stands_as_an_answer_was_answered(composition):
    _, answers, _ = composition
    draft = compose(*composition).draft

    for part in draft.headers + draft.parts:
        for segment in part.segments:
            assert bool(segment.field) or not segment.gap
            if segment.field and not segment.gap:
                assert answers[segment.field].strip()


@given(compositions())
def test_any_answers_can_be_sent(composition):
    draft = compose(*composition).draft
    headers = export(draft, "eml").data.split(b"\r\n\r\n")[0].decode("ascii")
    names = [line.split(":")[0] for line in headers.split("\r\n") if not line.startswith((" ", "\t"))]

    assert set(names) <= {"To", "Subject", "X-Unsent", "Content-Type", "Content-Transfer-Encoding", "MIME-Version"}
    assert len(names) == len(set(names))
    assert export(draft, "docx").data.startswith(b"PK")
    assert len(export(draft, "mailto").data) <= 2000


@given(ANY_TEXT)
def test_cleaning_twice_changes_nothing(text):
    assert clean(clean(text)) == clean(text)
    assert clean(clean(text, lines=True), lines=True) == clean(text, lines=True)


@given(st.text(max_size=200))
def test_the_worker_answers_anything_with_json(text):
    assert json.loads(handle(text))["ok"] is False


@given(st.text("0123456789.,' £$€k/aperyhounEURGBP-", max_size=20))
def test_money_is_read_or_asked_again(text):
    try:
        money = read_money(clean(text))
    except AnswerError:
        return
    assert read_money(write_money(money)) == money


@given(
    st.dates(date(1990, 1, 1), date(2099, 12, 31)),
    st.integers(0, 23),
    st.integers(0, 59),
    st.sampled_from(list(locales().values())),
)
def test_every_day_and_hour_that_is_written_is_read_back(day, hour, minute, locale):
    when = When(day.year, day.month, day.day, day.weekday(), hour, minute)

    again = read_datetime(write_when(when, locale).replace(" at ", f" {day.year} at "), None)

    assert again == when
