"""Days and hours as people type them: “Thursday 4 June at 2:30 pm”, “June 4, 2026”, “tomorrow at ten”, “2026-06-04T14:30”."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from generator.english import MONTH_WORD, MONTHS, TIME_ZONES, WEEKDAY_WORD, WEEKDAYS
from generator.errors import AnswerError
from generator.fields.clock import Span, read_time
from generator.fields.spoken import read_soon, to_figures, weekday_number, without_near, write_days
from generator.formatters import date_of
from generator.model.message import When

_PAST, _FUTURE = timedelta(days=60), timedelta(days=305)
"""Around today, the year in which a day without a year is looked for: interviews lie ahead more often than behind."""
_SOON, _FAR = 45, 100
"""Of 11/5, the day within so many days is meant, where the other is so many days off."""

_YEAR = r"(?:19[9]\d|20\d\d)"
_ORDINAL = r"(?:st|nd|rd|th)?"
_DAY = rf"""
    (?:on\s+)?
    (?:(?P<weekday>{WEEKDAY_WORD})\b\.?,?\s*)?(?:the\s+)?
    (?:
        (?P<year_first>{_YEAR})[-/](?P<month_second>\d\d?)[-/](?P<day_third>\d\d?)
      | (?P<day>\d{{1,2}}){_ORDINAL}[.\s-]*(?:of\s+)?(?P<month>{MONTH_WORD})(?![a-z])\.?
      | (?P<month_first>{MONTH_WORD})(?![a-z])\.?\s*(?:the\s+)?(?P<day_second>\d{{1,2}}){_ORDINAL}\b
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
    (?P<time>(?:12\s+)?(?:noon|midday|midnight)|{_HOUR})(?:\s*(?:h|hrs?|hours|o['’]?clock)\b\.?)?
    (?:\s*(?:-|–|—|to|until)\s*(?P<end>{_HOUR}))?
    {_ZONE}?
"""
_WHEN = re.compile(rf"{_DAY}(?:(?:\s*[,@–—-]\s*|\s+|T)(?:at\s+|@\s*|from\s+)?{_TIME})?", re.VERBOSE | re.IGNORECASE)
_TIME_FIRST = re.compile(rf"(?:at\s+|@\s*|from\s+)?{_TIME},?\s+{_DAY}", re.VERBOSE | re.IGNORECASE)
_HOUR_ALONE = re.compile(rf"(?:at\s+|@\s*|from\s+)?{_TIME}", re.VERBOSE | re.IGNORECASE)
_RIGHT_FORM = "Enter the day and the hour, such as Thursday, 13 May at 2:30 pm"


def read_date(text: str, today: When | None, lies: str = "ahead") -> When:
    """Read a day without an hour, as `read_datetime` does."""
    when = read_datetime(text, today, lies)
    if when.hour is not None:
        raise AnswerError(f"Enter the day without a time, such as 13 May 2027, in place of “{text}”.")
    return when


def read_datetime(text: str, today: When | None, lies: str = "ahead") -> When:
    """Read a day, and the hour if there is one; of a span of hours, the first.

    Args:
        text: As typed; the order of day and month must be plain from the words, the numbers or the weekday.
        today: Where it is known with its year, a day without a year is looked for around it, and “tomorrow” can be read; with
            its hour, “in an hour” too.
        lies: One of `LIES`; where the day is today, an hour alone will do.

    Raises:
        AnswerError: Not a day, not a real day, ambiguous, or a weekday that the day does not fall on.
    """
    said, part = to_figures(text.rstrip(".?! "))
    if soon := read_soon(said, today):
        return soon
    if lies == "today" and _HOUR_ALONE.fullmatch(said):
        said = f"today at {said.removeprefix('at ')}"
    here = _Here(part, today, lies)
    found, errors = _read_all([said], here)
    near = without_near(said, today)
    if near and not _HOUR_ALONE.fullmatch(near[0]):
        found, _ = _read_all([near[0]], here)
        if found and all(date_of(each) != near[1] for each in found):
            raise AnswerError(f"“{text}” is two days: enter the one that it is.")
        found = [each for each in found if date_of(each) == near[1]]
    more, errors_more = _read_all(write_days(said, today, lies), here)
    found = _nearest([*dict.fromkeys(found + more)], here)
    if len(found) == 1:
        return found[0]
    if found:
        ways = " or ".join(f"{each.day} {MONTHS[each.month - 1]}" for each in found)
        raise AnswerError(f"“{text}” can be {ways}: enter {'one of the two' if len(found) == 2 else 'one of them'}.")
    for error in errors_more + errors:
        raise error
    if _HOUR_ALONE.fullmatch(said):
        raise AnswerError(f"Enter the day too, such as tomorrow at 2:30 pm, in place of “{text}”.")
    raise AnswerError(f"{_RIGHT_FORM}, in place of “{text}”.")


class _Here(NamedTuple):
    """What a text says besides, and where it is read from."""

    part: Span | None
    """The part of the day, where one is named."""
    today: When | None
    lies: str


def _read_all(texts: Iterable[str], here: _Here) -> tuple[list[When], list[AnswerError]]:
    """Return the moments that these can be, and why some of them can be none."""
    found: list[When] = []
    errors: list[AnswerError] = []
    for text in texts:
        for match in filter(None, (pattern.fullmatch(text) for pattern in (_WHEN, _TIME_FIRST))):
            for day, month, year in _days(match):
                try:
                    found.append(
                        _read(match, _check_day(match, day, month, year or _near_year(day, month, here)), here)
                    )
                except AnswerError as error:
                    errors.append(error)
    return found, errors


def _read(match: re.Match[str], day: When, here: _Here) -> When:
    """Return the moment of a day that a text names."""
    if not match["time"]:
        return day
    now = here.today if here.today and here.today[:3] == day[:3] else None
    hour, minute, guessed = read_time(
        match["time"],
        exact=bool(match["year_first"]),
        within=here.part or _before(match["end"]),
        after=-1 if now is None or now.hour is None else now.hour * 60 + (now.minute or 0),
    )
    guess = "Enter am or pm if it is another hour." if guessed else ""
    return day._replace(hour=hour, minute=minute, zone=_write_zone(match["zone"] or ""), guess=guess)


def _before(end: str | None) -> Span | None:
    """Return the half of a day before the end of a span, where that says its half: “2–3 pm”."""
    if not end or not re.search("[ap]", end, re.IGNORECASE):
        return None
    hour, minute, _ = read_time(end, exact=False)
    return max(0, hour * 60 + minute - 719), hour * 60 + minute


def _days(match: re.Match[str]) -> Iterator[tuple[int, int, int | None]]:
    """Yield day, month and the year if there is one; in both orders where two numbers leave it open."""
    year = match["year_first"] or match["year_last"] or match["year"]
    full_year = int(year) + (2000 if len(year) == 2 else 0) if year else None  # two digits are of this century
    if match["one"]:
        one, two = int(match["one"]), int(match["two"])
        orders = {(day, month): None for day, month in ((one, two), (two, one)) if month <= 12 and day <= 31}
        yield from ((day, month, full_year) for day, month in orders or {(one, two): None})
    elif match["year_first"]:
        yield int(match["day_third"]), int(match["month_second"]), full_year
    else:
        name = (match["month"] or match["month_first"])[:3].title()
        month = next(i for i, full in enumerate(MONTHS, start=1) if full.startswith(name))
        yield int(match["day"] or match["day_second"]), month, full_year


def _near_year(day: int, month: int, here: _Here) -> int | None:
    """Return the year in which the day lies near today, rather ahead than behind, or the other way round."""
    now = date_of(here.today)
    if now is None:
        return None
    past, future = (_FUTURE, _PAST) if here.lies == "behind" else (_PAST, _FUTURE)
    for year in (now.year - 1, now.year, now.year + 1):
        found = _date_or_none(year, month, day)
        if found and -past <= found - now <= future:
            return year
    return None


def _nearest(found: list[When], here: _Here) -> list[When]:
    """Return the moments that may be meant: of two that are months apart, the near one."""
    now = date_of(here.today)
    away = [(day - now).days * (-1 if here.lies == "behind" else 1) for day in map(date_of, found) if day and now]
    near = [when for when, days in zip(found, away, strict=False) if 0 <= days <= _SOON]
    far = [days for days in away if abs(days) > _FAR]
    if len(found) == len(away) == 2 and len(near) == len(far) == 1:
        return [near[0]._replace(guess="Enter the month as a word if it is another day.")]
    return found


def _check_day(match: re.Match[str], day: int, month: int, year: int | None) -> When:
    """Return a day with its weekday, as far as it can be known."""
    name = match["weekday"] or match["weekday_after"]
    weekday = weekday_number(name) if name else None
    found = _date_or_none(year or 2000, month, day)  # 2000 has a 29 February, which some year will have too
    if found is None:
        raise AnswerError(f"There is no such day as “{match[0]}”: enter it in words, such as Thursday, 13 May.")
    if year and weekday not in (None, found.weekday()):
        named = f"{day} {MONTHS[month - 1]} {year}"
        raise AnswerError(
            f"{named} is a {WEEKDAYS[found.weekday()]}, not a {WEEKDAYS[weekday or 0]}: change the day or the date."
        )
    return When(year, month, day, found.weekday() if year else weekday)


def _date_or_none(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def read_clock(text: str) -> When:
    """Read what a clock shows, as 2027-05-03T09:00; or the day alone.

    Raises:
        AnswerError: No clock shows that.
    """
    if not re.fullmatch(r"20\d\d-\d\d-\d\d(?:T\d\d:\d\d)?", text):
        raise AnswerError(f"“{text}” is nothing that a clock shows: write the day and the hour as 2027-05-03T09:00.")
    return read_datetime(text, None)


def take_as_typed(text: str) -> str:
    """Return a day that could not be read, as it can stand in a sentence: without the word and the stop that stand there anyway."""
    return re.sub(r"^on\s+(?=\S)", "", text, flags=re.IGNORECASE).rstrip(".,;:?! ") or text


def _write_zone(zone: str) -> str:
    """Return a zone as it is written: in capitals, and UTC for what calendars call Z."""
    if zone in ("Z", "z"):
        return "UTC"
    return f"UTC{zone}" if zone[:1] in "+-" and zone else zone.upper()
