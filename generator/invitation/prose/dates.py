"""Days and hours in the languages that people are invited in → as a person types them in English."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import NamedTuple

from generator.english import MONTHS
from generator.errors import AnswerError
from generator.fields.dates import read_datetime
from generator.formatters import write_as_typed
from generator.invitation.prose import contexts
from generator.invitation.prose.date_patterns import (
    AFTER,
    BEFORE,
    DAYS,
    EARLIER_DAY,
    LONG_ZONES,
    MONTH,
    MORE,
    TIME_LINE,
    WEEKDAY,
    ZONE,
)
from generator.lazy import compiled
from generator.model.message import When

_AFTERNOON = r"(?s)p|下午|午後|晚上|오후|.*(?:tarde|noche|noite|pomeriggio)"
_MORNING = r"(?s)a|上午|午前|오전|.*(?:mañana|manhã|mattina)"


_MOST, _MOST_OFFERS = 12, 60
"""Days in one line, and in a text; what names more is a calendar, not an invitation."""


class _Day(NamedTuple):
    """A day as it stands in a line."""

    start: int
    end: int
    year: int | None
    month: int
    day: int
    weekday: int | None


type _Hour = tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class Offer:
    """A day that a line names, and the hour if it names one."""

    value: str
    line: str
    timed: bool
    weight: int
    """2 where a label or the sentence says that it is the interview's, 1 where it well may be."""


def read_dated(header: str) -> When | None:
    """Read the day on which a mail was sent, None where it cannot be read."""
    for found in _days_in(header[:200], [])[0]:
        if found.year:
            return When(found.year, found.month, found.day, None)
    return None


def offers(
    lines: Sequence[str], sent: When | None, today: When | None = None, *, moved: bool
) -> tuple[list[Offer], list[str]]:
    """Return the days on which the interview may be, in their order, and sentences about those that could not be read.

    Args:
        lines: Those that are read.
        sent: The day of the mail: it gives the year to days without one, and no interview lies before it.
        today: The reader's day, which gives the year where that of the mail is not known.
        moved: An interview is moved, so that one day of two is the old one.
    """
    found: list[Offer] = []
    doubts: list[str] = []
    dotted = [line for line in lines if contexts.writes_day_first(line)]
    for place, line in enumerate(lines):
        if len(found) > _MOST_OFFERS:
            break
        if not any(char.isdigit() for char in line):
            continue
        days, unread = _days_in(line, dotted)
        if len(days) > _MOST:
            continue
        meant = contexts.meant(line, [(day.start, day.end) for day in days], moved=moved)
        doubts += unread if contexts.speaks_of_days(line) and not contexts.is_chat(line) else []
        for i in meant:
            limit = days[i + 1].start if i + 1 < len(days) else len(line)
            for day, hour, zone in _moments(line, days[i], limit, lines[place + 1 : place + 3]):
                weight = contexts.weigh(line, days[i].start, timed=hour is not None)
                offer, doubt = _offer(write_as_typed(_when(day, hour, zone)), line, sent, today, weight)
                found += [offer] if offer else []
                doubts += [doubt] if doubt else []
    if moved:
        found = [offer for offer in found if contexts.is_new(offer.line)] or found
    return _distinct(found), list(dict.fromkeys(doubts))


def _offer(value: str, line: str, sent: When | None, today: When | None, weight: int) -> tuple[Offer | None, str]:
    """Return the day if our own reader of dates reads it and it has not gone by, or a sentence about it."""
    try:
        when = read_datetime(value, sent or today)
    except AnswerError as error:
        named, _, rest = str(error).partition(": change")  # the weekday and the date do not agree
        return None, f"{named}: enter the day that they mean." if rest else ""
    gone = sent and sent.year and when.year and (when.year, when.month, when.day) < (sent.year, sent.month, sent.day)
    if gone or not weight:
        return None, ""
    return Offer(write_as_typed(when), line, when.hour is not None, weight), ""


def _when(day: _Day, hour: _Hour, zone: str) -> When:
    hours, minutes = hour or (None, None)
    return When(day.year, day.month, day.day, day.weekday, hours, minutes, zone if hour else "")


def _distinct(found: list[Offer]) -> list[Offer]:
    """Return each moment once; a day without its hour is no other day."""
    timed = {offer.value.partition(" at ")[0] for offer in found if offer.timed}
    kept: dict[str, Offer] = {}
    for offer in found:
        if offer.timed or offer.value not in timed:
            known = kept.get(offer.value)
            kept[offer.value] = replace(known, weight=max(known.weight, offer.weight)) if known else offer
    return list(kept.values())


def _days_in(line: str, dotted: Sequence[str]) -> tuple[list[_Day], list[str]]:
    """Return the days of a line in their order, and sentences about those that can be two days."""
    matches = sorted(
        (match for pattern in DAYS for match in compiled(pattern).finditer(line)), key=lambda match: match.start()
    )
    days: list[_Day] = []
    doubts: list[str] = []
    end = 0
    for match in matches:
        if match.start() < end:
            continue
        end = match.end()
        day = _read_day(match, bool(dotted))
        if isinstance(day, _Day):
            days.append(day)
        elif day:
            doubts.append(day)
    return days, doubts


def _read_day(match: re.Match[str], day_first: bool) -> _Day | str | None:  # noqa: FBT001  what the letter's language does
    parts = match.groupdict()
    year = int(parts["year"]) if parts["year"] else None
    year = year + 2000 if year is not None and year < 100 else year
    word = (parts.get("weekday") or parts.get("weekday_bare") or "").casefold()
    weekday = WEEKDAY.get(word)
    if "one" not in parts:
        month = MONTH.get(parts["month"].casefold()) or (int(parts["month"]) if parts["month"].isdigit() else 0)
        return _checked(match, year, month, int(parts["day"]), weekday)
    one, two = int(parts["one"]), int(parts["two"])
    if year is None and not (weekday is not None or (day_first and len(parts["one"] + parts["two"]) == 4)):
        return None  # 2.14. is a room
    ways = [way for way in ((one, two), (two, one)) if _exists(year, way[1], way[0])]
    ways = [way for way in ways if weekday is None or year is None or _weekday(year, way[1], way[0]) == weekday] or ways
    if len(set(ways)) > 1 and parts["mark"] == "." and day_first:
        ways = ways[:1]
    if len(set(ways)) > 1:
        (day, month), (other, another) = ways
        return f"“{match[0].strip()}” can be {day} {MONTHS[month - 1]} or {other} {MONTHS[another - 1]}: enter the day yourself."
    return _checked(match, year, ways[0][1], ways[0][0], weekday) if ways else None


def _checked(match: re.Match[str], year: int | None, month: int, day: int, weekday: int | None) -> _Day | str | None:
    if _exists(year, month, day):
        return _Day(match.start(), match.end(), year, month, day, weekday)
    if 1 <= month <= 12 and 28 < day < 32:
        written = write_as_typed(When(year, month, day, None))
        return f"There is no {written}: enter the day that they mean."
    return None


def _exists(year: int | None, month: int, day: int) -> bool:
    return _weekday(year or 2000, month, day) is not None


def _weekday(year: int, month: int, day: int) -> int | None:
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return _read_plain(f"{day} {MONTHS[month - 1]} {year}")


@cache
def _read_plain(text: str) -> int | None:
    try:
        return read_datetime(text, None).weekday
    except AnswerError:
        return None


def _moments(line: str, day: _Day, limit: int, following: Sequence[str]) -> Iterator[tuple[_Day, _Hour, str]]:
    """Yield the moments that a line names for one day: it may offer several hours of it, or a day before it in the same month."""
    earlier = compiled(EARLIER_DAY).search(line, max(0, day.start - 30), day.start)
    if earlier and _exists(day.year, day.month, int(earlier["day"])):
        weekday = WEEKDAY.get((earlier["weekday"] or "").casefold())
        yield day._replace(day=int(earlier["day"]), weekday=weekday), None, ""
    if contexts.is_window(line[day.end : min(limit, day.end + 20)]):
        yield day, None, ""
        return
    match = compiled(AFTER).match(line, day.end, limit)
    hour = _hour(match) if match else None
    if hour is None:
        match = _time_elsewhere(line, day, following)
        later = compiled(rf"[\s,]{{0,2}}\({ZONE}").match(line, day.end, limit)
        yield day, _hour(match) if match else None, _zone(match) or _zone(later)
        return
    zone = _zone(match)
    yield day, hour, zone
    while match and (match := compiled(MORE).match(line, match.end(), limit)) and (hour := _hour(match)):
        if _zone(match) in ("", zone):  # in another zone it is the same hour once more
            yield day, hour, _zone(match) or zone


def _time_elsewhere(line: str, day: _Day, following: Sequence[str]) -> re.Match[str] | None:
    """Look for the hour before the day, “at 2:30 pm on 13 May”, and in a line “Time:” under it."""
    before = compiled(BEFORE).search(line, max(0, day.start - 50), day.start)
    if before and _hour(before) and not contexts.is_window(line[max(0, day.start - 60) : day.start]):
        return before
    return next((match for each in following if (match := compiled(TIME_LINE).match(each[:200]))), None)


def _hour(match: re.Match[str]) -> _Hour:
    """Return hour and minute; None where the text leaves it open whether it is morning or afternoon."""
    if match["noon"]:
        return 12, 0
    hour, minute = int(match["hour"]), int(match["minute"] or (30 if match["past"] else 0))
    half = _half(match["early"], match["mark"])
    if half is None and match["hour_end"] and match["early"] is None and hour <= 12:
        half = _half_before(hour * 60 + minute, match)
    if half is not None and 1 <= hour <= 12:
        return hour % 12 + 12 * half, minute
    named = re.search(r"(?:godz|kl|klockan|ore|às)\W{0,3}\d", match[0], re.IGNORECASE)  # of languages that count to 24
    exact = named or match["minute"] or match["mark"] or "時时点點시".find(match[0].strip()[-1:]) >= 0
    if hour > 23 or not exact or hour < 7 or (hour == 7 and not match["mark"] and len(match["hour"]) == 1):
        return None
    return hour, minute


def _half(early: str | None, mark: str | None) -> int | None:
    """Return 0 for the morning, 1 for the afternoon, None where nothing says which."""
    said = early or mark or ""
    if re.match(r"uhr|uur|h|o['’]", said, re.IGNORECASE) or not said:
        return None
    return 1 if compiled(_AFTERNOON).match(said) else 0 if compiled(_MORNING).match(said) else None


def _half_before(start: int, match: re.Match[str]) -> int | None:
    """Return the half of the day in which “2:30 to 3:15 pm” begins: the one that is nearer to its end."""
    half = _half(match["early_end"], match["mark_end"])
    hour = int(match["hour_end"])
    if half is None or not 1 <= hour <= 12:
        return None
    end = (hour % 12 + 12 * half) * 60 + int(match["minute_end"] or 0)
    return min((0, 1), key=lambda each: (end - start % 720 - 720 * each) % 1440 or 1440)


def _zone(match: re.Match[str] | None) -> str:
    zone = (match["zone"] if match else None) or ""
    return LONG_ZONES.get(zone, zone.replace("−", "-").replace(" ", ""))
