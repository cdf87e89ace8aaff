"""Days and hours as people type them: “Thursday 4 June at 2:30 pm”, “June 4, 2026”, “2026-06-04T14:30”."""

from __future__ import annotations

import re
from datetime import date

from generator.english import MONTHS, WEEKDAYS
from generator.errors import AnswerError
from generator.model import When

_MONTH = "|".join(f"{name[:3]}(?:{name[3:]}|t)?" if len(name) > 3 else name for name in MONTHS)
_WEEKDAY = "|".join(f"{name[:3]}(?:{name[3:]}|s|rs?|nes)?" for name in WEEKDAYS)
_DAY = rf"""
    (?:(?P<weekday>{_WEEKDAY})\.?,?\s+)?(?:the\s+)?
    (?:
        (?P<year_first>\d{{4}})-(?P<month_second>\d\d)-(?P<day_third>\d\d)
      | (?P<day>\d{{1,2}})(?:st|nd|rd|th)?\.?\s*(?:of\s+)?(?P<month>{_MONTH})\b\.?
      | (?P<month_first>{_MONTH})\.?\s+(?P<day_second>\d{{1,2}})(?:st|nd|rd|th)?\b
      | (?P<one>\d{{1,2}})[./-](?P<two>\d{{1,2}})(?:[./-](?P<year_last>\d{{4}}|\d\d))?\b\.?
    )
    (?:,?\s+(?P<year>\d{{4}})\b)?
"""
_TIME = r"""
    (?:
        (?P<word>noon|midday|midnight)
      | (?P<hour>\d{1,2})(?:(?:[:.]|\s?h)(?P<minute>\d\d))?\s*(?P<half>[ap]\.?\s?m\b\.?)?(?P<clock>\s?h\b|\s*o['’]clock)?
    )
    (?:\s+\(?(?P<zone>(?-i:[A-Z]{2,5}(?:[+-]\d{1,2})?))\)?)?
"""
_WHEN = re.compile(rf"{_DAY}(?:(?:,?\s+(?:at\s+)?|\s*,\s*|T)(?P<time>{_TIME}))?", re.VERBOSE | re.IGNORECASE)
_TIME_FIRST = re.compile(rf"(?P<time>{_TIME}),?\s+(?:on\s+)?{_DAY}", re.VERBOSE | re.IGNORECASE)
_DATE_FORM = "Enter the day in words, such as Thursday, 13 May"


def read_date(text: str, today: When | None) -> When:
    """Read a day without an hour, as `read_datetime` does."""
    when = read_datetime(text, today)
    if when.hour is not None:
        raise AnswerError(f"Enter the day without a time, such as 13 May 2027, in place of “{text}”.")
    return when


def read_datetime(text: str, today: When | None) -> When:
    """Read a day, and the hour if there is one.

    Args:
        text: As typed; the order of day and month must be plain from the words or the numbers.
        today: Where it is known with its year, a day without a year is taken to be the nearest one.

    Raises:
        AnswerError: Not a day, not a real day, ambiguous, or a weekday that the day does not fall on.
    """
    match = _WHEN.fullmatch(text) or _TIME_FIRST.fullmatch(text)
    if match is None:
        raise AnswerError(f"{_DATE_FORM} at 2:30 pm, in place of “{text}”.")
    day, month, year = _read_day(match)
    weekday = _weekday_number(match["weekday"])
    year = year or _nearest_year(day, month, today)
    weekday = _check_day(text, day, month, year, weekday)
    hour, minute = _read_time(match) if match["time"] else (None, None)
    return When(year, month, day, weekday, hour, minute, match["zone"] or "")


def _read_day(match: re.Match[str]) -> tuple[int, int, int | None]:
    """Return day, month and the year if there is one."""
    year = match["year_first"] or match["year_last"] or match["year"]
    full_year = (
        (int(year) + 2000 if len(year) == 2 else int(year)) if year else None
    )  # a two-digit year is of this century
    if match["one"]:
        return *_order(match), full_year
    if match["year_first"]:
        return int(match["day_third"]), int(match["month_second"]), full_year
    name = (match["month"] or match["month_first"])[:3].title()
    month = next(i for i, full in enumerate(MONTHS, start=1) if full.startswith(name))
    return int(match["day"] or match["day_second"]), month, full_year


def _order(match: re.Match[str]) -> tuple[int, int]:
    """Tell day from month in two numbers, or say why that cannot be done."""
    one, two = int(match["one"]), int(match["two"])
    if one > 12 >= two >= 1 or one == two:
        return one, two
    if two > 12 >= one >= 1:
        return two, one
    if 1 <= one <= 12 and 1 <= two <= 12:
        raise AnswerError(
            f"“{match['one']}/{match['two']}” can be {one} {MONTHS[two - 1]} or {two} {MONTHS[one - 1]}:"
            " enter the month as a word."
        )
    raise AnswerError(f"There is no day {one}/{two}: {_DATE_FORM[0].lower()}{_DATE_FORM[1:]}.")


def _weekday_number(name: str | None) -> int | None:
    if name is None:
        return None
    return next(i for i, full in enumerate(WEEKDAYS) if full.casefold().startswith(name[:3].casefold()))


def _nearest_year(day: int, month: int, today: When | None) -> int | None:
    """Return the year in which the day comes nearest to today; a weekday that does not fit it is a mistake to ask about."""
    if today is None or today.year is None:
        return None
    now = date(today.year, today.month, today.day)
    days = [found for year in range(now.year - 1, now.year + 2) if (found := _date_or_none(year, month, day))]
    return min(days, key=lambda found: abs(found - now)).year if days else None


def _check_day(text: str, day: int, month: int, year: int | None, weekday: int | None) -> int | None:
    """Return the weekday as far as it can be known."""
    found = _date_or_none(year or 2000, month, day)  # 2000 has a 29 February, which some year will have too
    if found is None:
        raise AnswerError(f"There is no such day as “{text}”: {_DATE_FORM[0].lower()}{_DATE_FORM[1:]}.")
    if year is None:
        return weekday
    if weekday not in (None, found.weekday()):
        named = f"{day} {MONTHS[month - 1]} {year}"
        raise AnswerError(
            f"{named} is a {WEEKDAYS[found.weekday()]}, not a {WEEKDAYS[weekday or 0]}: change the day or the date."
        )
    return found.weekday()


def _date_or_none(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _read_time(match: re.Match[str]) -> tuple[int, int]:
    """Return hour (0 to 23) and minute."""
    if match["word"]:
        return (0 if match["word"].casefold() == "midnight" else 12), 0
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    typed = match["time"]
    if hour > 23 or minute > 59 or (match["half"] and not 1 <= hour <= 12):
        raise AnswerError(f"There is no such time as “{typed}”: enter it as 2:30 pm or 14:30.")
    if match["half"]:
        return hour % 12 + (12 if match["half"][0] in "pP" else 0), minute
    if (len(match["hour"]) == 1 and hour < 8) or (match["minute"] is None and not match["clock"]):
        raise AnswerError(f"Enter “{typed}” with am or pm, such as 2:30 pm.")
    return hour, minute
