"""Days and hours in the languages that people are invited in → as a person types them in English."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import NamedTuple

from generator.english import MONTHS, TIME_ZONES, WEEKDAYS
from generator.errors import AnswerError
from generator.fields.dates import read_datetime
from generator.invitation.prose import contexts
from generator.model import When

_MONTHS = (
    "january jan januar jänner jän januari janvier janv enero gennaio janeiro stycznia styczeń",
    "february feb februar feber februari février févr fev febrero febbraio fevereiro lutego luty",
    "march mar märz mrz mär mars marzo março maart mrt marca marzec marts",
    "april apr avril avr abril abr aprile kwietnia kwiecień",
    "may mai mayo maggio maio mei maja maj",
    "june jun juni juin junio giugno junho czerwca czerwiec",
    "july jul juli juillet juil julio luglio julho lipca lipiec",
    "august aug août aout agosto augustus sierpnia sierpień augusti",
    "september sept sep septembre septiembre setiembre settembre setembro września wrzesień",
    "october oct oktober okt octobre octubre ottobre outubro października październik",
    "november nov novembre noviembre novembro listopada listopad",
    "december dec dez dezember décembre déc diciembre dicembre dezembro grudnia grudzień dic",
)
_WEEKDAYS = (
    "monday mon montag lundi lunes lunedì lunedi segunda maandag poniedziałek måndag lun 月 一 월",
    "tuesday tues tue dienstag mardi martes martedì martedi terça dinsdag wtorek tisdag 火 二 화",
    "wednesday weds wed mittwoch mercredi miércoles miercoles mercoledì mercoledi quarta woensdag środa środę onsdag 水 三 수",
    "thursday thurs thur thu donnerstag jeudi jueves giovedì giovedi quinta donderdag czwartek torsdag 木 四 목",
    "friday fri freitag vendredi viernes venerdì venerdi sexta vrijdag piątek fredag 金 五 금",
    "saturday sat samstag sonnabend samedi sábado sabado sabato zaterdag sobota sobotę lördag 土 六 토",
    "sunday sun sonntag dimanche domingo domenica zondag niedziela niedzielę söndag 日 天 일",
)
"""In English, German, French, Spanish, Italian, Portuguese, Dutch, Polish, Swedish, and the signs of Japanese, Chinese and Korean."""

_MONTH = {word: number for number, words in enumerate(_MONTHS, start=1) for word in words.split()}
_WEEKDAY = {word: number for number, words in enumerate(_WEEKDAYS) for word in words.split()}
_SIGNS = "".join(word for word in _WEEKDAY if len(word) == 1)
_LONG_ZONES = {
    "MEZ": "CET",
    "MESZ": "CEST",
    "Central European Time": "CET",
    "Central European Summer Time": "CEST",
    "Eastern European Time": "EET",
    "Greenwich Mean Time": "GMT",
    "British Summer Time": "BST",
} | {
    f"{area} {kind}Time": area[0] + kind[:1] + "T"
    for area in ("Eastern", "Central", "Mountain", "Pacific")
    for kind in ("", "Standard ", "Daylight ")
}


def _words(table: dict[str, int]) -> str:
    return "|".join(sorted((word for word in table if len(word) > 1), key=len, reverse=True))


_NAMED_DAY = rf"(?:(?<![^\W\d_])(?P<weekday>{_words(_WEEKDAY)})(?:-feira)?(?![^\W\d_])[.,]{{0,2}}\s{{0,3}}(?:(?:the|den|dem|der|le|el|il|día|dia|dnia)\s)?\s{{0,3}})?"
_YEAR = r"(?P<year>20\d\d)(?![\d:])"
_WORDED = (
    rf"{_NAMED_DAY}(?<![\d./:,-])(?P<day>\d{{1,2}})(?:st|nd|rd|th|er|º|ª|°|:e|\.)?\s{{0,3}}(?:of\s|de\s|di\s|d['’])?(?P<month>{_words(_MONTH)})(?![^\W\d_])\.?"
    rf"(?:,?\s{{0,3}}(?:de\s|del\s)?{_YEAR})?"
)
"""13 May 2027, 13. Mai 2027, le 1er mai 2027, 13 de mayo de 2027."""

_MONTH_FIRST = (
    rf"{_NAMED_DAY}(?<![^\W\d_])(?-i:(?P<month>{'|'.join(f'{name}|{name[:4]}|{name[:3]}' for name in MONTHS)}))\.?\s{{1,3}}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?"
    rf"(?![\d:]|\.\d|[ap]m|\s[ap]\.?m)(?:,?\s{{1,3}}{_YEAR})?"
)
"""May 13, 2027: in English alone."""

_YEAR_FIRST = r"(?<![\d./-])(?P<year>20\d\d)(?P<mark>[-/.])\s?(?P<month>\d\d?)(?P=mark)\s?(?P<day>\d\d?)(?!\d|[-/.]\d)"
_EASTERN = (
    rf"(?:(?P<year>20\d\d)\s?[年년]\s?)?(?<!\d)(?P<month>\d{{1,2}})\s?[月월]\s?(?P<day>\d{{1,2}})\s?[日号號일]"
    rf"(?:\s?[((]?(?:星期|周|週)?(?P<weekday>[{_SIGNS}])(?:曜日?|요일)?\s?[))]|\s?(?:星期|周|週)(?P<weekday_bare>[{_SIGNS}]))?"
)
"""2027年5月13日(木)."""

_NUMBERS = (
    rf"{_NAMED_DAY}(?<![\d./:,-])(?P<one>\d{{1,2}})(?P<mark>[./-])\s?(?P<two>\d{{1,2}})"
    r"(?:(?P=mark)\s?(?P<year>20\d\d|\d\d)(?!\d|[./-]\d)|(?<=\.\d\d)\.(?!\d))"
)
"""13.05.2027, 13/05/27, and 13.05. where the full stop says that it is a day."""

_DAYS = (_WORDED, _MONTH_FIRST, _YEAR_FIRST, _EASTERN, _NUMBERS)
_HALF = r"[ap]\.?\s?m\b\.?|(?:de la|da|del|di|na)\s(?:tarde|mañana|manhã|noche|noite|mattina|pomeriggio)"
_CLOCK = (
    r"(?P<early{0}>上午|下午|午前|午後|晚上|오전|오후)?\s?(?<![\d.:/])(?P<hour{0}>\d{{1,2}})(?!\d)"
    r"(?:\s?[::.h時时点點시]\s?(?P<minute{0}>[0-5]\d)(?!\d)(?::\d\d)?(?:\s?[分분])?|\s?[時时点點시](?P<past{0}>半)?)?"
    r"\s{{0,2}}(?P<mark{0}>"
    + _HALF.replace("{", "{{").replace("}", "}}")
    + r"|uhr\b|uur\b|h(?:rs?|ours|eures?|oras)?\b(?!\s?\d)|o['’]clock\b)?"
)
_TIME = rf"(?:(?P<noon>\b(?:12\s)?(?:noon|midday)\b)|{_CLOCK.format('')})"
_ZONE = (
    rf"(?:\s?[(,]?\s?(?-i:(?P<zone>(?:UTC|GMT)\s?[+−-]\d{{1,2}}(?::?\d\d)?|{'|'.join(sorted(_LONG_ZONES, reverse=True))}"
    rf"|{'|'.join(sorted(TIME_ZONES, key=len, reverse=True))})(?![A-Za-z]))\)?)?"
)
_SPAN = rf"{_TIME}(?:\s?(?:[-–—~〜]|to|until|till|bis|à|a las|a|alle|às|tot|do|至|到|から)\s?(?:um\s)?{_CLOCK.format('_end')})?{_ZONE}"
_AT = (
    r"(?:at|@|um|à|a la|a las|alle ore|alle|ore|às|om|o godzinie|o godz\.|o|godz\.|kl\.?|klockan|ab|from|von|de|dalle ore|dalle|van|od|från"
    r"|starting at|starting|beginning at|time|uhrzeit|heure|hora|ora|orario|r\.|の)"
)
_AFTER = rf"(?:\s?\(?(?:{_words(_WEEKDAY)})\)?)?[\s,;:|@–—·(-]{{0,4}}(?:{_AT}(?![^\W\d_])[\s:]{{0,3}}){{0,2}}{_SPAN}"
_BEFORE = rf"(?:{_SPAN})[\s,–-]{{0,3}}(?:(?:on the|on|am|le|el|del|il|em|op|den|w dniu)\s{{1,2}})?$"
_MORE = rf"\s?(?:,|;|、|\bor\b|\band\b|\boder\b|\bund\b|\bou\b|\bet\b|\bo\b|\by\b|\be\b|\bof\b|\ben\b|\blub\b|\beller\b|または|或)\s?(?:{_AT}\s)?{_SPAN}"
_TIME_LINE = rf"\W{{0,3}}(?:start |interview )?(?:time|uhrzeit|zeit|heure|hora|ora|orario|horario|horário|tijd|godzina|tid|klockan|時間|时间|시간)\s?[::\t]\s?(?:{_AT}\s)?{_SPAN}"
_EARLIER_DAY = (
    rf"(?:(?P<weekday>{_words(_WEEKDAY)})[.,]?\s(?:the\s|den\s|le\s)?)?(?<![\d.:])(?P<day>\d{{1,2}})(?:st|nd|rd|th|\.)?\s?"
    r"(?:or|and|oder|und|ou|et|o|y|e|of|en|lub|eller|,|/)\s?(?:on\s)?(?:the\s)?$"
)

_AFTERNOON = re.compile(r"p|下午|午後|晚上|오후|.*(?:tarde|noche|noite|pomeriggio)", re.IGNORECASE | re.DOTALL)
_MORNING = re.compile(r"a|上午|午前|오전|.*(?:mañana|manhã|mattina)", re.IGNORECASE | re.DOTALL)


_MOST = 12
"""Days in one line; a line that names more is of a calendar, not of an invitation."""


class _Day(NamedTuple):
    """A day as it stands in a line."""

    start: int
    end: int
    year: int | None
    month: int
    day: int
    weekday: int | None


@dataclass(frozen=True, slots=True)
class Offer:
    """A day that a line names, and the hour if it names one."""

    value: str
    line: str
    timed: bool
    weight: int
    """2 where a label or the sentence says that it is the interview's, 1 where it well may be."""


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def read_dated(header: str) -> When | None:
    """Read the day on which a mail was sent, None where it cannot be read."""
    for found in _days_in(header[:200], [])[0]:
        if found.year:
            return When(found.year, found.month, found.day, None)
    return None


def offers(lines: Sequence[str], sent: When | None, *, moved: bool) -> tuple[list[Offer], list[str]]:
    """Return the days on which the interview may be, in their order, and sentences about those that could not be read.

    Args:
        lines: Those that are read.
        sent: The day of the mail: it gives the year to days without one, and no interview lies before it.
        moved: An interview is moved, so that one day of two is the old one.
    """
    found: list[Offer] = []
    doubts: list[str] = []
    dotted = [line for line in lines if contexts.writes_day_first(line)]
    for place, line in enumerate(lines):
        if not any(char.isdigit() for char in line):
            continue
        days, unread = _days_in(line, dotted)
        if len(days) > _MOST:
            continue
        meant = contexts.meant(line, [(day.start, day.end) for day in days], moved=moved)
        doubts += unread if contexts.speaks_of_days(line) else []
        for i in meant:
            limit = days[i + 1].start if i + 1 < len(days) else len(line)
            for day, hour, zone in _moments(line, days[i], limit, lines[place + 1 : place + 3]):
                weight = contexts.weigh(line, days[i].start, timed=hour is not None)
                offer, doubt = _offer(_write(day, hour, zone), line, sent, weight)
                found += [offer] if offer else []
                doubts += [doubt] if doubt else []
    if moved:
        found = [offer for offer in found if contexts.is_new(offer.line)] or found
    return _distinct(found), list(dict.fromkeys(doubts))


def _offer(value: str, line: str, sent: When | None, weight: int) -> tuple[Offer | None, str]:
    """Return the day if our own reader of dates reads it and it has not gone by, or a sentence about it."""
    try:
        when = read_datetime(value, sent)
    except AnswerError as error:
        wrong = " is a " in str(error)  # the weekday and the date do not agree
        return None, f"The invitation names a day that does not exist: {str(error).partition(':')[0]}." if wrong else ""
    gone = sent and sent.year and when.year and (when.year, when.month, when.day) < (sent.year, sent.month, sent.day)
    if gone or not weight:
        return None, ""
    hour = None if when.hour is None or when.minute is None else (when.hour, when.minute)
    day = _Day(0, 0, when.year, when.month, when.day, when.weekday)
    return Offer(_write(day, hour, when.zone), line, hour is not None, weight), ""


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
        (match for pattern in _DAYS for match in _compiled(pattern).finditer(line)), key=lambda match: match.start()
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
    weekday = _WEEKDAY.get(word)
    if "one" not in parts:
        month = _MONTH.get(parts["month"].casefold()) or (int(parts["month"]) if parts["month"].isdigit() else 0)
        return _checked(match, year, month, int(parts["day"]), weekday)
    one, two = int(parts["one"]), int(parts["two"])
    ways = [way for way in ((one, two), (two, one)) if _exists(year, way[1], way[0])]
    ways = [way for way in ways if weekday is None or year is None or _weekday(year, way[1], way[0]) == weekday] or ways
    if len(set(ways)) > 1 and parts["mark"] == "." and day_first:
        ways = ways[:1]
    if len(set(ways)) > 1:
        (day, month), (other, another) = ways
        return f"“{match[0].strip()}” can be {day} {MONTHS[month - 1]} or {other} {MONTHS[another - 1]}: enter the day yourself."
    return _checked(match, year, ways[0][1], ways[0][0], weekday) if ways else None


def _checked(match: re.Match[str], year: int | None, month: int, day: int, weekday: int | None) -> _Day | None:
    return _Day(match.start(), match.end(), year, month, day, weekday) if _exists(year, month, day) else None


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


type _Hour = tuple[int, int] | None


def _moments(line: str, day: _Day, limit: int, following: Sequence[str]) -> Iterator[tuple[_Day, _Hour, str]]:
    """Yield the moments that a line names for one day: it may offer several hours of it, or a day before it in the same month."""
    earlier = _compiled(_EARLIER_DAY).search(line, max(0, day.start - 30), day.start)
    if earlier and _exists(day.year, day.month, int(earlier["day"])):
        weekday = _WEEKDAY.get((earlier["weekday"] or "").casefold())
        yield day._replace(day=int(earlier["day"]), weekday=weekday), None, ""
    if contexts.is_window(line[day.end : min(limit, day.end + 20)]):
        yield day, None, ""
        return
    match = _compiled(_AFTER).match(line, day.end, limit)
    hour = _hour(match) if match else None
    if hour is None:
        match = _time_elsewhere(line, day, following)
        later = _compiled(rf"[\s,]{{0,2}}\({_ZONE}").match(line, day.end, limit)
        yield day, _hour(match) if match else None, _zone(match) or _zone(later)
        return
    zone = _zone(match)
    yield day, hour, zone
    while match and (match := _compiled(_MORE).match(line, match.end(), limit)) and (hour := _hour(match)):
        if _zone(match) in ("", zone):  # in another zone it is the same hour once more
            yield day, hour, _zone(match) or zone


def _time_elsewhere(line: str, day: _Day, following: Sequence[str]) -> re.Match[str] | None:
    """Look for the hour before the day, “at 2:30 pm on 13 May”, and in a line “Time:” under it."""
    before = _compiled(_BEFORE).search(line, max(0, day.start - 50), day.start)
    if before and _hour(before) and not contexts.is_window(line[max(0, day.start - 60) : day.start]):
        return before
    return next((match for each in following if (match := _compiled(_TIME_LINE).match(each[:200]))), None)


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
    exact = match["minute"] or match["mark"] or "時时点點시".find(match[0].strip()[-1:]) >= 0
    if hour > 23 or not exact or hour < 7 or (hour == 7 and not match["mark"] and len(match["hour"]) == 1):
        return None
    return hour, minute


def _half(early: str | None, mark: str | None) -> int | None:
    """Return 0 for the morning, 1 for the afternoon, None where nothing says which."""
    said = early or mark or ""
    if re.match(r"uhr|uur|h|o['’]", said, re.IGNORECASE) or not said:
        return None
    return 1 if _AFTERNOON.match(said) else 0 if _MORNING.match(said) else None


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
    return _LONG_ZONES.get(zone, zone.replace("−", "-").replace(" ", ""))


def _write(day: _Day, hour: _Hour, zone: str) -> str:
    """Return a moment as a person types it: Thursday, 13 May 2027 at 2:30 pm."""
    weekday = f"{WEEKDAYS[day.weekday]}, " if day.weekday is not None else ""
    date = f"{weekday}{day.day} {MONTHS[day.month - 1]}" + (f" {day.year}" if day.year else "")
    if hour is None:
        return date
    half = "pm" if hour[0] >= 12 else "am"
    return f"{date} at {hour[0] % 12 or 12}:{hour[1]:02} {half}" + (f" {zone}" if zone else "")
