"""Days and hours as people type them: “Thursday 4 June at 2:30 pm”, “June 4, 2026”, “2026-06-04T14:30”."""

from __future__ import annotations

import re
from datetime import date, timedelta

from generator.english import MONTH_WORD, MONTHS, TIME_ZONES, WEEKDAY_WORD, WEEKDAYS
from generator.errors import AnswerError
from generator.fields.clock import read_time
from generator.model.message import When

_PAST, _FUTURE = timedelta(days=60), timedelta(days=305)
"""Around today, the year in which a day without a year is looked for: interviews lie ahead more often than behind."""

_YEAR = r"(?:19[9]\d|20\d\d)"
_ORDINAL = r"(?:st|nd|rd|th)?"
_DAY = rf"""
    (?:on\s+)?
    (?:(?P<weekday>{WEEKDAY_WORD})\b\.?,?\s*)?(?:the\s+)?
    (?:
        (?P<year_first>{_YEAR})[-/](?P<month_second>\d\d?)[-/](?P<day_third>\d\d?)
      | (?P<day>\d{{1,2}}){_ORDINAL}[.\s-]*(?:of\s+)?(?P<month>{MONTH_WORD})(?![a-z])\.?
      | (?P<month_first>{MONTH_WORD})(?![a-z])\.?\s*(?P<day_second>\d{{1,2}}){_ORDINAL}\b
      | (?P<one>\d{{1,2}})[./-](?P<two>\d{{1,2}})(?:[./-](?P<year_last>{_YEAR}|\d\d(?!:)))?\b\.?
    )
    (?:[,\s-]*(?P<year>{_YEAR})\b(?!:))?
    (?:,?\s*\(?(?P<weekday_after>{WEEKDAY_WORD})\b\.?\)?)?
"""
_HOUR = r"\d{1,2}(?:[:.]\d\d(?::\d\d(?:\.\d+)?)?|\s?h\s?\d\d|\d\d)?\s*(?:[ap]\.?\s?m\b\.?)?"
_ZONE = (
    rf"(?:\s*\(?(?P<zone>(?:{'|'.join(sorted(TIME_ZONES))})\b(?:\s?[+-]\d{{1,2}}(?::\d\d)?)?|Z\b|[+-]\d\d:?\d\d)\)?)"
)
_TIME = rf"""
    (?P<time>(?:12\s+)?(?:noon|midday|midnight)|{_HOUR})(?:\s*(?:h|hrs?|hours|o['’]clock)\b\.?)?
    (?:\s*(?:-|–|—|to|until)\s*(?:{_HOUR}))?
    {_ZONE}?
"""
_WHEN = re.compile(
    rf"{_DAY}(?:(?:\s*[,@–—-]\s*|\s+)(?:at\s+|@\s*|from\s+)?{_TIME}|T{_TIME.replace('?P<time>', '?P<time_t>').replace('?P<zone>', '?P<zone_t>')})?",
    re.VERBOSE | re.IGNORECASE,
)
_TIME_FIRST = re.compile(rf"(?:at\s+)?{_TIME},?\s+{_DAY}", re.VERBOSE | re.IGNORECASE)
_RIGHT_FORM = "Enter the day and the hour, such as Thursday, 13 May at 2:30 pm"


def read_date(text: str, today: When | None) -> When:
    """Read a day without an hour, as `read_datetime` does."""
    when = read_datetime(text, today)
    if when.hour is not None:
        raise AnswerError(f"Enter the day without a time, such as 13 May 2027, in place of “{text}”.")
    return when


def read_datetime(text: str, today: When | None) -> When:
    """Read a day, and the hour if there is one; of a span of hours, the first.

    Args:
        text: As typed; the order of day and month must be plain from the words or the numbers.
        today: Where it is known with its year, a day without a year is looked for around it.

    Raises:
        AnswerError: Not a day, not a real day, ambiguous, or a weekday that the day does not fall on.
    """
    matches = [match for pattern in (_WHEN, _TIME_FIRST) if (match := pattern.fullmatch(text.rstrip(". ")))]
    if not matches:
        raise AnswerError(f"{_RIGHT_FORM}, in place of “{text}”.")
    found = [_read(match, text, today) for match in matches]
    if len(set(found)) > 1:
        raise AnswerError(f"“{text}” can be read in two ways: enter the month as a word.")
    return found[0]


def _read(match: re.Match[str], text: str, today: When | None) -> When:
    parts = match.groupdict()
    day, month, year = _read_day(match)
    weekday = _weekday_number(match["weekday"] or match["weekday_after"])
    year = year or _near_year(day, month, today)
    weekday = _check_day(text, day, month, year, weekday)
    time = parts["time"] or parts.get("time_t")
    if not time:
        return When(year, month, day, weekday)
    hour, minute = read_time(time, exact=bool(match["year_first"]))
    zone = parts["zone"] or parts.get("zone_t") or ""
    return When(year, month, day, weekday, hour, minute, _write_zone(zone))


def _read_day(match: re.Match[str]) -> tuple[int, int, int | None]:
    """Return day, month and the year if there is one."""
    year = match["year_first"] or match["year_last"] or match["year"]
    full_year = int(year) + (2000 if len(year) == 2 else 0) if year else None  # two digits are of this century
    if match["one"]:
        return *_order(int(match["one"]), int(match["two"])), full_year
    if match["year_first"]:
        return int(match["day_third"]), int(match["month_second"]), full_year
    name = (match["month"] or match["month_first"])[:3].title()
    month = next(i for i, full in enumerate(MONTHS, start=1) if full.startswith(name))
    return int(match["day"] or match["day_second"]), month, full_year


def _order(one: int, two: int) -> tuple[int, int]:
    """Tell day from month in two numbers, or say why that cannot be done."""
    if one > 12 >= two >= 1 or (one == two and 1 <= one <= 12):
        return one, two
    if two > 12 >= one >= 1:
        return two, one
    if 1 <= one <= 12 and 1 <= two <= 12:
        ways = f"{one} {MONTHS[two - 1]} or {two} {MONTHS[one - 1]}"
        raise AnswerError(f"“{one:02}/{two:02}” can be {ways}: enter the month as a word.")
    raise AnswerError(f"There is no day {one}/{two}: enter it in words, such as Thursday, 13 May.")


def _weekday_number(name: str | None) -> int | None:
    if name is None:
        return None
    return next(i for i, full in enumerate(WEEKDAYS) if full.casefold().startswith(name[:3].casefold()))


def _near_year(day: int, month: int, today: When | None) -> int | None:
    """Return the year in which the day lies near today, rather ahead than behind."""
    if today is None or today.year is None:
        return None
    now = date(today.year, today.month, today.day)
    for year in (now.year - 1, now.year, now.year + 1):
        found = _date_or_none(year, month, day)
        if found and -_PAST <= found - now <= _FUTURE:
            return year
    return None


def _check_day(text: str, day: int, month: int, year: int | None, weekday: int | None) -> int | None:
    """Return the weekday as far as it can be known."""
    found = _date_or_none(year or 2000, month, day)  # 2000 has a 29 February, which some year will have too
    if found is None:
        raise AnswerError(f"There is no such day as “{text}”: enter it in words, such as Thursday, 13 May.")
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


def _write_zone(zone: str) -> str:
    """Return a zone as it is written: in capitals, and UTC for what calendars call Z."""
    if zone in ("Z", "z"):
        return "UTC"
    return f"UTC{zone}" if zone[:1] in "+-" and zone else zone.upper()
