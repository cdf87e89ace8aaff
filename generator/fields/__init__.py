"""Answers → values: cleaning at the boundary, then one reader per kind of field."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from generator.errors import AnswerError, UnknownNameError
from generator.fields.cleaning import clean, clean_words, count_hidden
from generator.fields.dates import read_clock, read_date, read_datetime, take_as_typed
from generator.fields.free import FREE, is_nothing
from generator.fields.money import read_money
from generator.fields.named import (
    is_nobody,
    read_addressee,
    read_email,
    read_name,
    read_organisation,
    read_person,
    read_role,
)
from generator.model.message import Field, Problem, Value, When
from generator.shapes import is_whole

__all__ = [
    "KINDS",
    "LIMITS",
    "READERS",
    "asks",
    "clean_words",
    "count_hidden",
    "declined",
    "read",
    "read_clock",
    "today_of",
]

LIMITS = {
    "name": 254,  # what HTML forms allow for a full name or an email address
    "addressee": 254,
    "person": 254,
    "organisation": 254,
    "email": 254,
    "contact": 254,
    "role": 120,
    "phrase": 200,  # the rest of one sentence
    "thanks": 200,
    "question": 300,
    "reason": 300,
    "account": 300,
    "sentence": 300,  # a long sentence of about 50 words
    "address": 400,  # eight lines
    "money": 60,
    "date": 60,
    "datetime": 80,
    "choice": 60,
    "yes": 10,
}
"""Kind of field → how many characters an answer may have after cleaning."""

type Reader = Callable[[str], Value]

READERS: dict[str, Reader] = {
    "name": read_name,
    "addressee": read_addressee,
    "person": read_person,
    "organisation": read_organisation,
    "contact": str,
    "address": str,
    "email": read_email,
    "role": read_role,
    "money": read_money,
}
"""Kind of field → function from a cleaned, non-empty text to the value; raises AnswerError."""

NAMED = ("name", "addressee", "person", "organisation")

DAYS = {"date": read_date, "datetime": read_datetime}
"""The same for a day, which is read as it is said today."""

KINDS = (*READERS, *FREE, *DAYS, "choice", "yes")

YES = {"yes": True, "y": True, "true": True, "on": True, "1": True, "no": False, "n": False, "false": False, "0": False}


def read(
    fields: tuple[Field, ...], answers: Mapping[str, str], channel: str, today: When | None = None
) -> tuple[dict[str, Value], tuple[Problem, ...]]:
    """Read the answers to the questions that this channel asks.

    Args:
        fields: The questions of a message type, in its order.
        answers: Texts as typed, by field name; an empty text is no answer.
        channel: Decides, with the choices made, which questions count.
        today: The day of the request, and its hour; None where nobody knows it.

    Returns:
        The values of what was answered and could be read, with every choice and every yes or no filled in, and
        a problem for each answer that could not be read. A day that could not be is taken as it was typed.

    Raises:
        UnknownNameError: An answer to a question that the message type does not ask.
    """
    known = [field.name for field in fields]
    for name in answers:
        if name not in known:
            raise UnknownNameError(what="field", name=name, known=known)
    texts = {field.name: clean(answers.get(field.name, ""), lines=field.kind == "address") for field in fields}
    here = today_of(answers, today)
    values: dict[str, Value] = {}
    problems: list[Problem] = []
    for field in sorted(fields, key=lambda field: field.when is not None):
        if not asks(field, channel, values):
            continue
        try:
            value = _read_field(field, texts[field.name], today if field.name == "today" else here)
        except AnswerError as error:
            problems.append(Problem(field=field.name, message=str(error)))
            value = take_as_typed(texts[field.name][: LIMITS[field.kind]]) if field.kind in DAYS else ""
        if value != "":
            values[field.name] = value
    return values, tuple(sorted(problems, key=lambda problem: known.index(problem.field)))


def asks(field: Field, channel: str, values: Mapping[str, Value]) -> bool:
    """Tell whether a question counts in this channel, given the choices among the values."""
    if channel not in field.channels:
        return False
    return field.when is None or values.get(field.when[0]) == field.when[1]


def declined(field: Field, answer: str) -> str:
    """Return an answer that says there is none, such as “nothing” or “n/a”; empty for any other."""
    says_none = is_nobody if field.kind in NAMED else is_nothing
    text = clean(answer) if field.kind in (*FREE, *NAMED, *DAYS) else ""
    return text if says_none(text) else ""


def _read_field(field: Field, text: str, today: When | None) -> Value:
    if len(text) > LIMITS[field.kind]:
        raise AnswerError(f"Shorten this answer to {LIMITS[field.kind]} characters; it has {len(text)}.")
    if field.kind == "choice":
        return _read_choice(field, text)
    if field.kind == "yes":
        return _read_yes(text)
    if not text or declined(field, text):
        return ""
    if field.kind in DAYS:
        return DAYS[field.kind](text, today, field.lies)
    return _read_free(field, text) if field.kind in FREE else READERS[field.kind](text)


def _read_free(field: Field, text: str) -> str:
    value = FREE[field.kind](text, field.hint)
    if not field.whole and is_whole(value):
        hint = field.hint[:1].lower() + field.hint[1:]
        right = f" {hint}" if hint.startswith(("to ", "such as ")) else f" that finish a sentence: {hint}"
        raise AnswerError(f"Enter only words{right}, in place of “{text}”.")
    return value


def _read_choice(field: Field, text: str) -> str:
    known = [option.value for option in field.options]
    if text and text not in known:
        raise AnswerError(f"Choose one of {', '.join(known)} in place of “{text}”.")
    return text or known[0]


def _read_yes(text: str) -> bool:
    if text and text.casefold() not in YES:
        raise AnswerError(f"Write yes or no in place of “{text}”.")
    return YES.get(text.casefold(), False)


def today_of(answers: Mapping[str, str], today: When | None) -> When | None:
    """Return the day from which the others are told: the one that is answered, before that of the request."""
    try:
        answered = read_date(clean(answers["today"]), today, "today")
    except (AnswerError, KeyError):
        return today
    return today if today and answered[:3] == today[:3] else answered
