"""Days and hours as people say them → as they are written: “tomorrow at half past two” → 4 May 2027 at 2:30."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import MAXYEAR, MINYEAR, date, datetime, time, timedelta

from generator.english import MONTHS, WEEKDAY_WORD, WEEKDAYS
from generator.fields.clock import Span
from generator.formatters import date_of
from generator.model.message import When

_WORDS = "one two three four five six seven eight nine ten eleven twelve fourteen fifteen twenty thirty".split()  # noqa: SIM905  a list of words
_NUMBERS = dict(zip(_WORDS, (*range(1, 13), 14, 15, 20, 30), strict=True))
_MINUTES = _NUMBERS | {"half": 30, "quarter": 15, "twenty-five": 25, "forty-five": 45}
_HOUR = rf"({'|'.join(_WORDS[:12])}|\d\d?)\b(?![:.]\d)"
_PAST = r"\b(half|(?:a )?quarter|five|ten|twenty(?:[ -]five)?|\d\d?) (?:min(?:ute)?s )?(?:past|after) "
_TO = r"\b((?:a )?quarter|twenty(?:[ -]five)?|(?:five|ten|\d\d?)(?= min)) (?:min(?:ute)?s )?(?:to|of|till?) "
_CLOCK = rf"\b({'|'.join(_WORDS[:12])})[ -](fifteen|thirty|forty[ -]five)\b"

_PARTS: dict[str, Span] = {
    "morning": (300, 720),
    "afternoon": (720, 1140),
    "evening": (960, 1440),
    "night": (1080, 1440),
}
"""A part of the day → when it is."""
_PART = rf"\b({'|'.join(_PARTS)})\b"

_NEAR = r"(?P<near>today|yesterday|tom?m?orr?ow|tmrw?|tmw)\b"
_WEEKDAY = rf"(?:{WEEKDAY_WORD})\b\.?"
_COUNT = r"(?:\d\d?|an?)"
_SAID = re.compile(
    rf"""
    \b(?:
        (?:the\ )?day\ (?P<beyond>after\ tom?m?orr?ow|before\ yesterday)
      | (?:(?P<named>{_WEEKDAY}),?\ )?(?:the\ )?(?P<number>\d\d?)(?:st|nd|rd|th)\b
      | (?P<named_the>{_WEEKDAY}),?\ the\ (?P<number_the>\d\d?)\b
      | (?P<week>(?:this|next|last)\ week),?\ (?:on\ )?(?P<weekday_in>{_WEEKDAY})
      | (?:(?P<weeks>{_COUNT})\ weeks?\ (?:on\ |from\ )?)?
        (?:{_NEAR}|(?:(?P<which>(?:this\ )?coming|this|next|last)\ )?(?P<weekday>{_WEEKDAY}))
        (?P<after>\ (?:(?:(?:of\ )?(?:this|next|last)\ )?week|next)\b)?
      | (?P<into>in\ )?(?P<count>{_COUNT})\ (?P<unit>day|week|fortnight)s?\b['’]?(?P<way>\ (?:ago|time|hence|from\ now))?
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_SOON = re.compile(rf"(in )?(half an|{_COUNT}) (hour|min)(?:ute)?s?['’]?( time| from now)?", re.IGNORECASE)


def to_figures(text: str) -> tuple[str, Span | None]:
    """Return the text with its hours in figures and without the part of the day; and that part, None where it names none."""
    for pattern, put in _FIGURES.items():
        text = re.sub(pattern, put, text, flags=re.IGNORECASE)
    parts = {part.casefold() for part in re.findall(_PART, text, re.IGNORECASE)}
    if len(parts) != 1:
        return text, None
    text = re.sub(rf",?\s?(?:\b(?:in the|at|in) )?{_PART},?", "", text, flags=re.IGNORECASE)
    return text.strip(), _PARTS[parts.pop()]


def _number(word: str) -> int:
    word = word.strip().casefold().replace(" ", "-").removeprefix("a-")
    return int(word) if word.isdigit() else _MINUTES.get(word, 1)


_FIGURES: dict[str, str | Callable[[re.Match[str]], str]] = {
    r"(?<!from )\b(five|ten) to \b": r"\1 … to ",  # which may be a quarter of an hour or half a day
    _PAST + _HOUR: lambda found: f"{_number(found[2])}:{_number(found[1]):02}",
    _TO + _HOUR: lambda found: f"{(_number(found[2]) - 2) % 12 + 1}:{60 - _number(found[1])}",
    _CLOCK: lambda found: f"{_number(found[1])}:{_number(found[2])}",
    rf"\b(?:{'|'.join(_WORDS)})\b": lambda found: str(_number(found[0])),
    r"(?<=\d) ?o['’]?clock(?= [ap])|(?<=[ap]m) ?o['’]?clock": "",
    r"(?<=\d)\s?([ap])\b(?!\.)": r"\1m",
    r"\b([ECMP])(?:astern|entral|ountain|acific)(?: time)?\b": r"\1T",
    r"\btonight\b": "today night",
    r"\bthis (?=morning|afternoon|evening)": "today ",
    r"\blast (?=night|evening)": "yesterday ",
}
"""What people say → what they write, in this order."""


def _now(today: When | None) -> date | None:
    """Return the day from which others are counted; none within ten years of either end of the calendar, which has no such days."""
    now = date_of(today)
    return now if now and MINYEAR + 10 < now.year < MAXYEAR - 10 else None


def read_soon(text: str, today: When | None) -> When | None:
    """Read how long it is until then, “in an hour”, to the quarter of an hour; None where it is not said so."""
    match, now = _SOON.fullmatch(text), _now(today)
    if not match or not (match[1] or match[4]) or not now or not today or today.hour is None:
        return None
    step = 15 if match[3].startswith("h") else 5
    minutes = 30 if match[2].startswith("half") else _number(match[2]) * (60 if step == 15 else 1)
    at = datetime.combine(now, time(today.hour, today.minute or 0))
    then = at + timedelta(minutes=minutes + step // 2)
    return When(then.year, then.month, then.day, then.weekday(), then.hour, then.minute // step * step, guess=_GUESS)


_GUESS = "Enter the hour if it is another."


def write_days(text: str, today: When | None, lies: str) -> Iterator[str]:
    """Yield the text with the day that it is said from today put as a date; several times where it can be several days."""
    match = _SAID.search(text)
    now = _now(today)
    if not match or not now or _is_cut_short(match):
        return
    name = f"{match['named'] or match['named_the'] or ''} "
    for day in sorted(_days(match, now, lies)):
        yield f"{text[: match.start()]}{name}{day.day} {MONTHS[day.month - 1]} {day.year}{text[match.end() :]}".strip()


def without_near(text: str, today: When | None) -> tuple[str, date] | None:
    """Return what else is said of “today, Monday 3 May, at 3 pm”, and the day that it must be; None where nothing near is named."""
    found = re.search(rf"\W*\b{_NEAR}\W*", text, re.IGNORECASE)
    now = _now(today)
    return (
        (f"{text[: found.start()]} {text[found.end() :]}".strip(), now + _near(found["near"]))
        if found and now
        else None
    )


def _near(word: str) -> timedelta:
    return timedelta(days={"tod": 0, "yes": -1}.get(word[:3].casefold(), 1))


def _is_cut_short(match: re.Match[str]) -> bool:
    """Tell that “Thursday 17” may be a day of the month as well as an hour, or that “two days” have no beginning."""
    if match["count"]:
        return not (match["into"] or match["way"])
    return bool(match["weekday"] and re.match(r",?\s\d\d?\s*(?:$|,)", match.string[match.end() :]))


def _days(match: re.Match[str], now: date, lies: str) -> set[date]:
    """Return the days that may be meant."""
    if match["beyond"]:
        return {now + timedelta(days=2 if "after" in match["beyond"].casefold() else -2)}
    if match["count"]:
        away = _number(match["count"]) * {"d": 1, "w": 7, "f": 14}[match["unit"][0].casefold()]
        return {now + timedelta(days=-away if "ago" in (match["way"] or "") else away)}
    if number := match["number"] or match["number_the"]:
        return _in_month(now, int(number), match["named"] or match["named_the"], lies)
    if match["which"] and match["after"]:
        return set()
    if match["near"]:
        days = {now + _near(match["near"]) + timedelta(weeks=bool(match["after"]))}
    else:
        said = f"{match['which'] or ''}{match['week'] or ''}{match['after'] or ''}".casefold()
        days = _on_weekday(now, weekday_number(match["weekday"] or match["weekday_in"]), said, lies)
    return {day + timedelta(weeks=_number(match["weeks"]) if match["weeks"] else 0) for day in days}


def _on_weekday(now: date, weekday: int, said: str, lies: str) -> set[date]:
    """Return the days that “next Tuesday” may be, to those who count from now, from Monday and from Sunday."""
    week = timedelta(weeks=1)
    until, since = (weekday - now.weekday()) % 7, (now.weekday() - weekday) % 7
    coming, gone = now + timedelta(days=until or 7), now - timedelta(days=since or 7)
    today = set() if until else {now}
    if said == " week":
        return {day + week for day in (coming, *today)}
    if "coming" in said:
        return {coming}
    is_next, is_last = "next" in said, "last" in said
    begins = now - timedelta(days=now.weekday()), now - timedelta(days=(now.weekday() + 1) % 7)
    days = {begins[0] + timedelta(days=weekday), begins[1] + timedelta(days=(weekday + 1) % 7)}
    days = {day + week * (is_next - is_last) for day in days}
    if "week" in said:
        return days
    if is_next or is_last:  # but nobody says “next” of tomorrow
        return days | ({coming} if is_next and until > 1 else {gone} if is_last and since > 1 else set())
    return today if today and lies == "today" else today | {gone if lies == "behind" else coming}


def _in_month(now: date, number: int, named: str | None, lies: str) -> set[date]:
    """Return the days that “the 17th” may be, or “Monday the 17th”: the next one, and one of the last days too."""
    days = [day for day in (_day_of(now.year, now.month + i, number) for i in (-1, 0, 1, 2)) if day]
    if named:
        days = [day for day in days if day.weekday() == weekday_number(named)] or days
    ahead, past = [day for day in days if day >= now][:1], [day for day in days if day <= now][-1:]
    if lies == "behind":
        return {*(past or ahead)}
    return {*(ahead or past), *(day for day in past if now - day < timedelta(weeks=1))}


def _day_of(year: int, month: int, number: int) -> date | None:
    try:
        return date(year + (month - 1) // 12, (month - 1) % 12 + 1, number)
    except ValueError:
        return None


def weekday_number(name: str) -> int:
    """Return 0 for a Monday, in full or cut short."""
    return next(i for i, full in enumerate(WEEKDAYS) if full.casefold().startswith(name[:3].casefold()))
