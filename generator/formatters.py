"""Values → words: how a day, an hour and an amount are written in a message."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import cache, partial

from generator.english import MONTHS, WEEKDAYS
from generator.model.message import Locale, Money, Value, When
from generator.shapes import SHAPES, is_whole, shape_of

_NOBODY = re.compile(
    r"\b(?:team|department|manager|committee|office|coordinator|panel|board|recruitment|recruiters?|human resources|hr)\b"
    r"|\b(?:headteacher|head teacher|head of (?:school|department|\w+)|principal|director|owner|receptionist|secretary)\b(?!\s(?-i:[A-Z]))",
    re.IGNORECASE,
)
_MANY = re.compile(
    r"\S(?:,| and| &)\s+\S|\b(?:team|committee|panel|board|all|both|everyone|everybody|colleagues|folks|recruiters|members)\b",
    re.IGNORECASE,
)
_TITLE = re.compile(r"\b(?:Mr|Mrs|Ms|Mx|Dr|Prof)\b\.?(?=\s+\w)")


def write_when(when: When, locale: Locale) -> str:
    """Return “Thursday, June 4, at 2:30 p.m.”, as much of it as is known."""
    day = write_day(when, locale)
    if when.hour is None or when.minute is None:
        return day
    zone = f" {when.zone}" if when.zone else ""
    return locale.when.format(day=day, time=write_time(when.hour, when.minute, locale.am, locale.pm) + zone)


def write_day(when: When, locale: Locale) -> str:
    """Return “Thursday, June 4”, or “June 4” where the weekday is not known."""
    month = MONTHS[when.month - 1]
    if when.weekday is None:
        return locale.day_alone.format(day=when.day, month=month)
    return locale.day.format(weekday=WEEKDAYS[when.weekday], day=when.day, month=month)


def write_date(when: When, locale: Locale) -> str:
    """Return “June 4, 2026”, the date of a letter."""
    month = MONTHS[when.month - 1]
    if when.year is None:
        return locale.day_alone.format(day=when.day, month=month)
    return locale.date.format(day=when.day, month=month, year=when.year)


def write_addressee(name: str, locale: Locale) -> str:
    """Return the names with their titles as the locale writes them: “Ms. Varga and Dr. Sato”."""
    return _TITLE.sub(lambda found: locale.titles.get(found[0], found[0]), name)


def is_unnamed(name: str) -> bool:
    """Tell whether those who are addressed bear no name of a person, as a hiring team does."""
    return _NOBODY.search(name) is not None


def is_several(name: str) -> bool:
    """Tell whether more than one person is addressed, by name or as a team."""
    return _MANY.search(name) is not None


def write_words(text: str, locale: Locale) -> str:
    """Return a template's own words as the locale spells them."""
    if not locale.words:
        return text
    return _words_of(tuple(locale.words)).sub(lambda found: _like(found[0], locale.words), text)


@cache
def _words_of(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b", re.IGNORECASE)


def _like(found: str, words: Mapping[str, str]) -> str:
    """Return what a word becomes, with a capital where it had one that is not always there."""
    if found in words:
        return words[found]
    becomes = words[found.lower()]
    return becomes[0].upper() + becomes[1:] if found[0].isupper() else becomes


def write_as_typed(when: When) -> str:
    """Return “Thursday, 13 May 2027 at 2:30 pm BST”: a moment as a person types it into the form, with all that is known of it."""
    weekday = "" if when.weekday is None else f"{WEEKDAYS[when.weekday]}, "
    year = "" if when.year is None else f" {when.year}"
    day = f"{weekday}{when.day} {MONTHS[when.month - 1]}{year}"
    if when.hour is None:
        return day
    zone = f" {when.zone}" if when.zone else ""
    return f"{day} at {write_time(when.hour, when.minute or 0)}{zone}"


def write_time(hour: int, minute: int, am: str = "am", pm: str = "pm") -> str:
    """Return “2:30 pm”, “3 pm” or “noon”."""
    if minute == 0 and hour % 12 == 0:
        return "noon" if hour else "midnight"
    minutes = f":{minute:02}" if minute else ""
    return f"{hour % 12 or 12}{minutes} {am if hour < 12 else pm}"


def write_money(money: Money) -> str:
    """Return “£42,000 a year”."""
    period = {"": "", "hour": " an hour"}.get(money.period, f" a {money.period}")
    return write_amount(money) + period


def write_amount(money: Money) -> str:
    """Return “£42,000”, without the period."""
    whole, _, part = money.amount.partition(".")
    amount = f"{int(whole):,}" + (f".{part}" if part else "")
    if money.currency in ("kr", "zł"):
        return f"{amount} {money.currency}"
    if money.currency.rstrip(".").isalpha() and len(money.currency) > 1:
        return f"{money.currency} {amount}"
    return money.currency + amount


def write_in_full(value: Value, locale: Locale) -> str:
    """Return a day with weekday and year, or an amount, as it was understood; empty for what is taken as it was typed."""
    if isinstance(value, When):
        day = write_day(value, locale)
        date = write_date(value, locale).replace(write_day(value._replace(weekday=None), locale), day, 1)
        return write_when(value, locale).replace(day, date, 1)
    return write_money(value) if isinstance(value, Money) else ""


def date_of(when: When | None) -> date | None:
    """Return a day of the calendar; None where its year is not known."""
    return date(when.year, when.month, when.day) if when and when.year else None


def days_until(when: Value, today: When | None) -> int | None:
    """Return how many days lie between; None where that is not known, or another zone may have another day."""
    day, now = date_of(when if isinstance(when, When) and not when.zone else None), date_of(today)
    return (day - now).days if day and now else None


def is_past(when: Value, today: When | None) -> bool:
    """Tell whether a moment is over, as far as that is known."""
    days = days_until(when, today)
    if days == 0 and isinstance(when, When) and today and None not in (when.hour, today.hour):
        return when[4:6] < today[4:6]
    return days is not None and days < 0


def _is_near(days: int, when: Value, today: When | None) -> bool:
    return days_until(when, today) == days


def write_past(when: Value, today: When | None) -> str:
    """Return a sentence about a moment that is over; nothing about any other."""
    days = days_until(when, today) if is_past(when, today) else None
    return "" if days is None else {0: "That hour is over.", -1: "That was yesterday."}.get(days, "That day is over.")


type Form = Callable[..., str]
"""From a value and a locale to words; for a day in a sentence, from the day on which it is read as well."""

ON = "on "
"""What stands before a day in a sentence: a word of the template, and none of the answer."""

_AS_IT_IS: dict[str, Form] = {"": lambda value, locale: str(value)}


_NEAR = {0: "today", 1: "tomorrow", -1: "yesterday"}


def write_on(when: When, locale: Locale, today: When | None) -> str:
    """Return “on Thursday, June 4, at 2:30 p.m.”, or “today at 2:30 p.m.” on the day itself and beside it."""
    days = days_until(when, today)
    near = None if days is None else _NEAR.get(days)
    return f"{near} {write_hour(when, locale)}".strip() if near else ON + write_when(when, locale)


def write_on_day(when: When, locale: Locale, today: When | None) -> str:
    """Return the same without the hour."""
    return write_on(when._replace(hour=None), locale, today)


def write_hour(when: When, locale: Locale) -> str:
    """Return “at 2:30 pm” for a sentence that says the day in other words; nothing where the hour is not known."""
    return write_when(when, locale).removeprefix(write_day(when, locale)).strip(" ,")


_OF_TODAY: dict[str, Form] = {"_on": write_on, "_on_day": write_on_day}

FORMS: dict[str, dict[str, Form]] = {
    "datetime": {"": write_when, "_at": write_hour, "_day": write_day, **_OF_TODAY},
    "date": {"": write_date, "_day": write_day, **_OF_TODAY},
    "money": {"": lambda value, locale: write_money(value), "_amount": lambda value, locale: write_amount(value)},
    "addressee": {"": write_addressee},
    "person": {"": write_addressee},
}
"""Kind of field → suffix of the name in a template → how the value is written; other kinds are written as they are."""


_HOUR_FIRST = re.compile(
    r"(?:\d\d?(?:[.:]\d\d)?(?: ?[ap]\.?m\b|ish\b| ?o['’]?clock\b)|\d\d?[.:]\d\d$|noon|midday|midnight|half past|(?:a )?quarter (?:past|to))",
    re.IGNORECASE,
)
_OF_ITSELF = re.compile(
    r"(?:at|in|by|before|after|around|about|between|from|within|during|until|till|today|tonight|tom?m?orr?ow|tmr?w|yesterday|this|next|last"
    r"|every|each|any|some\w*|soon|later|early|mid|late|first thing|not|when\w*|as|once|now|asap|the (?:day|week)|an?|(?:one|two|three) (?:day|week)s?)\b",
    re.IGNORECASE,
)


def lead_as_typed(text: str) -> str:
    """Return the word that stands in a sentence before a day which nobody could read: on, at, or none before “next week”."""
    return "at " if _HOUR_FIRST.match(text) else "" if _OF_ITSELF.match(text) else ON


def has_shape(shape: str, text: str) -> bool:
    """Tell whether free words are built so, as `SHAPES` has it."""
    return shape_of(text) == shape


type Flags = dict[str, Callable[..., bool]]

_WHOLE_OR_NOT: Flags = {"_phrase": lambda text: not is_whole(text), "_sentence": is_whole}
_SHAPES: Flags = {f"_{shape}": partial(has_shape, shape) for shape in SHAPES}

_WHEN_IT_IS: Flags = {"_today": partial(_is_near, 0), "_tomorrow": partial(_is_near, 1), "_past": is_past}
DAYS = ("date", "datetime")
"""The kinds of field whose words and flags depend on the day on which they are read."""

FLAGS: dict[str, Flags] = {
    **dict.fromkeys(DAYS, _WHEN_IT_IS),
    "addressee": {"_unnamed": is_unnamed, "_several": is_several},
    "phrase": _WHOLE_OR_NOT,
    "thanks": _WHOLE_OR_NOT,
    "question": _SHAPES,
}
"""Kind of field → suffix of the name in a template → what a template can ask of the value."""


def can_be_whole(kind: str) -> bool:
    """Tell whether what is answered to a kind of field may finish a sentence, or be one."""
    return "_sentence" in FLAGS.get(kind, {})


def whole_names(field: str) -> tuple[str, ...]:
    """Return the names by which a template asks whether an answer is a sentence of its own."""
    return (f"{field}_sentence", f"{field}_question")


def written_names(field: str, kind: str) -> tuple[str, ...]:
    """Return the names by which a template writes a field: `interview_when`, `interview_when_day`."""
    return tuple(field + suffix for suffix in FORMS.get(kind, _AS_IT_IS))


def gaps(field: str, kind: str, gap: str) -> dict[str, str]:
    """Return what stands for each of those names while the answer is missing."""
    return {field + suffix: f"{ON if suffix.startswith('_on') else ''}[{gap}]" for suffix in FORMS.get(kind, _AS_IT_IS)}


@cache
def names(field: str, kind: str) -> tuple[str, ...]:
    """Return the names by which a template writes a field or asks about it: `recipient`, `recipient_unnamed`."""
    return (*written_names(field, kind), *(field + suffix for suffix in FLAGS.get(kind, ())))


def forms(
    field: str, kind: str, value: Value, values: Iterable[Value], locale: Locale, *, today: When | None
) -> dict[str, str]:
    """Return what stands for each of the names that a template can write.

    Args:
        field: Its name.
        kind: The field's.
        value: The field's.
        values: Every value of the message: an amount drops its period only where no other figure has another one.
        locale: How it is written.
        today: The day on which it is read; None where nobody knows it.
    """
    of_kind = FORMS.get(kind, _AS_IT_IS)
    periods = {other.period for other in values if isinstance(other, Money)}
    if isinstance(value, Money) and len(periods) > 1:
        return {field + suffix: write_money(value) for suffix in of_kind}
    if kind in DAYS and isinstance(value, str):  # as it was typed
        typed = {suffix: ON + value if suffix in _OF_TODAY else value for suffix in of_kind if suffix != "_at"}
        typed |= {"_at": f"at {value}"} if _HOUR_FIRST.match(value) else {}
        return {field + suffix: words for suffix, words in typed.items()}
    written = {
        field + suffix: form(value, locale, *([today] if suffix in _OF_TODAY else []))
        for suffix, form in of_kind.items()
    }
    return {name: words for name, words in written.items() if words}


def flags(field: str, kind: str, value: Value | None, today: When | None) -> dict[str, bool]:
    """Return the answer to each question that a template can ask about a field."""
    of_today = (today,) if kind in DAYS else ()
    return {field + suffix: value is not None and ask(value, *of_today) for suffix, ask in FLAGS.get(kind, {}).items()}
